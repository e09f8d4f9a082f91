import type { EventType } from '@zero-distance/contracts';
import {
  type ActionOf,
  type Actor,
  actsFor,
  CARE_KEEPERS,
  CARE_WORKERS,
  type DomainError,
  defineMachine,
  type EventOf,
  isWithinArea,
  type StateOf,
  type Step,
  SYSTEM,
  stepOf,
  unwrap,
} from '@zero-distance/kernel';
import { refuseKeyPerson } from './key-person.errors.js';

/** What guards look at. */
export interface Subject {
  readonly actor: Actor;
  readonly areaCode: string;
  /** The organisation that looks after them. */
  readonly organisationId: string | null;
  readonly workerId: string | null;
  /** Who is asked to take them over: an account, or an organisation alone where they are referred. */
  readonly offeredTo: string | null;
  readonly offeredOrganisationId: string | null;
}

/** 接收方: nobody else answers for who is asked. */
function byReceiver({ actor, offeredTo, offeredOrganisationId }: Subject): DomainError | undefined {
  const isAsked =
    offeredTo === null ? offeredOrganisationId !== null && actsFor(actor.organisation, offeredOrganisationId) : actor.id === offeredTo;
  return isAsked ? undefined : refuseKeyPerson('key_person.not_asked');
}

/** 接收: who takes them over for an organisation acts for it, so that nobody is given to one that was not asked. */
function byReceiverThere(subject: Subject): DomainError | undefined {
  const { actor, offeredOrganisationId } = subject;
  const isThere = offeredOrganisationId === null || actsFor(actor.organisation, offeredOrganisationId);
  return byReceiver(subject) ?? (isThere ? undefined : refuseKeyPerson('key_person.not_of_organisation'));
}

/** 责任人: the one worker, or who keeps the register where they are; not who was merely asked, be it a worker or an organisation. */
export function byOwn(subject: Subject): DomainError | undefined {
  const { actor, workerId } = subject;
  const isOwn = actor.roles.includes('system') || actor.id === workerId || keeps(subject);
  return isOwn ? undefined : refuseKeyPerson('key_person.not_own');
}

/** Who keeps the register acts for no organisation, for the one that looks after them, or for the one of the area. */
function keeps({ actor: { roles, organisation }, areaCode, organisationId }: Subject): boolean {
  if (!CARE_KEEPERS.some((role) => roles.includes(role))) return false;
  if (!organisation || (organisationId !== null && actsFor(organisation, organisationId))) return true;
  return organisation.territory !== undefined && isWithinArea(areaCode, organisation.territory);
}

const EVERYBODY = [...CARE_KEEPERS, ...CARE_WORKERS] as const;
const RECEIVERS = EVERYBODY;

const stays = <S extends string, A extends string, E extends string>(
  action: A,
  states: readonly S[],
  event: E,
  by: readonly ('system' | (typeof EVERYBODY)[number])[],
) => states.map((state) => ({ action, from: [state], to: state, by, ...(by[0] === 'system' ? {} : { guard: byOwn }), event }));

const OPEN = ['waiting', 'assigned', 'cared-for', 'transferring', 'referred'] as const;

/**
 * waiting 待指派 (nobody looks after them yet), assigned 已指派待接收, cared-for 在服务, transferring 移交待接收 and referred 转介待接收 (their worker goes on until
 * the receiver accepts), left 已退出. Whoever is asked and does not answer within `handover-days` is asked no more. Visits are due in every open state, whoever has them.
 */
