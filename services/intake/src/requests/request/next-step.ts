import type { Lamp } from '@zero-distance/calendar';
import type { RequestState } from './request.transitions.js';

/** 下一步: what a request waits for. */
export const NEXT_STEPS = [
  'route',
  'accept',
  'handle',
  'recheck',
  'review',
  'assign-again',
  'mediate',
  'call-back',
  'answer-with-main',
  'answer-in-parts',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** 由谁办: the role that has it. */
export const NEXT_ROLES = ['dispatcher', 'handler', 'grid-worker', 'reviewer', 'mediator', 'callback-agent'] as const;
export type NextRole = (typeof NEXT_ROLES)[number];

/** What is next, who has it, and by when. */
export interface Next {
  readonly step: NextStep;
  readonly role: NextRole | null;
  readonly organisationId: string | null;
  readonly dueAt: Date | null;
  readonly lamp: Lamp | null;
}

/** A line of a request's story, as far as it tells what is next. */
interface Heard {
  readonly service: string;
  readonly action: string;
  readonly detail: Record<string, unknown> | null;
}

/** What an order waits for after what was last done with it; what is not named here changes nothing of that. */
const AFTER: Readonly<Record<string, readonly [NextStep, NextRole]>> = {
  'work-order.opened': ['route', 'dispatcher'],
  'work-order.dispatched': ['accept', 'handler'],
  'work-order.reassigned': ['accept', 'handler'],
  'work-order.handed-over': ['accept', 'handler'],
  'work-order.accepted': ['handle', 'handler'],
  'work-order.started': ['handle', 'handler'],
  'work-order.resumed': ['handle', 'handler'],
  'work-order.taken-back': ['handle', 'handler'],
  'work-order.rejected': ['handle', 'handler'],
  'work-order.refuted': ['handle', 'handler'],
  'work-order.reworked': ['handle', 'handler'],
  'work-order.replied': ['review', 'reviewer'],
  'work-order.confirmed': ['review', 'reviewer'],
  'work-order.recheck-lapsed': ['review', 'reviewer'],
  'work-order.returned': ['assign-again', 'dispatcher'],
  'work-order.recalled': ['assign-again', 'dispatcher'],
};

/** What an order waits for after an event of it; undefined where that changes nothing. */
export const stepAfter = (eventType: string): NextStep | undefined => AFTER[eventType.split('.').slice(1, 3).join('.')]?.[0];

/** What a request waits for that no order is worked on for. */
const OF_STATE: Readonly<Partial<Record<RequestState, readonly [NextStep, NextRole | null]>>> = {
  received: ['route', 'dispatcher'],
  mediating: ['mediate', 'mediator'],
  replied: ['call-back', 'callback-agent'],
  merged: ['answer-with-main', null],
  divided: ['answer-in-parts', null],
};

/** Whose work an order is: of these steps the organisation that leads. */
const OF_LEAD: readonly NextStep[] = ['accept', 'handle'];

const timeOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null);

/** What a request waits for now; undefined when that is nothing. @param story what was heard of its orders, oldest first */
export function nextOf({ state }: { readonly state: RequestState }, story: readonly Heard[], now: Date): Next | undefined {
  const [step, role] = (state === 'dispatched' || state === 'reopened' ? afterOrder(story) : OF_STATE[state]) ?? [];
  if (step === undefined) return undefined;
  const none = { step, role: role ?? null, organisationId: null, dueAt: null, lamp: null };
  if (step === 'recheck') return { ...none, dueAt: timeOf(story.findLast(({ detail }) => detail?.recheckDueAt)?.detail?.recheckDueAt) };
  if (!OF_LEAD.includes(step)) return none;
  const { detail, warned } = lastGiven(story);
  const dueAt = timeOf(step === 'accept' ? detail?.signDueAt : detail?.dueAt);
  return { ...none, organisationId: organisationOf(detail), dueAt, lamp: dueAt && lampOf(dueAt, warned, now) };
}

/** It says until when who found it is waited for. */
const asksFinder = ({ detail }: Pick<Heard, 'detail'>): boolean => typeof detail?.recheckDueAt === 'string';

function afterOrder(story: readonly Heard[]): readonly [NextStep, NextRole] | undefined {
  const { action = 'work-order.opened', detail = null } = story.findLast((line) => line.action in AFTER || asksFinder(line)) ?? {};
  return asksFinder({ detail }) ? ['recheck', 'grid-worker'] : AFTER[action];
}

const organisationOf = (detail: Heard['detail']): string | null =>
  typeof detail?.organisationId === 'string' ? detail.organisationId : null;

const lampOf = (dueAt: Date, warned: boolean, now: Date): Lamp => (dueAt <= now ? 'red' : warned ? 'yellow' : 'green');

/** Who has the order by when, as it was told last, and whether its time was nearly over since. */
function lastGiven(story: readonly Heard[]): { readonly detail: Heard['detail']; readonly warned: boolean } {
  const at = story.findLastIndex(({ detail }) => typeof detail?.dueAt === 'string');
  return { detail: story[at]?.detail ?? null, warned: story.slice(at + 1).some(({ action }) => action === 'work-order.warned') };
}
