import { readFileSync } from 'node:fs';
import type { PostgresHome, Secrets } from '@zero-distance/local-stack';

/** What a stack begins with: every schema and stream, or the demo district in them besides. */
export type Beginning = 'empty' | 'district';

/** The name of the database that every fresh one is a copy of. */
export const templateOf = (beginning: Beginning): string => `zero_distance_${beginning}`;

/** A NATS directory with users and the streams that go with it. */
export const streamsOf = (directory: string, beginning: Beginning): string => `${directory}/nats-${beginning}`;

/** A whole cluster of Postgres with these databases, not running. */
export const clusterOf = ({ data }: PostgresHome): string => `${data}-template`;

/** Names the file by which the global set-up describes to the test files what it started. */
const VARIABLE = 'ZERO_DISTANCE_TEST_RUN';

/** What all test files of one run share: a Postgres server, a migrated template, provisioned streams to copy. */
export interface TestRun {
  readonly directory: string;
  /** URL of the superuser, for the template database. */
  readonly adminUrl: string;
  readonly postgresHome: PostgresHome;
  /** Path of the nats-server program. */
  readonly natsServer: string;
  /** Roles are of the whole server, so their passwords are of the whole run. */
  readonly secrets: Secrets;
}

/** Says to this process and the test workers it will start where the run is described. */
export function announce(path: string): void {
  process.env[VARIABLE] = path;
}

/** @throws outside a jest project that has the global set-up */
export function testRun(): TestRun {
  const path = process.env[VARIABLE];
  if (!path) throw new Error('no test run: this jest project lacks libs/testing/dist/jest-global-setup.js as its globalSetup');
  return JSON.parse(readFileSync(path, 'utf8')) as TestRun;
}
