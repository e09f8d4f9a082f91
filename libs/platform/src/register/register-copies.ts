import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

/** Queues an area that was heard of. Two editions of one code are two aggregates: the code is there once, by the name heard last. */
export const keepArea = (tx: Tx, { code, name }: EventData<'intake.area.registered.v1'>): void => keep(tx, 'area', code, name);

/** Queues a category that was heard of. */
export const keepCategory = (tx: Tx, { code, name }: EventData<'intake.category.registered.v1'>): void => keep(tx, 'category', code, name);

const keep = (tx: Tx, table: 'area' | 'category', code: string, name: string): void =>
  tx.write(
    `insert into ${table} (code, name) values ($1, $2) on conflict (code) do update set name = excluded.name where ${table}.name is distinct from excluded.name`,
    [code, name],
    'any',
  );
