import type { Tx } from '@zero-distance/persistence';
import { changeWindow } from '@zero-distance/platform';
import type { Showable } from '../files.js';
import { RenditionEntity } from './rendition.entity.js';

/** Matters that may be hidden at times: those that have a condition. */
export type Hideable = Showable & Required<Pick<Showable, 'while'>>;

interface Place extends Record<string, unknown> {
  readonly changedAt: Date;
  readonly id: string;
}

interface Overtaken {
  readonly renditions: readonly RenditionEntity[];
  /** More matters have changed than were looked through. */
  readonly hasMore: boolean;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * What is asked for or shown although its matter has changed since the last look and may be shown no more; queues how far was looked. Only changes are
 * looked through, a few hundred at a time and by their index: what this costs grows with what happens, and not with what is shown.
 */
export async function takeOvertaken(tx: Tx, { kind, from, while: condition }: Hideable): Promise<Overtaken> {
  await tx.execute('select from rendition_look for update', []);
  const [last] = await tx.query<Place>('select changed_at as "changedAt", id from rendition_look');
  if (!last) throw new Error('the migration makes the row');
  const begin = [last.changedAt.toISOString(), last.id] as const;
  const { end, until } = await changeWindow(tx, `select t.id, t.updated_at as "updatedAt" from ${from} t`, begin[0], begin);
  const [at, id] = end ?? [until.toISOString(), FIRST_ID];
  const renditions = await tx.query<RenditionEntity & Record<string, unknown>>(
    `${tx.select(RenditionEntity, 'r')} join file f on f.id = r.file_id join ${from} t on t.id = f.subject_id
     where f.subject_kind = $1 and r.state in ('asked', 'approved') and (${condition}) is not true
       and (t.updated_at, t.id) > ($2, $3) and (t.updated_at, t.id) <= ($4, $5)`,
    [kind, ...begin, at, id],
  );
  tx.write('update rendition_look set changed_at = $1, id = $2', [at, id]);
  return { renditions, hasMore: end !== undefined };
}
