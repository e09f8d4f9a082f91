import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

/** One kept connection and how many statements are on their way over it. */
interface PipelinedConnection {
  client?: Promise<PoolClient>;
  inFlight: number;
}

/**
 * Sends statements that are transactions of their own over a few pipelined connections: the next leaves without waiting for
 * the answer to the one before, so under load Postgres finds work in its hands instead of being woken for each statement,
 * and its commits share one write of the log over the connections. Each statement still succeeds or fails for itself.
 */
export class PipelinedConnections {
  private readonly connections: readonly PipelinedConnection[];

  constructor(
    private readonly pool: Pool,
    count: number,
  ) {
    this.connections = Array.from({ length: count }, () => ({ inFlight: 0 }));
  }

  /** Runs one statement on the connection with the least to do. */
  async query(config: QueryConfig): Promise<QueryResult> {
    const connection = this.connections.reduce((least, each) => (each.inFlight < least.inFlight ? each : least));
    connection.inFlight++;
    try {
      connection.client ??= this.open(connection);
      return await (await connection.client).query(config);
    } finally {
      connection.inFlight--;
    }
  }

  /** Gives the connections back, so that the pool can end. */
  async close(): Promise<void> {
    for (const connection of this.connections) (await connection.client?.catch(() => undefined))?.release();
  }

  private async open(connection: PipelinedConnection): Promise<PoolClient> {
    try {
      const client = await this.pool.connect();
      // Of a connection that died with its log-in the first error came too early to be heard; the end of its socket is another.
      client.once('error', (error) => {
        connection.client = undefined; // what was on its way has failed with it; the next statement opens a new one
        client.release(error);
      });
      return client;
    } catch (error) {
      connection.client = undefined;
      throw error;
    }
  }
}
