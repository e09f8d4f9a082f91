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
import { ChangesQuery, Code, Flag, HistoryOf, IsAreaCode, OfRegister, Reference, SearchText } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { CONSENT_WAYS, type ConsentWay } from '../../people/resident/resident.js';
import { ITEM_CODE } from '../service-item/service-item.dto.js';
import { CASE_STEPS, type CaseStepName } from './case-step.js';
import { MATERIAL_STATES, type MaterialState } from './material.js';
import { CASE_SORTS, type CaseSort, DELIVERY_WAYS, type DeliveryWay } from './service-case.js';
import { SERVICE_CASE_STATES, type ServiceCaseState } from './service-case.transitions.js';

const NUMBER = { type: String, example: '230903011001-261123-000417', description: '办件编号 / number of the case' } as const;
const LAST_FOUR = { pattern: /^\d{4}$/, zh: '必须是四位数字', en: 'must be four digits' };
const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** Which service cases to list; what is asked for together is narrowed together. */
export class ServiceCaseQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：编号的任一部分、办理系统的完整编号，或区划的代码或名称；电话请用 find-by-phone / any part of its number, the whole number with who decides it, or code or name of its area; for telephone numbers there is find-by-phone',
  })
  @IsOptional()
  @SearchText({ ofRequests: false })
  q?: string;

  @ApiPropertyOptional({ enum: SERVICE_CASE_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(SERVICE_CASE_STATES)
  state?: ServiceCaseState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: 'HF-04', description: '只列此事项的 / of this item' })
  @IsOptional()
  @Code(ITEM_CODE)
  itemCode?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'uuid',
    description: '只列此居民申请或为其办理的 / that this resident applied for, or that is for them',
  })
  @IsOptional()
  @IsUUID()
  residentId?: string;

  @ApiPropertyOptional({ type: String, example: 'WZ-20261123-0017', description: '办理系统的编号 / its number with who decides it' })
  @IsOptional()
  @Reference({ max: 64 })
  externalNumber?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'true：只列超过办理时限的；false：只列已提交且未超时的 / true: not decided in time; false: submitted, and with time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'true：只列差评待核实的；false：只列没有差评的 / true: with a poor rating to be verified; false: without a poor rating',
  })
  @IsOptional()
  @Flag()
  toVerify?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列已送达、待评价的；false：只列没有评价期限的：尚未送达，或申请人信息已清除 / true: delivered, and to be rated; false: without a time in which to rate it, as it is not delivered, or who applied is erased',
  })
  @IsOptional()
  @Flag()
  toRate?: boolean;

  @ApiPropertyOptional({
    enum: CASE_SORTS,
    description: 'newest 最新在前；due 办理期限最近在前，只列已提交的 / newest first, or of those submitted the one due soonest first',
  })
  @IsOptional()
  @IsIn(CASE_SORTS)
  sort?: CaseSort;
}

/** 申请人, masked. */
export class MaskedApplicantDto {
  @ApiProperty({ type: String, example: '张*', description: '姓名 / name' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: '230***********0016', description: '证件号码 / identity number' }) idNumber:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true, example: '138****1234', description: '电话 / telephone' }) phone: string | null;
}

/** 材料. */
export class MaterialDto {
  @ApiProperty({ type: String, example: '银行卡', description: '名称 / what it is' }) name: string;
  @ApiProperty({ enum: MATERIAL_STATES, example: 'missing', description: '已收、免交、缺少 / there, waived or missing' })
  state: MaterialState;
  @ApiProperty({ type: String, nullable: true, example: null, description: '免交理由 / why it is waived' }) reason: string | null;
  @ApiProperty({ type: Boolean, example: false, description: '一次告知之后追加的 / asked for after all else was told' })
  askedLater: boolean;
  @ApiProperty({
    ...TIME,
    nullable: true,
    description: '告知缺少的时间；收件时已有的为空 / told to be missing; null of what was there at once',
  })
  toldAt: string | null;
}

