import { dateOf, endOf } from '@zero-distance/calendar';
import { type DomainError, err, isDate, newId, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** 协议形式: written 书面, oral 口头. */
export const AGREEMENT_FORMS = ['written', 'oral'] as const;
export type AgreementForm = (typeof AGREEMENT_FORMS)[number];

/** 调解协议. */
export interface Agreement {
  readonly id: string;
  readonly caseId: string;
  readonly form: AgreementForm;
  readonly terms: string;
  /** Performed on the spot 即时履行. */
  readonly immediate: boolean;
  /** When it has to be performed: 24:00 in Shanghai of the last day. */
  readonly performBy: Date;
  readonly agreedAt: Date;
}

/** What the parties agreed on, as it is entered. */
export interface AgreementInput {
  readonly form: AgreementForm;
  readonly terms: string;
  readonly immediate: boolean;
  /** The last day to perform it, `YYYY-MM-DD`; today when it is performed at once. */
  readonly performBy?: string;
  /** A party asked for it in writing. */
  readonly writingAsked?: boolean;
}

/** What of a case an agreement is judged by. */
interface AgreedCase {
  readonly id: string;
  readonly difficulty: string;
}

/** 达成协议. Oral only when it is performed at once, the case is not major and no party asks for writing. */
export function makeAgreement(current: AgreedCase, input: AgreementInput, now: Date): Result<Agreement> {
  const refusal = checkForm(current, input) ?? checkDeadline(input, dateOf(now));
  if (refusal) return err(refusal);
  const { form, terms, immediate, performBy = dateOf(now) } = input;
  return ok({ id: newId(), caseId: current.id, form, terms, immediate, performBy: endOf(performBy), agreedAt: now });
}

function checkForm({ difficulty }: AgreedCase, { form, immediate, writingAsked }: AgreementInput): DomainError | undefined {
  if (form === 'written') return undefined;
  if (!immediate) return mustBeWritten('协议不是即时履行', 'it is not performed at once');
  if (difficulty === 'major') return mustBeWritten('案情重大', 'the case is major');
  return writingAsked ? mustBeWritten('有当事人要求书面协议', 'a party asks for it') : undefined;
}

const mustBeWritten = (zh: string, en: string): DomainError => refuse('agreement.must_be_written', { zh, en }, '/form');

function checkDeadline({ immediate, performBy }: AgreementInput, today: string): DomainError | undefined {
  if (performBy === undefined) return immediate ? undefined : refuse('agreement.deadline_missing', {}, '/performBy');
  const isFromTodayOn = isDate(performBy) && performBy >= today;
  return isFromTodayOn ? undefined : refuse('agreement.deadline_invalid', { date: performBy }, '/performBy');
}
