import type { CaseType, EventData } from '@zero-distance/contracts';
import { type DomainError, err, newId, ok, type Result, type StepOf, type Told } from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import { MEDIATION_CASE_TRANSITIONS, type MediationCaseEventType, type MediationCaseState } from './mediation-case.transitions.js';
import { dayLimit } from './month-limit.js';

/** The states before an outcome: a party can still refuse. */
export const OPEN_STATES: readonly MediationCaseState[] = ['applied', 'accepted', 'assigned', 'mediating'];

/** 难易程度: simple 简易, difficult 疑难, major 重大. */
export const DIFFICULTIES = ['simple', 'difficult', 'major'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Where a case came from: applied for here 当事人申请, or a request of intake 诉求转办. */
export const MEDIATION_CASE_SOURCES = ['application', 'referral'] as const;

/** 申请人, 被申请人. */
export const PARTY_ROLES = ['applicant', 'respondent'] as const;
/** 当事人称谓. A closed list, so that nobody's name can be entered. */
export const PARTY_LABELS = ['甲方', '乙方', '丙方', '丁方', '戊方', '己方', '庚方', '辛方', '壬方', '癸方'] as const;

/** 当事人, by label only. */
export interface Party {
  readonly role: (typeof PARTY_ROLES)[number];
  readonly label: (typeof PARTY_LABELS)[number];
}

/** 回避: whom a matter is hidden from, by organisation and by account; null for nobody. */
interface Bars {
  readonly barredOrganisationIds: readonly string[] | null;
  readonly barredAccountIds: readonly string[] | null;
}

/** 调解案件. Holds no personal data: the parties are labels, and who stands behind them is known to intake alone. */
export interface MediationCase extends Bars {
  readonly id: string;
  /** The request of intake it came from; null for an application made here. */
  readonly requestId: string | null;
  readonly requestNumber: string | null;
  /** Its number in the time before, of one that was brought along. */
  readonly pastReference: string | null;
  /** The organisation that applied for it here, when the caller acted for one. */
  readonly appliedBy: string | null;
  /** Of the request: 1, and one more each time the requester was not content and the request was reopened. */
  readonly round: number;
  readonly areaCode: string;
  readonly caseType: CaseType;
  readonly difficulty: Difficulty;
  /** 标的额 in yuan, two decimals, as Postgres writes a numeric. */
  readonly amount: string | null;
  readonly summary: string | null;
  readonly parties: readonly Party[];
  readonly state: MediationCaseState;
  readonly mediatorId: string | null;
  readonly chosenByParties: boolean;
  /** Who was replaced, and may not come back to this case. */
  readonly recusedMediatorIds: readonly string[];
  readonly appliedAt: Date;
  readonly acceptedAt: Date | null;
  /** By when it is to be accepted or declined, then mediated (the mediation limit), then performed. */
  readonly dueAt: Date | null;
  /** When the outcome was reached: declined, agreed, failed or terminated. */
  readonly concludedAt: Date | null;
  readonly reasonCode: string | null;
  readonly publicAnswer: string | null;
  /** When the words of its dossier were taken away because their time was over; null while they are there. */
  readonly dossierErasedAt: Date | null;
  /** When its request was erased; null while it is not, or where there is none. */
  readonly matterErasedAt: Date | null;
  /** The title of its request, as this service keeps it: sealed. Of a case that was read to be shown; null when there is none. */
  readonly sealedTitle: string | null;
  readonly version: number;
}

/** What an applicant says, or what is known of a referred dispute. */
export interface Application {
  readonly areaCode: string;
  readonly caseType: CaseType;
  readonly difficulty: Difficulty;
  readonly amount?: number;
  readonly summary: string;
  readonly parties: readonly Party[];
}

/** A dispute that intake took in: only that there is one, and where. The parties are named once they are met. */
export interface Referral extends Bars {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly areaCode: string;
  readonly caseType: CaseType;
}

const PARTIES_OF_A_REFERRAL: readonly Party[] = [
  { role: 'applicant', label: '甲方' },
  { role: 'respondent', label: '乙方' },
];

const BEFORE_ACCEPTANCE = {
  pastReference: null,
  round: 1,
  state: 'applied',
  mediatorId: null,
  chosenByParties: false,
  recusedMediatorIds: [],
  acceptedAt: null,
  dueAt: null,
  concludedAt: null,
  reasonCode: null,
  publicAnswer: null,
  dossierErasedAt: null,
  matterErasedAt: null,
  sealedTitle: null,
  version: 1,
} as const;

/** A case applied for without a request. */
export function applyForCase(input: Application, appliedBy: string | null, now: Date): Result<MediationCase> {
  const refusal = checkParties(input.parties);
  if (refusal) return err(refusal);
  const { amount, ...given } = input;
  const origin = { id: newId(), requestId: null, requestNumber: null, appliedBy, barredOrganisationIds: null, barredAccountIds: null };
  return ok({ ...BEFORE_ACCEPTANCE, ...given, ...origin, amount: amount === undefined ? null : amount.toFixed(2), appliedAt: now });
}

/** A case made of a dispute that intake took in. Taken as simple until the committee accepts it and says how difficult it is. */
export function referCase(referral: Referral, now: Date): MediationCase {
  const unknown = { appliedBy: null, difficulty: 'simple', amount: null, summary: null, parties: PARTIES_OF_A_REFERRAL } as const;
  return { ...BEFORE_ACCEPTANCE, ...unknown, ...referral, id: newId(), appliedAt: now };
}

/** What is known of a case of the time before. */
type Past = Pick<
  MediationCase,
  'id' | 'areaCode' | 'caseType' | 'difficulty' | 'state' | 'appliedAt' | 'acceptedAt' | 'concludedAt' | 'pastReference'
>;

/** A case of the time before, with what became of it and without its words. */
export function pastCase(past: Past): MediationCase {
  const origin = { requestId: null, requestNumber: null, appliedBy: null, barredOrganisationIds: null, barredAccountIds: null };
  return { ...BEFORE_ACCEPTANCE, ...origin, amount: null, summary: null, parties: PARTIES_OF_A_REFERRAL, ...past };
}

/** The next case about the same request, because its requester was not content with how the last one ended. */
export function reapplyCase(last: MediationCase, round: number, now: Date): MediationCase {
  return { ...last, ...BEFORE_ACCEPTANCE, id: newId(), round, appliedAt: now };
}

/** By when a case applied for is to be accepted or declined (policy `accept-limit`). */
export const dueForAcceptance = (applied: MediationCase, { days }: { readonly days: number }): MediationCase => ({
  ...applied,
  dueAt: dayLimit(applied.appliedAt, days),
});

/** An action on a case that the state table allows. What else it changes is added before it is saved: the rules of that are asked last. */
export type MediationCaseStep = StepOf<MediationCase, typeof MEDIATION_CASE_TRANSITIONS>;

/** 回避: true while a case is with a mediator whose account its matter is hidden from. */
export const isBarred = ({ state, mediatorId, barredAccountIds }: MediationCase): boolean =>
  (state === 'assigned' || state === 'mediating') && mediatorId !== null && (barredAccountIds ?? []).includes(mediatorId);

/** True until the case has an outcome. */
export const isOpen = ({ state }: MediationCase): boolean => OPEN_STATES.includes(state);

/** True when the time of what is to be done next has passed; nothing is, in a final state. */
export const isOverdue = ({ state, dueAt }: MediationCase, now: Date): boolean =>
  dueAt !== null && dueAt <= now && MEDIATION_CASE_TRANSITIONS.clocks[state] !== 'final';

function checkParties(parties: readonly Party[]): DomainError | undefined {
  const repeated = parties.findIndex(({ label }, i) => parties.findIndex((other) => other.label === label) < i);
  if (repeated >= 0) return refuse('case.party_repeated', { label: parties[repeated]?.label ?? '' }, `/parties/${repeated}/label`);
  const complete = PARTY_ROLES.every((role) => parties.some((party) => party.role === role));
  return complete ? undefined : refuse('case.parties_incomplete', {}, '/parties');
}

const brief = ({ id, requestId, areaCode, caseType }: MediationCase, { at }: Told<MediationCase>) => ({
  caseId: id,
  requestId,
  areaCode,
  caseType,
  at: at.toISOString(),
});

const answered = (after: MediationCase, told: Told<MediationCase>) => ({ ...brief(after, told), publicAnswer: after.publicAnswer ?? '' });

/** When a past case was accepted, and when agreed on if it was. */
const imported = (after: MediationCase, told: Told<MediationCase>) => ({
  ...brief(after, told),
  acceptedAt: after.acceptedAt?.toISOString() ?? null,
  agreedAt: after.state === 'performed' || after.state === 'breached' ? (after.concludedAt?.toISOString() ?? null) : null,
});

const ended = (after: MediationCase, told: Told<MediationCase>) => ({ ...answered(after, told), reasonCode: after.reasonCode ?? '' });

/** The data of each event of a case, from the case after the step: ids and codes, and the answer released for the public. */
export const MEDIATION_CASE_EVENTS: {
  readonly [E in MediationCaseEventType]: (after: MediationCase, told: Told<MediationCase>) => EventData<E>;
} = {
  'case-mediation.case.applied.v1': brief,
  'case-mediation.case.imported.v1': imported,
  'case-mediation.case.corrected.v1': brief,
  'case-mediation.case.accepted.v1': brief,
  'case-mediation.case.declined.v1': ended,
  'case-mediation.case.assigned.v1': (after, told) => ({ ...brief(after, told), mediatorId: after.mediatorId ?? '' }),
  'case-mediation.case.left.v1': brief,
  'case-mediation.case.started.v1': brief,
  'case-mediation.case.agreed.v1': answered,
  'case-mediation.case.failed.v1': answered,
  'case-mediation.case.terminated.v1': ended,
  'case-mediation.case.performed.v1': brief,
  'case-mediation.case.breached.v1': brief,
};
