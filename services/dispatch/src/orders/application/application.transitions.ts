import type { EventType } from '@zero-distance/contracts';
import { checkSeparate, type DomainError, defineMachine, type StateOf } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';

/** What guards look at. */
export interface Subject {
  readonly application: {
    readonly kind: string;
    readonly askedBy: string;
    readonly appealedBy: string | null;
    readonly appealUntil: Date | null;
  };
  /** The caller acts for the organisation that asked. */
  readonly isAsker: boolean;
  readonly actorId: string;
  readonly now: Date;
}

const onlyAsker = ({ isAsker }: Subject): DomainError | undefined => (isAsker ? undefined : refuse('application.not_asker'));

/** 审批: by nobody who asked, or appealed. */
function notByWhoAsked({ application: { askedBy, appealedBy }, actorId }: Subject): DomainError | undefined {
  return checkSeparate('decide', actorId, { ask: [askedBy, ...(appealedBy === null ? [] : [appealedBy])] });
}

/** 复核申请: once, within the window. */
function mayAppeal(subject: Subject): DomainError | undefined {
  const { application, now } = subject;
  if (!subject.isAsker) return onlyAsker(subject);
  if (application.appealedBy !== null) return refuse('application.appealed_already');
  if (!application.appealUntil || now > application.appealUntil)
    return refuse('application.appeal_window_over', { until: application.appealUntil?.toISOString() ?? '' });
  return undefined;
}

/** 撤销剔除: what was taken out of the figures can be put back; what else was granted has happened. */
const onlyExclusion = ({ application: { kind } }: Subject): DomainError | undefined =>
  kind === 'exclusion' ? undefined : refuse('application.not_revocable', { kind });

/**
 * The state table of an application 申请: asked 待审批, appealed 待复核, granted 已同意, refused 未同意, withdrawn 已撤回, lapsed 已失效, revoked 已撤销;
 * grant 同意, refuse 不同意, appeal 申请复核, withdraw 撤回, revoke 撤销, remind 催批, lapse 失效. To ask is no action: it makes it.
 */
export const APPLICATION_TRANSITIONS = defineMachine<Subject>()(
  'dispatch.application',
  [
    {
      action: 'grant',
      from: ['asked', 'appealed'],
      to: 'granted',
      by: ['dispatcher', 'reviewer'],
      guard: notByWhoAsked,
      event: 'dispatch.application.granted.v1',
    },
    {
      action: 'refuse',
      from: ['asked', 'appealed'],
      to: 'refused',
      by: ['dispatcher', 'reviewer'],
      guard: notByWhoAsked,
      event: 'dispatch.application.refused.v1',
    },
    { action: 'appeal', from: ['refused'], to: 'appealed', by: ['handler'], guard: mayAppeal, event: 'dispatch.application.appealed.v1' },
    {
      action: 'withdraw',
      from: ['asked', 'appealed'],
      to: 'withdrawn',
      by: ['handler'],
      guard: onlyAsker,
      event: 'dispatch.application.withdrawn.v1',
    },
    {
      action: 'revoke',
      from: ['granted'],
      to: 'revoked',
      by: ['dispatcher', 'reviewer'],
      guard: onlyExclusion,
      event: 'dispatch.application.revoked.v1',
    },
    { action: 'remind', from: ['asked'], to: 'asked', by: ['system'], event: 'dispatch.application.reminded.v1' },
    { action: 'remind', from: ['appealed'], to: 'appealed', by: ['system'], event: 'dispatch.application.reminded.v1' },
    { action: 'lapse', from: ['asked', 'appealed'], to: 'lapsed', by: ['system'], event: 'dispatch.application.lapsed.v1' },
  ],
  {
    asked: { policy: 'decision-limit' },
    appealed: { policy: 'decision-limit' },
    refused: { policy: 'appeal-window' }, // then it stands
    granted: { waitsFor: ['dispatch.work_order'] }, // what it asked for has happened
    withdrawn: 'final',
    lapsed: 'final',
    revoked: 'final',
  },
);

export const APPLICATION_STATES = APPLICATION_TRANSITIONS.states;
export type ApplicationState = StateOf<typeof APPLICATION_TRANSITIONS>;
/** The events that tell of an application, its beginning included. */
export type ApplicationEventType = Extract<EventType, `dispatch.application.${string}`>;
