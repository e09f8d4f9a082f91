import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_TYPES, type CaseType } from '@zero-distance/contracts';
import { FileDto } from '@zero-distance/files';
import {
  ChangesQuery,
  Decimal,
  Flag,
  HistoryOf,
  InternalText,
  IsAreaCode,
  MatterTextDto,
  NestedList,
  OfRegister,
  PublicText,
  SearchText,
  Words,
} from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { AgreementDto } from '../agreement/agreement.dto.js';
import { SessionDto } from '../session/session.dto.js';
import { DIFFICULTIES, type Difficulty, MEDIATION_CASE_SOURCES, PARTY_LABELS, PARTY_ROLES, type Party } from './mediation-case.js';
import { MEDIATION_CASE_STATES, type MediationCaseAction, type MediationCaseState } from './mediation-case.transitions.js';
import { DECLINE_REASONS, type DeclineReason, TERMINATION_REASONS, type TerminationReason } from './outcome.js';

const PUBLIC_ANSWER = {
  type: String,
  description: '公开答复，不得含个人信息 / answer for the public, without personal data',
};

/** 当事人: one party, by label. */
export class PartyDto implements Party {
  @ApiProperty({ enum: PARTY_ROLES, example: 'applicant', description: 'applicant 申请人，respondent 被申请人 / which side' })
  @IsIn(PARTY_ROLES)
  role: Party['role'];

  @ApiProperty({ enum: PARTY_LABELS, example: '甲方', description: '称谓，不登记姓名 / label; names are not kept' })
  @IsIn(PARTY_LABELS)
  label: Party['label'];
}

/** 受理: what kind of dispute it is. */
export class AcceptInput {
  @ApiProperty({ enum: CASE_TYPES, example: 'neighbours', description: '纠纷类型 / type of dispute' })
  @IsIn(CASE_TYPES)
  caseType: CaseType;

  @ApiProperty({ enum: DIFFICULTIES, example: 'simple', description: 'simple 简易，difficult 疑难，major 重大 / how difficult' })
  @IsIn(DIFFICULTIES)
  difficulty: Difficulty;
}

/** 申请调解. */
export class ApplyInput extends AcceptInput {
  @ApiProperty({ type: String, example: '230903011001', description: '纠纷所在区划 / where the dispute is' })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({
    type: String,
    example: '甲方反映乙方夜间噪声扰民。',
    description: '纠纷概况，不得含个人信息 / summary, without personal data',
  })
  @PublicText()
  @Words({ max: 4000 })
  summary: string;

  @ApiProperty({
    type: [PartyDto],
    example: [
      { role: 'applicant', label: '甲方' },
      { role: 'respondent', label: '乙方' },
    ],
    description: '当事人 / parties',
  })
  @NestedList(() => PartyDto, { max: PARTY_LABELS.length })
  parties: PartyDto[];

  @ApiPropertyOptional({
    type: Number,
    example: 1200,
    description: '标的额（元），最多两位小数 / amount in dispute in yuan, two decimals at most',
  })
  @IsOptional()
  @Decimal({ min: 0, max: 999_999_999_999, decimals: 2 })
  amount?: number;
}

/** 不予受理. */
export class DeclineInput {
  @ApiProperty({ enum: DECLINE_REASONS, example: 'court-accepted', description: '不予受理的原因 / why' })
  @IsIn(DECLINE_REASONS)
  reasonCode: DeclineReason;

  @ApiProperty({ ...PUBLIC_ANSWER, example: '该纠纷法院已受理，请等待法院裁判。' })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** 选定、指派或更换调解员. */
export class AssignInput {
  @ApiProperty({ format: 'uuid', description: '调解员 / the mediator' })
  @IsUUID()
  mediatorId: string;

  @ApiProperty({ type: Boolean, example: true, description: '由当事人选定（否则为指派） / chosen by the parties rather than assigned' })
  @IsBoolean()
  chosenByParties: boolean;