/** 办件 */
export class ServiceCaseDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: SERVICE_CASE_STATES, example: 'open', description: '状态 / state' }) state: ServiceCaseState;
  @ApiProperty({ ...NUMBER, nullable: true }) number: string | null;
  @ApiProperty({ type: [String], example: ['bring-materials'], description: '您现在可以执行的操作 / what you may do now' })
  actions: string[];
  @ApiProperty({ type: String, example: '230903011001', description: '办理所在区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, nullable: true, example: null, description: '阵地代码 / service point' }) servicePointCode: string | null;
  @ApiProperty({ enum: SERVICE_CASE_MODES, example: 'window', description: '办理方式 / mode' }) mode: ServiceCaseMode;
  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码 / item' }) itemCode: string;
  @ApiProperty({ type: 'integer', example: 1, description: '事项版本 / version of the item' }) itemVersion: number;
  @ApiProperty({ type: String, example: '高龄津贴申请', description: '事项名称 / its name' }) itemName: string;
  @ApiProperty({ type: Boolean, example: true, description: '一人通办事项 / an item that one clerk completes' }) oneStop: boolean;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '申请人档案；不在册的为空 / file of who applies; null for who is not on the register',
  })
  applicantId: string | null;
  @ApiProperty({ type: MaskedApplicantDto, nullable: true, description: '申请人（不在册），脱敏 / who applies, of no register, masked' })
  applicant: MaskedApplicantDto | null;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '为谁办，档案编号；为本人办的为空 / for whom; null for who applies',
  })
  residentId: string | null;
  @ApiProperty({ type: [MaterialDto], description: '材料 / what it needs' }) materials: MaterialDto[];
  @ApiProperty({ type: 'integer', example: 0, description: '事后追加的材料数 / materials asked for later' }) askedLater: number;
  @ApiProperty({ type: String, nullable: true, example: null, description: '办理系统的编号 / its number with who decides it' })
  externalNumber: string | null;
  @ApiProperty({ ...TIME, description: '收件时间 / opened' }) openedAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '提交时间 / submitted' }) submittedAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '办理期限（事项时限，工作日） / by when it is to be decided' }) dueAt: string | null;
  @ApiProperty({ type: Boolean, example: false, description: '超过办理或差评核实期限 / past the time of what is next' }) overdue: boolean;
  @ApiProperty({ type: String, nullable: true, example: null, description: '办理结果 / what was decided' }) result: string | null;
  @ApiProperty({
    enum: SERVICE_CASE_REFUSALS,
    nullable: true,
    type: String,
    example: null,
    description: '不予办理的原因 / why it was refused',
  })
  refusal: ServiceCaseRefusal | null;
  @ApiProperty({ ...TIME, nullable: true, description: '送达时间 / delivered' }) deliveredAt: string | null;
  @ApiProperty({ enum: DELIVERY_WAYS, nullable: true, type: String, example: null, description: '送达方式 / how' })
  deliveryWay: DeliveryWay | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    example: null,
    description: '一人通办：由一名具备资格的人员全程办理 / one qualified clerk took every step',
  })
  alone: boolean | null;
  @ApiProperty({ type: Boolean, nullable: true, example: null, description: '一次办成 / done in one visit' }) oneVisit: boolean | null;
  @ApiProperty({
    ...TIME,
    nullable: true,
    description: '评价期限；尚未送达或已评价的为空 / until when it is rated; null where it is not to be rated',
  })
  rateUntil: string | null;
  @ApiProperty({ enum: SATISFACTION_LEVELS, nullable: true, type: String, example: null, description: '评价 / rating' })
  satisfaction: Satisfaction | null;
  @ApiProperty({ ...TIME, nullable: true, description: '差评核实期限 / by when a poor rating is to be verified' }) ratingDueAt:
    | string
    | null;
  @ApiProperty({ enum: RATING_FINDINGS, nullable: true, type: String, example: null, description: '差评核实结果 / what came of it' })
  finding: RatingFinding | null;
  @ApiProperty({ ...TIME, nullable: true, description: '结束时间 / when it ended' }) endedAt: string | null;
}

/** 步骤. */
export class CaseStepDto {
  @ApiProperty({ enum: CASE_STEPS, example: 'submitted', description: '步骤 / step' }) step: CaseStepName;
  @ApiProperty({ ...TIME, nullable: true, description: '期限；无时限的为空 / due; null where no limit says' }) dueAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '完成时间 / done' }) doneAt: string | null;
}

/** 处理记录: one line of the history. */
export class ServiceCaseHistoryDto extends HistoryOf(SERVICE_CASE_STATES, { example: 'submit' }) {}

/** 办件详情: with its steps, and what was done about it. */
export class ServiceCaseDetailDto extends ServiceCaseDto {
  @ApiProperty({ enum: CONSENT_WAYS, nullable: true, type: String, example: null, description: '本人同意的方式 / how they agreed' })
  consentWay: ConsentWay | null;
  @ApiProperty({ type: [CaseStepDto], description: '办理步骤 / steps' }) steps: CaseStepDto[];
  @ApiProperty({ type: [ServiceCaseHistoryDto], description: '处理记录 / history' }) history: ServiceCaseHistoryDto[];
}

/** 申请人, in plain. */
export class RevealedApplicantDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, example: '张三', description: '姓名 / name' }) name: string;
  @ApiProperty({ type: String, nullable: true, example: null, description: '证件号码 / identity number' }) idNumber: string | null;
  @ApiProperty({ type: String, nullable: true, example: '13800001234', description: '电话 / telephone' }) phone: string | null;
}

/** 凭编号和电话后四位. */
export class TrackServiceCaseInput {
  @ApiProperty(NUMBER)
  @Reference({ max: 40 })
  number: string;

  @ApiProperty({
    ...{ type: String, pattern: '^\\d{4}$', example: '1234' },
    description: '申请人电话后四位 / the last four digits of the telephone of who applied',
  })
  @Code(LAST_FOUR)
  lastFour: string;
}

/** 办件进度, without a log-in: nothing of who applied, nor of what was decided. */
export class PublicServiceCaseDto {
  @ApiProperty(NUMBER) number: string;
  @ApiProperty({ type: String, example: '高龄津贴申请', description: '事项名称 / what was applied for' }) itemName: string;
  @ApiProperty({ enum: SERVICE_CASE_STATES, example: 'preparing', description: '状态 / state' }) state: ServiceCaseState;
  @ApiProperty({ ...TIME, description: '收件时间 / opened' }) openedAt: string;
  @ApiProperty({ type: [String], example: ['银行卡'], description: '还缺的材料 / what is missing' }) missing: string[];
  @ApiProperty({ ...TIME, nullable: true, description: '须在此前补齐；不缺的为空 / by when to bring it; null where nothing is missing' })
  bringBy: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '办理期限 / by when it is to be decided' }) dueAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '出结果的时间：可以领取 / decided: it can be collected' }) decidedAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '送达时间 / delivered' }) deliveredAt: string | null;
}
