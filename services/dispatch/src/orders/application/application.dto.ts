import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DURATION_UNITS, type DurationUnit } from '@zero-distance/calendar';
import { APPLICATION_KINDS, ApplicationKind } from '@zero-distance/contracts';
import { FileDto, FileIds } from '@zero-distance/files';
import {
  CalendarDate,
  ChangesQuery,
  Flag,
  HistoryOf,
  InternalText,
  IsAreaCode,
  IsOrganisationCode,
  List,
  Nested,
  SearchText,
  Whole,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PartyDto } from '../../reference/reference.dto.js';
import { OfItsOrderDto } from '../of-its-order.dto.js';
import { APPLICATION_REASONS } from './application.js';
import { APPLICATION_STATES, type ApplicationState } from './application.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** 延期时长: how much longer. */
export class ExtendByDto {
  @ApiProperty({ type: 'integer', minimum: 1, maximum: 1000, example: 3, description: '数量 / how many' })
  @Whole({ min: 1, max: 1000 })
  amount: number;

  @ApiProperty({ enum: DURATION_UNITS, example: 'working_day', description: '小时、自然日、工作日 / in what' })
  @IsIn(DURATION_UNITS)
  unit: DurationUnit;
}

/** 提出申请. */
export class AskInput {
  @ApiProperty({ enum: APPLICATION_KINDS, example: 'extension', description: '申请事由 / what is asked for' })
  @IsIn(APPLICATION_KINDS)
  kind: ApplicationKind;

  @ApiPropertyOptional({
    enum: APPLICATION_REASONS,
    example: 'not-our-duty',
    description: '理由代码，退单、终止、剔除必填 / code of the reason: of a return, a termination, an exclusion',
  })
  @IsOptional()
  @IsIn(APPLICATION_REASONS)
  reasonCode?: string;

  @ApiProperty({ description: '理由 / why', example: '需更换的灯杆已订货，预计三个工作日后到货。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;

  @ApiPropertyOptional({
    type: ExtendByDto,
    description: '延期时长，自原到期时间起算 / how much longer, from where the time to answer ends now',
  })
  @IsOptional()
  @Nested(() => ExtendByDto)
  extendBy?: ExtendByDto;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2027-03-01',
    description: '挂账复核日，到日自动恢复办理 / the day on which a parked order is taken up again',
  })
  @IsOptional()
  @CalendarDate()
  reviewOn?: string;

  @FileIds()
  files?: string[];
}

/** 同意. */
export class GrantInput {
  @ApiProperty({ description: '审批意见 / why', example: '情况属实，同意。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;

  @ApiPropertyOptional({
    type: String,
    example: 'urban-management',
    description: '改派：新的主办单位代码 / of a reassignment: who leads now',
  })
  @IsOptional()
  @IsOrganisationCode()
  leadOrganisation?: string;

  @ApiPropertyOptional({ type: [String], example: [], description: '改派：协办单位代码 / of a reassignment: who helps' })
  @IsOptional()
  @List({ max: 20, unique: true })
  @IsOrganisationCode({ each: true })
  coOrganisations?: string[];
}

/** 不同意, 申请复核, 撤销. */
export class ApplicationReasonInput {
  @ApiProperty({ description: '说明 / why', example: '属本单位职责清单第三项，请继续办理。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** Which applications to list; what is asked for together is narrowed together. */
export class ApplicationQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：来源诉求编号的任一部分（261127-17、417），或工单类别、区划的代码或名称；词在诉求中查找：GET /api/intake/v1/requests?q= / any part of the number of its request (261127-17, 417), or code or name of category or area; words are looked for among requests: GET /api/intake/v1/requests?q=',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: APPLICATION_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(APPLICATION_STATES)
  state?: ApplicationState;

  @ApiPropertyOptional({ enum: APPLICATION_KINDS, description: '申请事由 / what is asked for' })
  @IsOptional()
  @IsIn(APPLICATION_KINDS)
  kind?: ApplicationKind;

  @ApiPropertyOptional({ format: 'uuid', description: '工单 / the order' })
  @IsOptional()
  @IsUUID()
  workOrderId?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列逾期未批的；false：只列待审批且未逾期的 / true: only those not decided in time; false: those to be decided that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** 申请. */
export class ApplicationDto extends OfItsOrderDto {
  @ApiProperty({ format: 'uuid', description: '申请 id / its id' }) id: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: APPLICATION_KINDS, description: '申请事由 / what is asked for' }) kind: ApplicationKind;
  @ApiProperty({ enum: APPLICATION_STATES, description: '状态 / state' }) state: ApplicationState;
  @ApiProperty({ format: 'uuid', description: '工单 / the order' }) workOrderId: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '提出时工单的轮次 / round of the order in which it was asked' }) round: number;
  @ApiProperty({ example: '230903011001', description: '所在区域 / area' }) areaCode: string;
  @ApiProperty({ type: PartyDto, description: '申请单位 / the lead that asked' }) organisation: PartyDto;
  @ApiProperty({ type: String, nullable: true, description: '理由代码 / code of the reason' }) reasonCode: string | null;
  @ApiProperty({ type: String, nullable: true, description: '申请理由 / why it is asked' })
  reason: string | null;
  @ApiProperty({ type: ExtendByDto, nullable: true, description: '延期时长 / how much longer' }) extendBy: ExtendByDto | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '挂账复核日 / when it is taken up again' }) reviewOn:
    | string
    | null;
  @ApiProperty({ ...TIME, description: '提出时间 / asked' }) askedAt: string;
  @ApiProperty({ ...TIME, description: '审批时限；逾期只告警，不视为同意 / to be decided by; afterwards an alarm, and nothing is granted' })
  dueAt: string;
  @ApiProperty({ description: '是否逾期未批 / not decided in time?' }) overdue: boolean;
  @ApiProperty({ ...TIME, nullable: true, description: '审批时间 / decided' }) decidedAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '可申请复核至 / a refusal may be appealed until' }) appealUntil: string | null;
  @ApiProperty({ type: [String], example: ['grant', 'refuse'], description: '您现在可执行的操作 / what you may do now' }) actions: string[];
}

/** 处理记录: one line of the history. */
export class ApplicationHistoryDto extends HistoryOf(APPLICATION_STATES, { example: 'grant' }) {}

/** 申请详情: with what shows it, and what was done about it. */
export class ApplicationDetailDto extends ApplicationDto {
  @ApiProperty({ type: [ApplicationHistoryDto], description: '处理记录 / history' }) history: ApplicationHistoryDto[];
  @ApiProperty({ type: [FileDto], description: '佐证材料 / evidence' }) files: FileDto[];
}
