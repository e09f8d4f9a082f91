import { type Service, schemaOf } from '@zero-distance/contracts';
import pg, { Client, type Pool } from 'pg';
import { DataSource, DefaultNamingStrategy, type EntityTarget, type NamingStrategyInterface, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { GatheringSocket } from './gathering-socket.js';
import { PipelinedConnections } from './pipelined-connections.js';

/** `areaCode` → `area_code`: properties are named as in TypeScript, columns as in SQL. */
class SnakeCaseColumns extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string, embeddedPrefixes: string[]): string {
    return [...embeddedPrefixes, customName || propertyName].join('_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

/**
 * A connection that can die at any moment without ending the process. Node ends the process on an `error` without a listener, and there is an
 * instant with no listener between pool and borrower. A server that stops can hit it, when its last message is in one packet with the end of
 * the log-in. The listener may do nothing, since the next query of a dead connection fails.
 */
class PooledClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** A `date` is a day of the calendar, `2026-11-23`. pg would make it a moment, which is another day in another time zone. */
const DATE = pg.types.builtins.DATE;
const getTypeParser = ((oid, format) => (oid === DATE ? String : pg.types.getTypeParser(oid, format))) as typeof pg.types.getTypeParser;

export type EntityClass<E extends ObjectLiteral> = new () => E;

export interface DataSourceOptions {
  readonly service: Service;
  /** Logs in as the service's own role, which sees only its own schema. */
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
}

/** TypeORM as mapper and pool. It never changes the schema: migrations are a deploy step. */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: pg, // TypeORM would ask for it by name, which finds nothing in a bundle
    url: options.databaseUrl,
    schema: schemaOf(options.service),
    applicationName: options.service,
    entities: [...options.entities] as never,
    namingStrategy: new SnakeCaseColumns(),
    synchronize: false,
    logging: false,
    installExtensions: false,
    extra: {
      Client: PooledClient,
      types: { getTypeParser },
      stream: () => new GatheringSocket(),
      max: options.poolSize,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      pipeline: true, // see pipelined-connections.ts; a connection taken for a session awaits each answer and does not notice
      statement_timeout: 30_000,
      query_timeout: 35_000, // for a server that is unreachable and cannot keep its own limit
    },
  });
}

/** The most pipelined connections of a pool: enough for commits to share a write of the log, few enough to be kept busy. */
const MOST_PIPELINED = 4;
const pipelined = new WeakMap<DataSource, PipelinedConnections>();

/** The connections for reads and transactions that need none of their own. */
export function pipelinedConnectionsOf(dataSource: DataSource): PipelinedConnections {
  const known = pipelined.get(dataSource);
  if (known) return known;
  const pool = poolOf(dataSource);
  const made = new PipelinedConnections(pool, Math.min(MOST_PIPELINED, Math.ceil(pool.options.max / 2))); // half is left for sessions
  pipelined.set(dataSource, made);
  return made;
}

/** Closes every connection. Use this, not `dataSource.destroy()`, which would wait for the pipelined ones for ever. */
export async function closeDataSource(dataSource: DataSource): Promise<void> {
  await pipelined.get(dataSource)?.close();
  await dataSource.destroy();
}

/** The pg pool that TypeORM made: its own API offers no prepared statements and no pipelining. */
export const poolOf = (dataSource: DataSource): Pool => (dataSource.driver as PostgresDriver).master as Pool;
