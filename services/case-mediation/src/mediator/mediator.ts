import { isDeepStrictEqual } from 'node:util';
import type { CaseType } from '@zero-distance/contracts';
import { type DomainError, err, isWithinArea, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** 调解员类别: professional 专职, experienced 兼职 (两委成员, 新乡贤). */
export const QUALIFICATIONS = ['professional', 'experienced'] as const;
export type Qualification = (typeof QUALIFICATIONS)[number];

/** How a mediator is called in the register. */
export const MEDIATOR_CODE = {
  pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
  letters: 'lower',
  zh: '须为调解员代码（字母、数字和连字符，不分大小写）',
  en: 'must be the code of a mediator (letters, digits and hyphens; capital or small is the same)',
} as const;

/** 人民调解员. A public office: name and committee are posted on the committee's wall. */
export interface Mediator {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly qualification: Qualification;
  /** The types of dispute this mediator knows best. */
  readonly specialities: readonly CaseType[];
  /** The area served. */
  readonly areaCode: string;
  readonly committee: string;
  readonly registeredAt: Date;
  /** Since when this is no mediator any more, and the code of who took over what was open. */
  readonly retiredAt: Date | null;
  readonly successorMediator: string | null;
  readonly version: number;
}

/** Whether something else is registered of a mediator than before. */
export const isSame = (before: Mediator, after: Mediator): boolean =>
  isDeepStrictEqual({ ...before }, { ...after, version: before.version });

/** How a mediator comes to a case. */
export interface Assignment {
  readonly chosenByParties: boolean;
  /** Why the present mediator is replaced; needed only then. */
  readonly reason?: string;
}

/** What of a case its mediator is judged by. */
interface AssignableCase {
  readonly areaCode: string;
  readonly mediatorId: string | null;
  readonly recusedMediatorIds: readonly string[];
  /** Accounts from which the matter is hidden: a mediator who has an account is called by it. */
  readonly barredAccountIds: readonly string[] | null;
}

/** What an assignment changes of a case. */
interface Assigned {
  readonly mediatorId: string;
  readonly chosenByParties: boolean;
  readonly recusedMediatorIds: readonly string[];
}

/**
 * 选定、指派或更换调解员. The parties may choose anybody on the register; an assigned mediator serves the area of the case.
 * A replaced mediator is recused (回避) for good.
 */
export function assignMediator(current: AssignableCase, mediator: Mediator, { chosenByParties, reason }: Assignment): Result<Assigned> {
  const refusal = checkAssignable(current, mediator, chosenByParties) ?? checkReason(current, reason);
  if (refusal) return err(refusal);
  const recusedMediatorIds = current.mediatorId ? [...current.recusedMediatorIds, current.mediatorId] : current.recusedMediatorIds;
  return ok({ mediatorId: mediator.id, chosenByParties, recusedMediatorIds });
}

/** 接手: whether the successor of a retired mediator has the case from now on. Nobody is recused by it. */
export const mayTakeOver = (current: AssignableCase, successor: Mediator): boolean =>
  checkAssignable(current, successor, false) === undefined;

function checkAssignable(current: AssignableCase, mediator: Mediator, chosenByParties: boolean): DomainError | undefined {
  const { code, successorMediator } = mediator;
  if (successorMediator) return refuse('mediator.retired', { code, successor: successorMediator }, '/mediatorId');
  if (current.mediatorId === mediator.id) return refuse('mediator.assigned_already', {}, '/mediatorId');
  if ([...current.recusedMediatorIds, ...(current.barredAccountIds ?? [])].includes(mediator.id))
    return refuse('mediator.recused', {}, '/mediatorId');
  if (chosenByParties || isWithinArea(current.areaCode, mediator.areaCode)) return undefined;
  return refuse('mediator.other_area', { mediatorArea: mediator.areaCode, caseArea: current.areaCode }, '/mediatorId');
}

const checkReason = ({ mediatorId }: AssignableCase, reason: string | undefined): DomainError | undefined =>
  mediatorId !== null && !reason ? refuse('mediator.recusal_unreasoned', {}, '/reason') : undefined;
