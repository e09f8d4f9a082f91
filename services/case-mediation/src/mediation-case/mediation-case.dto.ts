import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CASE_TYPES, type CaseType } from '@zero-distance/contracts';
import { Decimal, Flag, InternalText, IsAreaCode, NestedList, PageQuery, PublicText, Words } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { DIFFICULTIES, type Difficulty, PARTY_LABELS, PARTY_ROLES, type Party } from './mediation-case.js';
import { CASE_STATES, type CaseState } from './mediation-case.transitions.js';
import { DECLINE_REASONS, type DeclineReason, TERMINATION_REASONS, type TerminationReason } from './outcome.js';

const PUBLIC_ANSWER = {
  type: String,
  maxLength: 2000,
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
export class AcceptDto {
  @ApiProperty({ enum: CASE_TYPES, example: 'neighbours', description: '纠纷类型 / type of dispute' })
  @IsIn(CASE_TYPES)
  caseType: CaseType;

  @ApiProperty({ enum: DIFFICULTIES, example: 'simple', description: 'simple 简易，difficult 疑难，major 重大 / how difficult' })
  @IsIn(DIFFICULTIES)
  difficulty: Difficulty;
}

/** 申请调解. */
export class ApplyDto extends AcceptDto {
  @ApiProperty({ type: String, example: '230903011001', description: '纠纷所在区划 / where the dispute is' })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({
    type: String,
    maxLength: 4000,
    example: '甲方反映乙方夜间噪声扰民。',
    description: '纠纷概况，不得含个人信息 / summary, without personal data',
  })
  @PublicText()
  @Words({ max: 4000 })
  summary: string;

  @ApiProperty({
    type: [PartyDto],
    maxItems: PARTY_LABELS.length,
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
    minimum: 0,
    example: 1200,
    description: '标的额（元），最多两位小数 / amount in dispute in yuan, two decimals at most',
  })
  @IsOptional()
  @Decimal({ min: 0, max: 999_999_999_999, decimals: 2 })
  amount?: number;
}

/** 不予受理. */
export class DeclineDto {
  @ApiProperty({ enum: DECLINE_REASONS, example: 'court-accepted', description: '不予受理的原因 / why' })
  @IsIn(DECLINE_REASONS)
  reasonCode: DeclineReason;

  @ApiProperty({ ...PUBLIC_ANSWER, example: '该纠纷法院已受理，请等待法院裁判。' })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** 选定、指派或更换调解员. */
export class AssignDto {
  @ApiProperty({ format: 'uuid', description: '调解员 / the mediator' })
  @IsUUID()
  mediatorId: string;

  @ApiProperty({ type: Boolean, example: true, description: '由当事人选定（否则为指派） / chosen by the parties rather than assigned' })
  @IsBoolean()
  chosenByParties: boolean;

  @ApiPropertyOptional({
    type: String,
    maxLength: 500,
    example: '一方当事人申请回避。',
    description: '更换调解员的原因 / why the present mediator is replaced',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  reason?: string;
}

/** 调解不成. */
export class FailDto {
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
export class TerminateDto {
  @ApiProperty({ enum: TERMINATION_REASONS, example: 'party-refused', description: '终止的原因 / why' })
  @IsIn(TERMINATION_REASONS)
  reasonCode: TerminationReason;

  @ApiProperty({ ...PUBLIC_ANSWER, example: '一方当事人不愿继续调解，调解终止；可依法通过诉讼等途径解决。' })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** What a list of cases is cut by. */
export class CaseQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: CASE_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(CASE_STATES)
  state?: CaseState;

  @ApiPropertyOptional({ format: 'uuid', description: '来源诉求 / the request it came from' })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '调解员 / the mediator' })
  @IsOptional()
  @IsUUID()
  mediatorId?: string;

  @ApiPropertyOptional({ type: Boolean, description: 'true：只列已逾期的 / true: only those overdue' })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}
