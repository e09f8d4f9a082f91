import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  RATING_FINDINGS,
  type RatingFinding,
  SATISFACTION_LEVELS,
  type Satisfaction,
  SERVICE_CASE_MODES,
  SERVICE_CASE_REFUSALS,
  type ServiceCaseMode,
  type ServiceCaseRefusal,
} from '@zero-distance/contracts';
import {
  Code,
  InternalText,
  IsAreaCode,
  IsIdNumber,
  Line,
  List,
  Nested,
  NestedList,
  PublicText,
  Reference,
  Words,
} from '@zero-distance/platform';
import { IsPhone } from '@zero-distance/platform/phone-input';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { CONSENT_WAYS, type ConsentWay } from '../../people/resident/resident.js';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { ITEM_CODE } from '../service-item/service-item.dto.js';
import { DELIVERY_WAYS, type DeliveryWay } from './service-case.js';
import { CASE_STEPS_TAKEN_BACK, type CaseStepTakenBack } from './taking-back.js';

const BROUGHT_STATES = ['present', 'waived'] as const;
const REASON = { type: String, example: '申请人已自行在网上办理。', description: '原因；请勿写个人信息 / why; nothing personal' } as const;

/** 申请人: somebody who is not on the register of residents. */
export class ApplicantInput {
  @ApiProperty({ type: String, example: '张三', description: '姓名，加密保存 / name, kept sealed' })
  @Line({ max: 50 })
  name: string;

  @ApiPropertyOptional({ type: String, example: '110101199003070011', description: '证件号码，加密保存 / identity number, kept sealed' })
  @IsOptional()
  @IsIdNumber()
  idNumber?: string;

  @ApiPropertyOptional({ type: String, example: '13800001234', description: '电话，加密保存 / telephone, kept sealed' })
  @IsOptional()
  @IsPhone()
  phone?: string;
}

/** 收到或免交的材料. */
export class BroughtMaterialInput {
  @ApiProperty({ type: String, example: '银行卡', description: '名称，同事项所列 / as the item calls it' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ enum: BROUGHT_STATES, example: 'present', description: '已收、免交 / there, or waived' })
  @IsIn(BROUGHT_STATES)
  state: (typeof BROUGHT_STATES)[number];

  @ApiPropertyOptional({ type: String, example: '可由部门共享数据核验。', description: '免交理由，免交的必填 / why it is waived' })
  @IsOptional()
  @PublicText()
  @Line({ max: 200 })
  reason?: string;
}

const BROUGHT: { type: [typeof BroughtMaterialInput]; example: object[] } = {
  type: [BroughtMaterialInput],
  example: [{ name: '身份证', state: 'present' }],
};

/** 收件. */
export class OpenServiceCaseInput {
  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码 / code of the item' })
  @Code(ITEM_CODE)
  itemCode: string;

  @ApiProperty({ enum: SERVICE_CASE_MODES, example: 'window', description: '办理方式：窗口、上门、网上、帮办代办 / how it is handled' })
  @IsIn(SERVICE_CASE_MODES)
  mode: ServiceCaseMode;

  @ApiProperty({ type: String, example: '230903011001', description: '办理所在区划 / where it is handled' })
  @IsAreaCode()
  areaCode: string;

  @ApiPropertyOptional({ type: String, example: 'nuanfeng-01', description: '阵地代码 / code of the service point' })
  @IsOptional()
  @Code(REFERENCE_CODE)
  servicePointCode?: string;

  @ApiPropertyOptional({
    ...{ type: String, format: 'uuid' },
    description: '申请人档案编号，在册居民填此项 / file of who applies, for a resident of the register',
  })
  @IsOptional()
  @IsUUID()
  applicantId?: string;

  @ApiPropertyOptional({ type: ApplicantInput, description: '申请人，不在册的填此项 / who applies, for anybody else' })
  @IsOptional()
  @Nested(() => ApplicantInput)
  applicant?: ApplicantInput;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: '为他人办的，填其档案编号 / file of whom it is for, where it is not who applies',
  })
  @IsOptional()
  @IsUUID()
  residentId?: string;

  @ApiPropertyOptional({ enum: CONSENT_WAYS, example: 'written', description: '帮办代办：本人同意的方式 / how who is helped has agreed' })
  @IsOptional()
  @IsIn(CONSENT_WAYS)
  consentWay?: ConsentWay;

  @ApiPropertyOptional({
    ...BROUGHT,
    description:
      '已有或免交的材料；其余的一次告知缺少，complete 为 true 的除外 / what is there or waived; all else is told to be missing, unless it is complete',
  })
  @IsOptional()
  @NestedList(() => BroughtMaterialInput, { max: 60 })
  materials?: BroughtMaterialInput[];

  @ApiPropertyOptional({
    ...{ type: Boolean, example: true },
    description: 'true：事项所列材料当场交齐，另行写明免交的除外 / all that the item asks for is there, but for what is said to be waived',
  })
  @IsOptional()
  @IsBoolean()
  complete?: boolean;

  @ApiPropertyOptional({
    ...{ type: Boolean, example: true },
    description:
      'true：该申请人的同一事项已收件、尚未办结，仍再收一件 / true: open one more, though the same applicant has this item under way already',
  })
  @IsOptional()
  @IsBoolean()
  again?: boolean;
}

