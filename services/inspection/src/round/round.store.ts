import { newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { prefixConditions } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { RoundStopEntity } from './round.entity.js';
import { digitsBelow, type Stop, type StopChange } from './round.js';

/** How far the round of a month has come in an area. */
export interface AreaCount {
  readonly areaCode: string;
  readonly due: number;
  readonly done: number;
}

/** The month's stop of premises. Opens the round first when the clock has not come to it yet. */
export async function stopOf(tx: Tx, month: string, premisesId: string): Promise<RoundStopEntity | undefined> {
  const stop = await tx.findOne(RoundStopEntity, { month, premisesId });
  if (stop || (await openedAt(tx, month))) return stop;
  await openRound(tx, month);
  return tx.findOne(RoundStopEntity, { month, premisesId });
}

/** When the round of a month was opened; undefined when it is not. */
export async function openedAt(tx: ReadTx, month: string): Promise<Date | undefined> {
  const [round] = await tx.query<{ openedAt: Date }>('select opened_at as "openedAt" from round where month = $1', [month]);
  return round?.openedAt;
}

/** Begins the round of a month: all active premises are due. Opening it again changes nothing; who comes second waits for the first. */
export async function openRound(tx: Tx, month: string): Promise<void> {
  const sql = `
    with opened as (insert into round (month, opened_at) values ($1, $2) on conflict do nothing returning month),
    stop as (
      insert into round_stop (id, version, month, premises_id, area_code, state)
      select uuidv7(), 1, opened.month, premises.id, premises.area_code, 'due' from opened, premises where premises.status = 'active'
      on conflict (month, premises_id) do nothing
      returning area_code
    )
    insert into round_area (month, area_code, due, done) select $1, area_code, count(*), 0 from stop group by area_code
    on conflict (month, area_code) do update set due = round_area.due + excluded.due`;
  await tx.execute(sql, [month, tx.now]);
}

/** Takes a planned change of the round: the stop, and the count of each area it is about. */
export function saveStop(tx: Tx, month: string, premises: { id: string; code: string }, stop: Stop | undefined, change: StopChange): void {
  const { state, areaCode } = change;
  if (stop) tx.update(RoundStopEntity, stop, { state, areaCode });
  else {
    const row = { id: newId(), version: 1, month, premisesId: premises.id, areaCode, state };
    tx.insert(RoundStopEntity, row, { round_stop_once: refuse('premises.changed_meanwhile', { code: premises.code }) });
  }
  for (const { areaCode: area, by } of change.due) countUp(tx, month, area, by, 0);
}

/** The first visit of the month does the stop. */
export function saveDone(tx: Tx, stop: Stop, visitId: string): void {
  tx.update(RoundStopEntity, stop, { state: 'done', visitId });
  countUp(tx, stop.month, stop.areaCode, 0, 1);
}

/** Due and done of the areas right below `areaCode`: read from one counter an area, whatever number of visits there were. */
export function countsBelow(tx: ReadTx, month: string, areaCode: string): Promise<AreaCount[]> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const below = `left(area_code, ${given(digitsBelow(areaCode))})`;
  const conditions = [`month = ${given(month)}`, ...prefixConditions(areaCode, given, 'area_code')];
  const sql = `select ${below} as "areaCode", sum(due)::int as due, sum(done)::int as done
    from round_area where ${conditions.join(' and ')} group by 1 order by 1`;
  return tx.query<AreaCount & Record<string, unknown>>(sql, params);
}

function countUp(tx: Tx, month: string, areaCode: string, due: number, done: number): void {
  const sql = `insert into round_area (month, area_code, due, done) values ($1, $2, $3, $4)
    on conflict (month, area_code) do update set due = round_area.due + excluded.due, done = round_area.done + excluded.done`;
  tx.write(sql, [month, areaCode, due, done]);
}
