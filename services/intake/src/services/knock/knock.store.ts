import type { KnockOutcome } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection } from '@zero-distance/platform';
import type { Round } from '../round/round.js';
import { ROUNDS } from '../round/round.store.js';
import { RoundTargetEntity } from '../round-target/round-target.entity.js';
import type { RoundTarget } from '../round-target/round-target.js';
import { ROUND_TARGETS } from '../round-target/round-target.store.js';
import { KnockEntity } from './knock.entity.js';
import { refuseKnock } from './knock.errors.js';
import { countedOf, type Knock, toldOf } from './knock.js';

/** Seen by whoever sees the household, which is loaded with them. */
export const KNOCKS = defineCollection({
  entity: KnockEntity,
  visible: { by: 'everybody' },
  notFound: (id) => refuseKnock('knock.not_found', { id }),
  filters: { targetId: 'target_id' },
});

/** A household whose door is knocked at now, its round and its knocks. */
export interface Door {
  readonly target: RoundTarget;
  readonly round: Round;
  readonly knocks: readonly Knock[];
}

/** Holds a household, and its round open, while a knock is recorded. Throws where the round is not open. */
export async function holdDoor(tx: Tx, targetId: string): Promise<Door> {
  const { roundId } = await ROUND_TARGETS.load(tx, targetId);
  await tx.execute('select from round where id = $1 for share', [roundId]);
  await tx.execute('select from round_target where id = $1 for update', [targetId]);
  const [target, round, knocks] = await Promise.all([ROUND_TARGETS.load(tx, targetId), ROUNDS.load(tx, roundId), knocksOf(tx, targetId)]);
  if (round.state !== 'open') throw refuseKnock('knock.round_not_open');
  return { target, round, knocks };
}

const knocksOf = (tx: ReadTx, targetId: string): Promise<Knock[]> =>
  tx.query<KnockEntity & Record<string, unknown>>(`${tx.select(KnockEntity, 't')} where t.target_id = $1 order by t.at, t.id`, [targetId]);

/** A knock under an id, whosever it is. */
export const knockOf = (tx: ReadTx, id: string): Promise<Knock | undefined> => tx.findOne(KnockEntity, { id });

/** Queues what counts of a household after one of its knocks was recorded or set right, and tells it. */
export function saveDoor(tx: Tx, { target, round }: Door, knock: Knock, all: readonly Knock[]): RoundTarget {
  const outcome = countedOf(all) as KnockOutcome;
  const last = Math.max(...all.map(({ at }) => at.getTime()));
  const changes = { outcome, knocks: all.length, lastKnockAt: new Date(last) };
  tx.update(RoundTargetEntity, target, changes);
  const after = { ...target, ...changes, version: target.version + 1 };
  const event = knock.correctedBy === null ? 'intake.knock.recorded.v1' : 'intake.knock.corrected.v1';
  tx.emit(event, after, toldOf(knock, target, { counted: outcome, knocks: all.length, round, now: tx.now }));
  return after;
}