/** 补齐材料. */
export class BringMaterialsInput {
  @ApiProperty({ ...BROUGHT, description: '收到或免交的材料 / what was brought or is waived' })
  @NestedList(() => BroughtMaterialInput, { min: 1, max: 60 })
  materials: BroughtMaterialInput[];
}

/** 追加材料. */
export class AskMaterialsInput {
  @ApiProperty({ type: [String], example: ['户口簿'], description: '追加的材料 / what is asked for besides' })
  @PublicText()
  @List({ min: 1, max: 30 })
  @Line({ max: 100, each: true })
  materials: string[];

  @ApiProperty({ ...REASON, example: '承办单位要求补充。' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 提交. */
export class SubmitCaseInput {
  @ApiPropertyOptional({
    ...{ type: String, example: 'WZ-20261123-0017' },
    description: '办理系统的编号，网上办理和帮办代办必填 / its number there; wanted where it is applied for online',
  })
  @InternalText()
  @IsOptional()
  @Reference({ max: 64 })
  externalNumber?: string;
}

/** 跟踪进度. */
export class TrackCaseInput {
  @ApiProperty({ type: String, example: '部门已受理，正在审核。', description: '进度；请勿写个人信息 / how far it is; nothing personal' })
  @InternalText()
  @Words({ max: 500 })
  progress: string;
}

/** 登记结果. */
export class DecideCaseInput {
  @ApiProperty({
    type: String,
    example: '已核准，自下月起发放。',
    description: '办理结果；请勿写个人信息 / what was decided; nothing personal',
  })
  @InternalText()
  @Words({ max: 500 })
  result: string;
}

/** 送达. */
export class DeliverCaseInput {
  @ApiProperty({ enum: DELIVERY_WAYS, example: 'window', description: '送达方式 / how it was delivered' })
  @IsIn(DELIVERY_WAYS)
  way: DeliveryWay;

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: '已把办理材料副本交给本人，帮办代办必填 true / a copy of it all was given to them',
  })
  @IsOptional()
  @IsBoolean()
  copyGiven?: boolean;
}

/** 不予办理. */
export class RefuseCaseInput {
  @ApiProperty({ enum: SERVICE_CASE_REFUSALS, example: 'not-eligible', description: '原因 / why' })
  @IsIn(SERVICE_CASE_REFUSALS)
  reasonCode: ServiceCaseRefusal;

  @ApiProperty({
    type: String,
    example: '年满 80 周岁后可申请；请到户籍地社区咨询。',
    description: '告知去处；请勿写个人信息 / where to go; nothing personal',
  })
  @InternalText()
  @Words({ max: 500 })
  advice: string;
}

/** 撤回. */
export class WithdrawCaseInput {
  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 撤回误登, of a refusal or a rating. */
export class TakeBackCaseInput {
  @ApiProperty({ ...REASON, example: '点错了办件。' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 撤回误登的一步: what is sent twice takes back one. */
export class TakeBackStepInput extends TakeBackCaseInput {
  @ApiProperty({
    enum: CASE_STEPS_TAKEN_BACK,
    example: 'delivery',
    description:
      '撤回哪一步：送达、办理结果、提交后的不予办理 / which step: the delivery, the result, or the refusal of what was handed in',
  })
  @IsIn(CASE_STEPS_TAKEN_BACK)
  step: CaseStepTakenBack;
}

/** 评价. */
export class RateCaseInput {
  @ApiProperty({ enum: SATISFACTION_LEVELS, example: 'satisfied', description: '申请人的评价，五级 / how satisfied who applied is' })
  @IsIn(SATISFACTION_LEVELS)
  satisfaction: Satisfaction;
}

/** 核实差评. */
export class VerifyRatingInput {
  @ApiProperty({ enum: RATING_FINDINGS, example: 'put-right', description: '核实结果 / what came of it' })
  @IsIn(RATING_FINDINGS)
  finding: RatingFinding;

  @ApiProperty({
    type: String,
    example: '已向申请人致歉并补发回执。',
    description: '说明；请勿写个人信息 / what was done; nothing personal',
  })
  @InternalText()
  @Words({ max: 500 })
  note: string;
}
