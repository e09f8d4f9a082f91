import type { Pool, PoolClient } from 'pg';

/** A kept connection and its number of users at this moment. */
interface PipelinedConnection {
  client?: Promise<PoolClient>;
  users: number;
}

/**
 * A few pipelined connections that reads and whole transactions leave on without waiting for each other: under load Postgres has the next one
 * in its hands instead of being woken for it, and its commits share one write of the log over the connections.
 */
export class PipelinedConnections {
  private readonly connections: readonly PipelinedConnection[];

  constructor(
    private readonly pool: Pool,
    count: number,
  ) {
    this.connections = Array.from({ length: count }, () => ({ users: 0 }));
  }

  /**
   * Uses the connection with the least to do. What `run` sends before it first waits stays together: nothing of another user comes between,
   * so a transaction sends everything from BEGIN to COMMIT in that time.
   */
  async use<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
    const connection = this.connections.reduce((least, each) => (each.users < least.users ? each : least));
    connection.users++;
    try {
      connection.client ??= this.open(connection);
      return await run(await connection.client);
    } finally {
      connection.users--;
    }
  }

  /** Gives the connections back, so that the pool can end. */
  async close(): Promise<void> {
    for (const connection of this.connections) (await connection.client?.catch(() => undefined))?.release();
  }

  private async open(connection: PipelinedConnection): Promise<PoolClient> {
    try {
      const client = await this.pool.connect();
      // If the connection dies during log-in, its first 'error' fires before we listen; the socket's end raises a second one.
      client.once('error', (error) => {
        connection.client = undefined; // the statements on their way have failed; the next one opens a new connection
        client.release(error);
      });
      return client;
    } catch (error) {
      connection.client = undefined;
      throw error;
    }
  }
}
