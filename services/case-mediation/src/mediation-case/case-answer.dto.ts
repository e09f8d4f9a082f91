import { ApiProperty } from '@nestjs/swagger';
import { CASE_TYPES, type CaseType } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { AgreementDto, toAgreementDto } from '../agreement/agreement.dto.js';
import type { Agreement } from '../agreement/agreement.js';
import { SessionDto, toSessionDto } from '../session/session.dto.js';
import type { Session } from '../session/session.js';
import { PartyDto } from './mediation-case.dto.js';
import { CASE_SOURCES, DIFFICULTIES, type Difficulty, type HistoryEntry, isOverdue, type MediationCase } from './mediation-case.js';
import { CASE_STATES, CASE_TRANSITIONS, type CaseAction, type CaseState } from './mediation-case.transitions.js';

const TIME = { type: String, format: 'date-time', nullable: true } as const;

/** 调解案件. */
export class CaseDto {
  @ApiProperty({ format: 'uuid', description: '案件编号 / id of the case' }) id: string;
  @ApiProperty({ enum: CASE_SOURCES, description: 'application 当事人申请，referral 诉求转办 / where it came from' })
  source: (typeof CASE_SOURCES)[number];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '来源诉求 / the request it came from' }) requestId:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true, example: '230903011001-261123-000417', description: '来源诉求编号 / its number' })
  requestNumber: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '诉求的第几轮 / round of the request' }) round: number;
  @ApiProperty({ type: String, example: '230903011001', description: '纠纷所在区划 / where the dispute is' }) areaCode: string;
  @ApiProperty({ enum: CASE_TYPES, description: '纠纷类型 / type of dispute' }) caseType: CaseType;
  @ApiProperty({ enum: DIFFICULTIES, description: 'simple 简易，difficult 疑难，major 重大 / how difficult' }) difficulty: Difficulty;
  @ApiProperty({ type: Number, nullable: true, description: '标的额（元） / yuan' }) amount: number | null;
  @ApiProperty({ type: String, nullable: true, description: '纠纷概况，保密 / summary, confidential' }) summary: string | null;
  @ApiProperty({ type: [PartyDto], description: '当事人 / parties' }) parties: readonly PartyDto[];
  @ApiProperty({ enum: CASE_STATES, description: '状态 / state' }) state: CaseState;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '调解员 / the mediator' }) mediatorId: string | null;
  @ApiProperty({ type: Boolean, description: '由当事人选定 / chosen by the parties' }) chosenByParties: boolean;
  @ApiProperty({ format: 'date-time', description: '申请时间 / applied for' }) appliedAt: string;
  @ApiProperty({ ...TIME, description: '受理时间 / accepted' }) acceptedAt: string | null;
  @ApiProperty({ ...TIME, description: '当前步骤的时限：受理、调解或履行 / what is next is due: acceptance, an outcome, or performance' })
  dueAt: string | null;
  @ApiProperty({ type: Boolean, description: '是否已逾期 / past that time, with something still to be done' }) overdue: boolean;
  @ApiProperty({ ...TIME, description: '结果形成时间 / when the outcome was reached' }) concludedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: '不予受理或终止的原因 / why declined or terminated' }) reasonCode:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true, description: '公开答复 / answer for the public' }) publicAnswer: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，同 ETag / version, as in the ETag' }) version: number;
  @ApiProperty({ type: [String], example: ['accept', 'decline', 'terminate'], description: '您现在可以做的操作 / what you may do now' })
  actions: CaseAction[];
}

/** 办理过程的一步: one step of a case. */
export class CaseHistoryDto {
  @ApiProperty({ type: String, example: 'accept', description: '操作 / what was done' }) action: string;
  @ApiProperty({ enum: CASE_STATES, nullable: true, type: String, description: '此前的状态 / state before' }) from: string | null;
  @ApiProperty({ enum: CASE_STATES, description: '此后的状态 / state after' }) to: string;
  @ApiProperty({ type: String, description: '操作账号 / the account that did it' }) actorId: string;
  @ApiProperty({ type: String, nullable: true, description: '原因 / why' }) reason: string | null;
  @ApiProperty({ format: 'date-time', description: '时间 / when' }) at: string;
}

/** 调解案件全貌. */
export class CaseDetailDto extends CaseDto {
  @ApiProperty({ type: [SessionDto], description: '调解会 / sessions' }) sessions: SessionDto[];
  @ApiProperty({ type: AgreementDto, nullable: true, description: '调解协议 / the agreement' }) agreement: AgreementDto | null;
  @ApiProperty({ type: [CaseHistoryDto], description: '办理过程 / what was done' }) history: CaseHistoryDto[];
}

/** What the caller sees of a case, and may do with it. */
export function toCaseDto(found: MediationCase, { actor, now }: { actor: Actor; now: Date }): CaseDto {
  const { recusedMediatorIds, appliedBy, barredOrganisationIds, barredAccountIds, ...shown } = found;
  const { amount, appliedAt, acceptedAt, dueAt, concludedAt, ...plain } = shown;
  return {
    ...plain,
    source: found.requestId === null ? 'application' : 'referral',
    amount: amount === null ? null : Number(amount),
    appliedAt: appliedAt.toISOString(),
    acceptedAt: iso(acceptedAt),
    dueAt: iso(dueAt),
    concludedAt: iso(concludedAt),
    overdue: isOverdue(found, now),
    actions: CASE_TRANSITIONS.allowed(found.state, actor, undefined),
  };
}

interface Parts {
  readonly sessions: readonly Session[];
  readonly agreement: Agreement | undefined;
  readonly history: readonly HistoryEntry[];
}

/** A case with everything that belongs to it. */
export const toCaseDetailDto = (
  found: MediationCase,
  { sessions, agreement, history }: Parts,
  view: { actor: Actor; now: Date },
): CaseDetailDto => ({
  ...toCaseDto(found, view),
  sessions: sessions.map(toSessionDto),
  agreement: agreement ? toAgreementDto(agreement) : null,
  history: history.map(({ action, fromState, toState, actorId, reason, at }) => ({
    action,
    from: fromState,
    to: toState,
    actorId,
    reason,
    at: at.toISOString(),
  })),
});

const iso = (time: Date | null): string | null => time?.toISOString() ?? null;