export const KEY_PERSON_TRANSITIONS = defineMachine<Subject>()(
  'intake.key_person',
  [
    { action: 'assign', from: ['waiting'], to: 'assigned', by: CARE_KEEPERS, event: 'intake.key-person.assigned.v1' },
    { action: 'transfer', from: ['cared-for'], to: 'transferring', by: EVERYBODY, guard: byOwn, event: 'intake.key-person.transferred.v1' },
    { action: 'refer', from: ['cared-for'], to: 'referred', by: EVERYBODY, guard: byOwn, event: 'intake.key-person.referred.v1' },
    {
      action: 'accept',
      from: ['assigned', 'transferring'],
      to: 'cared-for',
      by: RECEIVERS,
      guard: byReceiverThere,
      event: 'intake.key-person.accepted.v1',
    },
    { action: 'accept', from: ['referred'], to: 'waiting', by: CARE_KEEPERS, guard: byReceiver, event: 'intake.key-person.accepted.v1' },
    { action: 'refuse', from: ['assigned'], to: 'waiting', by: RECEIVERS, guard: byReceiver, event: 'intake.key-person.refused.v1' },
    { action: 'refuse', from: ['transferring'], to: 'cared-for', by: RECEIVERS, guard: byReceiver, event: 'intake.key-person.refused.v1' },
    { action: 'refuse', from: ['referred'], to: 'cared-for', by: CARE_KEEPERS, guard: byReceiver, event: 'intake.key-person.refused.v1' },
    {
      action: 'take-back',
      from: ['assigned'],
      to: 'waiting',
      by: CARE_KEEPERS,
      guard: byOwn,
      event: 'intake.key-person.taken-back.v1',
    },
    {
      action: 'take-back',
      from: ['transferring', 'referred'],
      to: 'cared-for',
      by: EVERYBODY,
      guard: byOwn,
      event: 'intake.key-person.taken-back.v1',
    },
    { action: 'lapse', from: ['assigned'], to: 'waiting', by: ['system'], event: 'intake.key-person.lapsed.v1' },
    { action: 'lapse', from: ['transferring', 'referred'], to: 'cared-for', by: ['system'], event: 'intake.key-person.lapsed.v1' },
    ...stays('visit', OPEN, 'intake.key-person.visited.v1', EVERYBODY),
    ...stays('remind', OPEN, 'intake.key-person.overdue.v1', ['system']),
    ...stays('change-risk', OPEN, 'intake.key-person.risk-changed.v1', EVERYBODY),
    ...stays('report-change', OPEN, 'intake.key-person.change-reported.v1', EVERYBODY),
    ...stays('move', OPEN, 'intake.key-person.moved.v1', ['system']),
    { action: 'move-away', from: OPEN, to: 'waiting', by: ['system'], event: 'intake.key-person.moved.v1' },
    { action: 'leave', from: OPEN, to: 'left', by: [...EVERYBODY, 'system'], guard: byOwn, event: 'intake.key-person.left.v1' },
  ],
  {
    waiting: { field: 'nextAt' },
    assigned: { field: 'nextAt' },
    'cared-for': { field: 'nextAt' },
    transferring: { field: 'nextAt' },
    referred: { field: 'nextAt' },
    left: 'final',
  },
);

export const KEY_PERSON_STATES = KEY_PERSON_TRANSITIONS.states;
export type KeyPersonState = StateOf<typeof KEY_PERSON_TRANSITIONS>;
type KeyPersonAction = ActionOf<typeof KEY_PERSON_TRANSITIONS>;
/** The events that tell of a key person, its beginning included. */
export type KeyPersonEventType = Extract<EventType, `intake.key-person.${string}`>;

/** What the system does to a key person because something was done to the resident, whoever did that. */
export const stepBySystem = <R extends { readonly state: KeyPersonState; readonly version: number }>(
  person: R,
  action: KeyPersonAction,
  changes: Partial<R>,
): Step<R, KeyPersonAction, EventOf<typeof KEY_PERSON_TRANSITIONS>> => {
  const subject = { actor: SYSTEM, areaCode: '', organisationId: null, workerId: null, offeredTo: null, offeredOrganisationId: null };
  return stepOf(unwrap(KEY_PERSON_TRANSITIONS.decide(person.state, action, SYSTEM, subject)), person, SYSTEM, changes);
};
