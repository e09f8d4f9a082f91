import { type DomainError, newId, type StepOf } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import { EMERGENCY_WORDS } from '../redirection/redirection.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { canBeHandledAgain } from '../request/part.js';
import { isPublishable, type Request, UNTOUCHED } from '../request/request.js';
import { type REQUEST_TRANSITIONS, stepBySystem } from '../request/request.transitions.js';

/** 分项: what a clerk says of a part. What is left out is as it is in the whole. */
export type PartFacts = Pick<Request, 'kind' | 'categoryCode' | 'title' | 'text'> &
  Partial<Pick<Request, 'areaCode' | 'urgency'>> & { readonly place?: string };

/** Whether a request may be divided so; the refusal, if not. One part of the same kind would be the request itself. */
export function checkParts(whole: Request, parts: readonly PartFacts[], most: number): DomainError | undefined {
  if (parts.length > most) return refuse('request.too_many_parts', { limit: most }, '/parts');
  if (parts.length === 1 && parts[0]?.kind === whole.kind) return refuse('request.one_part_is_no_division', { kind: whole.kind }, '/parts');
  const place = parts.findIndex(({ kind }) => kind === 'service-order');
  return place < 0 ? undefined : refuseService('request.service_by_menu', {}, `/parts/${place}/kind`);
}

/**
 * A part as it begins. Who asks, who must not see it and what is kept from the public are those of the whole. Its number is that of the whole, with its
 * own place behind it. The caller waits since the whole was taken in, so the clocks start there; of one that is handled again they start anew.
 */
export function partOf(whole: Request, input: PartFacts, place: number, now: Date): Request {
  const areaCode = input.areaCode ?? whole.areaCode;
  const isElsewhere = areaCode !== whole.areaCode;
  return {
    ...whole,
    ...UNTOUCHED,
    id: newId(now.getTime()),
    number: `${whole.number}-${place}`,
    parentId: whole.id,
    state: 'received',
    kind: input.kind,
    categoryCode: input.categoryCode,
    areaCode,
    place: input.place ?? (isElsewhere ? null : whole.place),
    point: isElsewhere ? null : whole.point,
    title: input.title,
    text: input.text,
    urgency: input.urgency ?? whole.urgency,
    upstreamReference: null,
    upstreamSystem: null,
    publishable: isPublishable(input.kind, whole.confidential, whole.publishable),
    receivedAt: whole.round === 1 ? whole.receivedAt : now,
  };
}

type RequestStep<R extends Request> = StepOf<R, typeof REQUEST_TRANSITIONS>;

/** What becomes of a divided request when none of its parts is open: withdrawn or declined when all of them were, else answered. */
export function answeredInParts<R extends Request>(whole: R, parts: readonly Request[], now: Date): RequestStep<R> {
  const kept = parts.filter(({ state }) => state !== 'withdrawn');
  if (kept.length === 0) return stepBySystem(whole, 'withdraw');
  const answer: Partial<Request> = {
    answeredBy: 'parts',
    answerResult: null,
    publicAnswer: parts.map((part) => `分项${placeOf(whole, part)}：${answerOf(part)}`).join('\n'),
    publishable: whole.publishable && kept.every(({ publishable }) => publishable),
  };
  if (kept.every(({ state }) => state === 'declined'))
    return { ...stepBySystem(whole, 'decline', answer as Partial<R>), reasonCode: 'other', reason: 'other' };
  const last = Math.max(...kept.map(({ repliedAt }) => repliedAt?.getTime() ?? 0));
  const step = stepBySystem(whole, 'reply', { ...answer, repliedAt: last > 0 ? new Date(last) : now } as Partial<R>);
  return { ...step, after: { ...step.after, parts: kept.filter(canBeHandledAgain) } };
}

function answerOf({ state, publicAnswer, emergencyNumber }: Request): string {
  if (state === 'withdrawn') return '诉求人已撤回。';
  if (state === 'redirected' && emergencyNumber) return EMERGENCY_WORDS[emergencyNumber].zh;
  return publicAnswer ?? '已办理。';
}

const placeOf = (whole: Request, part: Request): string => part.number.slice(whole.number.length + 1);
