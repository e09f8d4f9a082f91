import type { Tx } from '@zero-distance/persistence';

/**
 * Counts one more search of the caller on a day, and gives how many there are. Of those that are sent at once each sees what the one before has made of the
 * count; what is refused is not counted, since its transaction is undone. Counts of days before go by the way.
 * @param today `YYYY-MM-DD`
 */
export async function countFind(tx: Tx, today: string): Promise<number> {
  await tx.execute(
    `insert into resident_find (account, day, times) values ($1, $2, 1) on conflict (account, day) do update set times = resident_find.times + 1`,
    [tx.actor.id, today],
  );
  tx.write('delete from resident_find where account = $1 and day < $2', [tx.actor.id, today], 'any');
  const [row] = await tx.query<{ times: number }>('select times from resident_find where account = $1 and day = $2', [tx.actor.id, today]);
  return row?.times ?? 0;
}
