import { URGENCIES } from '@zero-distance/contracts';
import { DAY_MS, type DomainError, type StepOf } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import { refuseService } from '../request/ordered-service.errors.js';
import { areOfOneService } from '../request/ordered-service.js';
import type { Request } from '../request/request.js';
import { type REQUEST_TRANSITIONS, type RequestState, stepBySystem } from '../request/request.transitions.js';
import { refuseMerging } from './merging.errors.js';

/** A main request in one of these has an answer for all who asked. */
export const ANSWERED_STATES: readonly RequestState[] = ['replied', 'closed', 'answered', 'declined', 'redirected'];

/** What a merging is judged by. */
interface Moment {
  /** The main request of `main`, when that is merged itself. */
  readonly mainOfMain: string | undefined;
  /** 发现人: the request, or one merged into it, is looked at again by who found it before it is closed, and the main request is not. */
  readonly losesFinder: boolean;
  /** Policy `merge-window`. */
  readonly days: number;
  readonly now: Date;
}

/** Whether a request may be merged into another one; the refusal, if not. */
export function checkMain(request: Request, main: Request, { mainOfMain, losesFinder, days, now }: Moment): DomainError | undefined {
  const { number } = main;
  const at = '/mainRequestId';
  if (main.id === request.id) return refuse('request.main_is_itself', {}, at);
  if (main.parentId !== null) return refuse('request.main_is_a_part', { number }, at);
  if (main.state === 'merged') return refuse('request.main_is_merged', { number, mainRequestId: mainOfMain ?? '' }, at);
  if (!areOfOneService(request, main)) return refuseService('request.main_is_for_other_service', { number }, at);
  if (hasNothingToShare(main)) return refuse('request.main_has_no_answer_to_share', { number }, at);
  const end = endOf(main);
  if (end && now.getTime() - end.getTime() > days * DAY_MS) return refuse('request.main_ended_long_ago', { number, days }, at);
  if (recusesFewer(main, request)) return refuse('request.main_recuses_fewer', { number }, at);
  return losesFinder ? refuseMerging('request.main_without_finder', { number }, at) : undefined;
}

/** 重新判断紧急程度: who reports it again may say that it is worse, and the main request has the order. Of one that is answered there is nothing to hurry. */
export const isUrgencyToJudge = (request: Request, main: Request): boolean =>
  !ANSWERED_STATES.includes(main.state) && URGENCIES.indexOf(request.urgency) < URGENCIES.indexOf(main.urgency);

/** One that ended without an answer, or whose words were erased. */
const hasNothingToShare = ({ state, erasedAt, publicAnswer }: Request): boolean =>
  state === 'declined' ||
  state === 'withdrawn' ||
  state === 'redirected' ||
  erasedAt !== null ||
  ((state === 'closed' || state === 'answered') && publicAnswer === null);

/** When it ended; null while something may still be done about it. */
const endOf = ({ state, closedAt, repliedAt }: Request): Date | null =>
  state === 'closed' || state === 'answered' ? (closedAt ?? repliedAt) : null;

/** 回避: whoever must not see or handle a request may handle no main request of it either. */
export const recusesFewer = (main: Request, request: Request): boolean =>
  isMissing(main.barredOrganisationIds, request.barredOrganisationIds) || isMissing(main.barredAccountIds, request.barredAccountIds);

const isMissing = (there: readonly string[] | null, wanted: readonly string[] | null): boolean =>
  (wanted ?? []).some((id) => !there?.includes(id));

type RequestStep<R extends Request> = StepOf<R, typeof REQUEST_TRANSITIONS>;

/** 并单答复: what the main request was answered is told to who asked the same, at once or when it is answered. */
export function repliedWithMain<R extends Request>(member: R, main: Request, mergedAt: Date, now: Date): RequestStep<R> {
  const { answeredBy, workOrderId, caseId, organisationId, publicAnswer, answerResult } = main;
  const answer: Partial<Request> = {
    answeredBy,
    workOrderId,
    caseId,
    organisationId,
    publicAnswer,
    answerResult,
    repliedAt: heardAt(main, mergedAt, now),
  };
  const step = stepBySystem(member, 'reply', answer as Partial<R>);
  return { ...step, after: { ...step.after, mainRequestId: main.id } };
}

/** Who was merged before the answer waited for it as long as the main request did; who was merged after it has it from now on. */
const heardAt = ({ repliedAt }: Request, mergedAt: Date, now: Date): Date => (repliedAt && repliedAt > mergedAt ? repliedAt : now);
