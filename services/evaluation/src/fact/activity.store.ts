import { startOf } from '@zero-distance/calendar';
import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// Activities that were held, and what came of them, a row each. Each event writes the columns that it knows, so that they come to the same in any order.
// Written only by the consumer of intake's stream.

type Held = Pick<EventData<'intake.activity.held.v1'>, 'activityId' | 'areaCode' | 'startsAt' | 'attended'>;

/** What is heard of outcomes: the steps that figures tell apart. */
export const TOLD_OF_OUTCOMES = [
  'intake.activity-outcome.recorded.v1',
  'intake.activity-outcome.confirmed.v1',
  'intake.activity-outcome.lost.v1',
  'intake.activity-outcome.withdrawn.v1',
] as const;
export type ToldOfOutcome = (typeof TOLD_OF_OUTCOMES)[number];

/** 举行、结束: it counts on its own day; how many came is what was said last. */
export const keepActivity = (tx: Tx, { activityId, areaCode, startsAt, attended }: Held, version: number): void =>
  tx.upsert(
    `insert into activity as a (id, area_code, starts_at, attended, version) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set area_code = case when excluded.version > a.version then excluded.area_code else a.area_code end,
       attended = case when excluded.version > a.version then excluded.attended else a.attended end,
       version = greatest(excluded.version, a.version)`,
    [activityId, areaCode, startsAt, attended, version],
  );

/** 区划撤并: it counts where it is asked about. */
export const keepRelocatedOutcome = (
  tx: Tx,
  { activityOutcomeId, areaCode, outcome, occurredOn }: EventData<'intake.activity-outcome.relocated.v1'>,
): void =>
  tx.upsert(
    `insert into activity_outcome (id, area_code, outcome, occurred_at, state, version) values ($1, $2, $3, $4, 'recorded', 0)
     on conflict (id) do update set area_code = excluded.area_code`,
    [activityOutcomeId, areaCode, outcome, startOf(occurredOn)],
  );

/** 成效: what it has come to, by the last step that was told. */
export const keepOutcome = (
  tx: Tx,
  { activityOutcomeId, areaCode, outcome, occurredOn }: EventData<ToldOfOutcome>,
  { type, aggregateVersion }: { readonly type: string; readonly aggregateVersion: number },
): void =>
  tx.upsert(
    `insert into activity_outcome as o (id, area_code, outcome, occurred_at, state, version) values ($1, $2, $3, $4, split_part($5, '.', 3), $6)
     on conflict (id) do update set state = case when excluded.version > o.version then excluded.state else o.state end,
       version = greatest(excluded.version, o.version)`,
    [activityOutcomeId, areaCode, outcome, startOf(occurredOn), type, aggregateVersion],
  );

/** 历史活动: on its own day, with how many came. */
export const keepPastActivity = (tx: Tx, { pastActivityId, ...said }: EventData<'intake.past-activity.imported.v1'>): void =>
  keepActivity(tx, { activityId: pastActivityId, ...said }, 1);

/** 历史活动成效: as far as anybody asked. */
export const keepPastOutcome = (
  tx: Tx,
  { pastActivityOutcomeId, areaCode, outcome, occurredOn, followUp }: EventData<'intake.past-activity-outcome.imported.v1'>,
): void =>
  tx.upsert(
    `insert into activity_outcome (id, area_code, outcome, occurred_at, state, version) values ($1, $2, $3, $4, $5, 1)
     on conflict (id) do nothing`,
    [pastActivityOutcomeId, areaCode, outcome, startOf(occurredOn), followUp],
  );
