import type { ReadTx } from '@zero-distance/persistence';

/**
 * 重复点单: the number of an order of this item for this resident that waits to be provided, whoever may see it; undefined where there is none. What is
 * provided and waits for its rating stands in nobody's way.
 * @param residentIds the file, and those that were merged into it
 */
export async function standingOrder(tx: ReadTx, residentIds: readonly string[], itemCode: string): Promise<string | undefined> {
  const [standing] = await tx.query<{ number: string }>(
    `select number from request
     where resident_id = any($1::uuid[]) and service ->> 'itemCode' = $2 and state in ('received', 'dispatched', 'mediating', 'reopened')
     order by id limit 1`,
    [residentIds, itemCode],
  );
  return standing?.number;
}
