import type { EventData, EventType } from '@zero-distance/contracts';
import { serviceOf } from '@zero-distance/contracts';
import { insertEvent, outboxRow } from '@zero-distance/persistence';
import type { QueryRunner } from 'typeorm';

/** A row of a register as it is now. */
export interface StandingRow<T extends EventType> {
  readonly type: T;
  readonly aggregate: { readonly id: string; readonly version: number };
  readonly data: EventData<T>;
}

/**
 * For a migration of the service that owns the rows: emits them again for consumers that were added later than stream and outbox remember.
 * Consumers take the versions of an aggregate one after another, so each version of a row is one event, with the data of now. A consumer that
 * never heard of the row begins at the first version; one that knows some versions takes the rest.
 */
export async function emitSnapshotEvents<T extends EventType>(runner: QueryRunner, rows: readonly StandingRow<T>[]): Promise<void> {
  await runner.query('select maintain_partitions()'); // a service that was down for days has no partition for today
  const now = new Date();
  for (const { type, aggregate, data } of rows) {
    for (let version = 1; version <= aggregate.version; version++) {
      const { text, params } = insertEvent(
        outboxRow({ service: serviceOf(type), type, aggregate: { id: aggregate.id, version }, data, now }),
      );
      await runner.query(text, [...params]);
    }
  }
}
