import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

/** Queues an area that was heard of. Two editions of one code are two aggregates: the code is there once, as it was heard of last. */
export const keepArea = (tx: Tx, { code, name, successorArea }: EventData<'intake.area.registered.v1'>): void =>
  tx.write(
    `insert into area (code, name, successor_area) values ($1, $2, $3)
     on conflict (code) do update set name = excluded.name, successor_area = excluded.successor_area
     where (area.name, area.successor_area) is distinct from (excluded.name, excluded.successor_area)`,
    [code, name, successorArea ?? null],
    'any',
  );

/** Queues a category that was heard of. */
export const keepCategory = (tx: Tx, { code, name }: EventData<'intake.category.registered.v1'>): void =>
  tx.write(
    `insert into category (code, name) values ($1, $2) on conflict (code) do update set name = excluded.name where category.name is distinct from excluded.name`,
    [code, name],
    'any',
  );
