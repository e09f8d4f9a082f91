import { Pool } from 'pg';

/** Runs statements as the superuser inside one schema, to look behind a service's back. */
export class SchemaReader {
  private readonly pool: Pool;

  constructor(adminUrl: string) {
    this.pool = new Pool({ connectionString: adminUrl, max: 2 });
    this.pool.on('error', () => undefined); // a connection cut by a stopped server; the next query makes a new one
    this.pool.on('connect', (client) => client.on('error', () => undefined)); // also one just taken
  }

  async query<R extends object>(schema: string, text: string, params: readonly unknown[] = []): Promise<R[]> {
    const client = await this.pool.connect();
    try {
      await client.query(`SET search_path = ${schema}`);
      return (await client.query<R>(text, [...params])).rows;
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
