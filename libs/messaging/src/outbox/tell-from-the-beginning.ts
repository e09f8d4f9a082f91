import type { EventData, EventType } from '@zero-distance/contracts';
import { serviceOf } from '@zero-distance/contracts';
import { insertEvent, outboxRow } from '@zero-distance/persistence';
import type { QueryRunner } from 'typeorm';

/** A row of a register as it stands. */
export interface StandingRow<T extends EventType> {
  readonly type: T;
  readonly aggregate: { readonly id: string; readonly version: number };
  readonly data: EventData<T>;
}

/**
 * For a migration of the service that owns them: tells of rows that were registered before somebody listened, or before they were told of at
 * all, when neither the stream nor the outbox remembers it. Each version of a row is told, with what holds now: consumers take the versions
 * of an aggregate one after the other, so who hears of it for the first time begins at the first, and who knows some takes the rest.
 */
export async function tellFromTheBeginning<T extends EventType>(runner: QueryRunner, rows: readonly StandingRow<T>[]): Promise<void> {
  await runner.query('select maintain_partitions()'); // of a service that stood still for days there may be none for today
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
