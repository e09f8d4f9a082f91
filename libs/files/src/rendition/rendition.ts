import type { AccessAction } from '@zero-distance/contracts';
import { type Actor, checkSeparate, err, ok, type Result } from '@zero-distance/kernel';
import type { FileRefusals } from '../file.errors.js';
import { isWithin, type Region } from '../inspect/region.js';

/** 公开版的状态: asked 待批准, approved 已公开, refused 未批准, revoked 已撤回. */
export const RENDITION_STATES = ['asked', 'approved', 'refused', 'revoked'] as const;
type RenditionState = (typeof RENDITION_STATES)[number];

/** 公开版: a picture as anybody may see it, once somebody else than who asked for it has looked at it. Of one file there is one at a time. */
export interface Rendition {
  readonly fileId: string;
  /** By chance: who has it can tell nothing from it, and find no other. */
  readonly id: string;
  readonly state: RenditionState;
  readonly version: number;
  /** What is covered, in pixels of the file. */
  readonly masks: readonly Region[];
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  /** What is told of it once it is published; null before. */
  readonly subjectId: string | null;
  readonly matterId: string | null;
  readonly areaCode: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

/** What is done to one that was asked for: from which states, what it becomes, and how the audit trail calls it. */
const STEPS = {
  approve: { from: ['asked'], to: 'approved', told: 'rendition-approved' },
  refuse: { from: ['asked'], to: 'refused', told: 'rendition-refused' },
  revoke: { from: ['asked', 'approved'], to: 'revoked', told: 'rendition-revoked' },
} as const satisfies Record<string, { readonly from: readonly RenditionState[]; readonly to: RenditionState; readonly told: AccessAction }>;
export type RenditionAction = keyof typeof STEPS;

/** One is asked for or shown: there may be no other of its file. */
export const isOpen = ({ state }: Pick<Rendition, 'state'>): boolean => state === 'asked' || state === 'approved';

/** A step that its state allows, and its actor: who asked for it does not decide on it, but may take it back. */
export function decideOn(
  before: Rendition,
  action: RenditionAction,
  actor: Pick<Actor, 'id'>,
  refuse: FileRefusals,
): Result<{ readonly to: RenditionState; readonly told: AccessAction }> {
  const { from, to, told } = STEPS[action];
  if (!from.some((state) => state === before.state)) return err(refuse('rendition.other_state', { state: before.state, action }));
  const refusal = action === 'revoke' ? undefined : checkSeparate('decide', actor.id, { ask: [before.askedBy] });
  return refusal ? err(refusal) : ok({ to, told });
}

/** What of a file is looked at before a rendition of it is made. */
interface Original {
  readonly thumbnailBytes: number | null;
  readonly subjectId: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** Whether anybody may be shown a file with these masks: a picture that belongs to something, and masks that lie in it. */
export function checkAsked(file: Original, masks: readonly Region[], refuse: FileRefusals): Result<true> {
  const { thumbnailBytes, subjectId, width, height } = file;
  if (thumbnailBytes === null || width === null || height === null) return err(refuse('rendition.not_a_picture'));
  if (subjectId === null) return err(refuse('rendition.of_nothing'));
  const outside = masks.findIndex((mask) => !isWithin(mask, { width, height }));
  if (outside >= 0) return err(refuse('rendition.mask_outside', { width, height }, `/masks/${outside}`));
  return ok(true);
}
