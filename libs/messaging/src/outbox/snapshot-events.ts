import type { EventData, EventType } from '@zero-distance/contracts';
import { serviceOf } from '@zero-distance/contracts';
import { insertEvent, outboxRow } from '@zero-distance/persistence';
import type { QueryRunner } from 'typeorm';

/** A row of a register as it stands. */
export interface StandingRow<T extends EventType> {
  readonly type: T;
  /** Its version counted up for this: each version is one event. */
  readonly aggregate: { readonly id: string; readonly version: number };
  readonly data: EventData<T>;
}

/**
 * For a migration of the service that owns them: emits rows again as they stand, when a service begins to listen and neither the stream nor the
 * outbox remembers them. A consumer that never heard of the row begins with the snapshot; for others it is the next version.
 */
export async function emitSnapshotEvents<T extends EventType>(runner: QueryRunner, rows: readonly StandingRow<T>[]): Promise<void> {
  await runner.query('select maintain_partitions()'); // of a service that stood still for days there may be none for today
  const now = new Date();
  for (const { type, aggregate, data } of rows) {
    const event = outboxRow({ service: serviceOf(type), type, aggregate, data, now, snapshot: true });
    const { text, params } = insertEvent(event);
    await runner.query(text, [...params]);
  }
}
