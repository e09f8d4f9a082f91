import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { gather } from './gather.js';

/** One kept connection and how many statements are on their way over it. */
interface Lane {
  client?: Promise<PoolClient>;
  inFlight: number;
}

/**
 * Sends statements that are transactions of their own over a few pipelined connections: the next leaves without waiting for
 * the answer to the one before, so under load Postgres finds work in its hands instead of being woken for each statement,
 * and its commits share one write of the log over the lanes. Each statement still succeeds or fails for itself.
 */
export class Lanes {
  private readonly lanes: readonly Lane[];

  constructor(
    private readonly pool: Pool,
    count: number,
  ) {
    this.lanes = Array.from({ length: count }, () => ({ inFlight: 0 }));
  }

  /** Runs one statement on the lane with the least to do. */
  async query(config: QueryConfig): Promise<QueryResult> {
    const lane = this.lanes.reduce((least, each) => (each.inFlight < least.inFlight ? each : least));
    lane.inFlight++;
    try {
      lane.client ??= this.open(lane);
      const client = await lane.client;
      gather(client);
      return await client.query(config);
    } finally {
      lane.inFlight--;
    }
  }

  /** Gives the connections back, so that the pool can end. */
  async close(): Promise<void> {
    for (const lane of this.lanes) (await lane.client?.catch(() => undefined))?.release();
  }

  private async open(lane: Lane): Promise<PoolClient> {
    try {
      const client = await this.pool.connect();
      // Of a connection that died with its log-in the first error came too early to be heard; the end of its socket is another.
      client.once('error', (error) => {
        lane.client = undefined; // what was on its way has failed with it; the next statement opens a new one
        client.release(error);
      });
      return client;
    } catch (error) {
      lane.client = undefined;
      throw error;
    }
  }
}
