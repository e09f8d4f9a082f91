import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

/** Queues an area that was heard of. Two editions of one code are two aggregates: the code is there once. */
export const keepAreaCode = (tx: Tx, { code }: EventData<'intake.area.registered.v1'>): void =>
  tx.write('insert into area (code) values ($1) on conflict do nothing', [code], 'any');

/** Queues a category that was heard of. */
export const keepCategoryCode = (tx: Tx, { code }: EventData<'intake.category.registered.v1'>): void =>
  tx.write('insert into category (code) values ($1) on conflict do nothing', [code], 'any');