  @ApiPropertyOptional({
    type: String,
    example: '一方当事人申请回避。',
    description: '更换调解员的原因 / why the present mediator is replaced',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  reason?: string;
}

/** 调解不成. */
export class FailInput {
  @ApiProperty({
    ...PUBLIC_ANSWER,
    example: '双方未能达成协议，已告知可依法通过仲裁、行政、司法途径维护权利。',
    description: '公开答复，须告知仲裁、行政、司法途径 / answer for the public; it names the legal routes',
  })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** 终止调解. */
export class TerminateInput {
  @ApiProperty({ enum: TERMINATION_REASONS, example: 'party-refused', description: '终止的原因 / why' })
  @IsIn(TERMINATION_REASONS)
  reasonCode: TerminationReason;

  @ApiProperty({ ...PUBLIC_ANSWER, example: '一方当事人不愿继续调解，调解终止；可依法通过诉讼等途径解决。' })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** What a list of cases is cut by. */
export class CaseQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：来源诉求编号的任一部分（261127-17、417），或区划的代码或名称；词在诉求中查找：GET /api/intake/v1/requests?q= / any part of the number of its request (261127-17, 417), or code or name of its area; words are looked for among requests: GET /api/intake/v1/requests?q=',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: MEDIATION_CASE_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(MEDIATION_CASE_STATES)
  state?: MediationCaseState;

  @ApiPropertyOptional({ format: 'uuid', description: '来源诉求 / the request it came from' })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '调解员 / the mediator' })
  @IsOptional()
  @IsUUID()
  mediatorId?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列已逾期的；false：只列未办结且未逾期的 / true: only those overdue; false: those with something to be done that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

const TIME = { type: String, format: 'date-time', nullable: true } as const;

/** 调解案件. */
export class CaseDto {
  @ApiProperty({ format: 'uuid', description: '案件编号 / id of the case' }) id: string;
  @ApiProperty({ enum: MEDIATION_CASE_SOURCES, description: 'application 当事人申请，referral 诉求转办 / where it came from' })
  source: (typeof MEDIATION_CASE_SOURCES)[number];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '来源诉求 / the request it came from' }) requestId:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true, example: '230903011001-261123-000417', description: '来源诉求编号 / its number' })
  requestNumber: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '历史案件的原编号 / number in the time before, of a past case' })
  pastReference: string | null;
  @ApiProperty({ type: String, nullable: true, example: '楼上漏水', description: '来源诉求标题；已删除的无 / its title; none once erased' })
  title: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '诉求的第几轮 / round of the request' }) round: number;
  @ApiProperty({ type: String, example: '230903011001', description: '纠纷所在区划 / where the dispute is' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ enum: CASE_TYPES, description: '纠纷类型 / type of dispute' }) caseType: CaseType;
  @ApiProperty({ enum: DIFFICULTIES, description: 'simple 简易，difficult 疑难，major 重大 / how difficult' }) difficulty: Difficulty;
  @ApiProperty({ type: Number, nullable: true, description: '标的额（元） / yuan' }) amount: number | null;
  @ApiProperty({ type: String, nullable: true, description: '纠纷概况，保密 / summary, confidential' }) summary: string | null;
  @ApiProperty({ type: [PartyDto], description: '当事人 / parties' }) parties: readonly PartyDto[];
  @ApiProperty({ enum: MEDIATION_CASE_STATES, description: '状态 / state' }) state: MediationCaseState;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '调解员 / the mediator' }) mediatorId: string | null;
  @ApiProperty({ type: Boolean, description: '由当事人选定 / chosen by the parties' }) chosenByParties: boolean;
  @ApiProperty({ format: 'date-time', description: '申请时间 / applied for' }) appliedAt: string;
  @ApiProperty({ ...TIME, description: '受理时间 / accepted' }) acceptedAt: string | null;
  @ApiProperty({ ...TIME, description: '当前步骤的时限：受理、调解或履行 / what is next is due: acceptance, an outcome, or performance' })
  dueAt: string | null;
  @ApiProperty({ type: Boolean, description: '是否已逾期 / past that time, with something still to be done' }) overdue: boolean;
  @ApiProperty({ ...TIME, description: '结果形成时间 / when the outcome was reached' }) concludedAt: string | null;
  @ApiProperty({ ...TIME, description: '卷宗保存期满、文字删除的时间 / when the words of its dossier were erased, their time being over' })
  dossierErasedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: '不予受理或终止的原因 / why declined or terminated' }) reasonCode:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true, description: '公开答复 / answer for the public' }) publicAnswer: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，同 ETag / version, as in the ETag' }) version: number;
  @ApiProperty({ type: [String], example: ['accept', 'decline', 'terminate'], description: '您现在可以做的操作 / what you may do now' })
  actions: MediationCaseAction[];
}

/** 办理过程的一步: one step of a case. */
export class CaseHistoryDto extends HistoryOf(MEDIATION_CASE_STATES, { example: 'accept', reason: '原因 / why' }) {}

/** 调解案件全貌. */
export class CaseDetailDto extends CaseDto {
  @ApiProperty({
    nullable: true,
    type: MatterTextDto,
    description:
      '来源诉求的内容，诉求人原话；当事人申请的或已删除的无 / what the requester said; none of an application made here, or once erased',
  })
  matter: MatterTextDto | null;
  @ApiProperty({ type: [SessionDto], description: '调解会 / sessions' }) sessions: SessionDto[];
  @ApiProperty({ type: AgreementDto, nullable: true, description: '调解协议 / the agreement' }) agreement: AgreementDto | null;
  @ApiProperty({ type: [FileDto], description: '卷宗材料：签字的笔录和协议，保密 / signed minutes and agreement, confidential' })
  files: readonly FileDto[];
  @ApiProperty({ type: [CaseHistoryDto], description: '办理过程 / what was done' }) history: CaseHistoryDto[];
}
