import type { Pool, PoolClient } from 'pg';

/** A kept connection that several reads and transactions use at once. */
export class PipelinedConnection {
  private client?: Promise<PoolClient>;
  /** How many use it at this moment. */
  users = 0;

  constructor(private readonly pool: Pool) {}

  /**
   * What `run` sends before it first waits stays together: nothing of another user comes between, so a transaction sends everything from BEGIN
   * to COMMIT in that time.
   */
  async use<T>(run: (client: PoolClient) => Promise<T>): Promise<T> {
    this.users++;
    try {
      this.client ??= this.open();
      return await run(await this.client);
    } finally {
      this.users--;
    }
  }

  /** Gives the connection back, so that the pool can end. */
  async close(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    client?.release();
  }

  private async open(): Promise<PoolClient> {
    try {
      const client = await this.pool.connect();
      // If the connection dies during log-in, its first 'error' fires before we listen; the socket's end raises a second one.
      client.once('error', (error) => {
        if (!this.client) return; // it was given back before, and is the pool's
        this.client = undefined; // the statements on their way have failed; the next one opens a new connection
        client.release(error);
      });
      return client;
    } catch (error) {
      this.client = undefined;
      throw error;
    }
  }
}

/**
 * A few pipelined connections that reads and whole transactions leave on without waiting for each other: under load Postgres has the next one
 * in its hands instead of being woken for it, and its commits share one write of the log over the connections.
 */
export class PipelinedConnections {
  private readonly connections: readonly PipelinedConnection[];

  constructor(pool: Pool, count: number) {
    this.connections = Array.from({ length: count }, () => new PipelinedConnection(pool));
  }

  /** The connection with the least to do. */
  leastUsed(): PipelinedConnection {
    return this.connections.reduce((least, each) => (each.users < least.users ? each : least));
  }

  /** Gives the connections back, so that the pool can end. */
  async close(): Promise<void> {
    for (const connection of this.connections) await connection.close();
  }
}
