import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PART_ENDINGS } from '@zero-distance/contracts';
import { FileDto, FileIds } from '@zero-distance/files';
import { ChangesQuery, Flag, HistoryOf, InternalText, IsAreaCode, OfRegister, SearchText, Whole, Words } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PartyDto } from '../../reference/reference.dto.js';
import { OfItsOrderDto } from '../of-its-order.dto.js';
import { PART_STATES, type PartState } from './part.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** 协办反馈. */
export class ReportInput {
  @ApiProperty({
    description: '反馈内容，不含个人信息 / what was done, without personal data',
    example: '已清理占道堆放，便于施工车辆进入。',
  })
  @InternalText()
  @Words({ max: 2000 })
  text: string;

  @ApiPropertyOptional({ description: '迟报理由：逾期反馈必填 / why it is late: of a late report', example: '因降雪道路封闭。' })
  @IsOptional()
  @InternalText()
  @Words({ max: 1000 })
  lateReason?: string;

  @FileIds()
  files?: string[];
}

/** 评分. */
export class MarkInput {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 10,
    example: 5,
    description: '评分：1 至参数 mark-scale（默认 5），5 最好 / from 1 to what the policy mark-scale says (5), which is best',
  })
  @Whole({ min: 1, max: 10 })
  mark: number;
}

/** 撤回反馈, 退回协办, 维持协办. */
export class PartReasonInput {
  @ApiProperty({ description: '理由 / why', example: '现场不涉及占道，不属本单位职责。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** Which parts to list; what is asked for together is narrowed together. */
export class PartQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：来源诉求编号的任一部分（261127-17、417），或工单类别、区划的代码或名称；词在诉求中查找：GET /api/intake/v1/requests?q= / any part of the number of its request (261127-17, 417), or code or name of category or area; words are looked for among requests: GET /api/intake/v1/requests?q=',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: PART_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(PART_STATES)
  state?: PartState;

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
      'true：只列协办单位逾期未反馈的；false：未逾期的 / true: only those whose co-handler has not reported in time; false: those that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列退回后派单中心逾期未定的；false：退回后尚在时限内的 / true: only those returned that the centre has not decided about in time; false: those returned that it has time for yet',
  })
  @IsOptional()
  @Flag()
  undecided?: boolean;
}

/** 协办. */
export class PartDto extends OfItsOrderDto {
  @ApiProperty({ format: 'uuid', description: '协办 id / its id' }) id: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: PART_STATES, description: '状态 / state' }) state: PartState;
  @ApiProperty({ format: 'uuid', description: '工单 / the order' }) workOrderId: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '工单的轮次 / round of the order' }) round: number;
  @ApiProperty({ example: '230903011001', description: '所在区域 / area' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: PartyDto, description: '协办单位 / the co-handler' }) organisation: PartyDto;
  @ApiProperty({ type: PartyDto, description: '主办单位 / the lead it is reported to' }) lead: PartyDto;
  @ApiProperty({ ...TIME, description: '派给协办单位的时间 / opened' }) openedAt: string;
  @ApiProperty({
    ...TIME,
    description:
      '协办时限，早于主办的办理时限；退回后为派单中心决定的时限 / to be reported by, before the lead has to answer; of one that was returned, to be decided by',
  })
  dueAt: string;
  @ApiProperty({ description: '协办单位是否逾期未反馈 / not in in time?' }) overdue: boolean;
  @ApiProperty({ description: '退回后派单中心是否逾期未定 / returned, and not decided in time?' }) undecided: boolean;
  @ApiProperty({ ...TIME, nullable: true, description: '反馈时间 / reported' }) reportedAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: '反馈内容 / what was done' }) report: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: '是否按时 / in time?' }) onTime: boolean | null;
  @ApiProperty({ type: String, nullable: true, description: '迟报理由 / why it was late' }) lateReason: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '主办单位评分 / mark by the lead' }) mark: number | null;
  @ApiProperty({ type: String, nullable: true, description: '最近一次退回的理由 / why it was returned last' }) returnReason: string | null;
  @ApiProperty({ enum: PART_ENDINGS, type: String, nullable: true, description: '未反馈而结束的原因 / why it ended without a report' })
  endedFor: string | null;
  @ApiProperty({ type: [String], example: ['accept'], description: '您现在可执行的操作 / what you may do now' }) actions: string[];
}

/** 处理记录: one line of the history. */
export class PartHistoryDto extends HistoryOf(PART_STATES, { example: 'report' }) {
  @ApiProperty({ type: [FileDto], description: '随此步提交的照片和文件，撤回的也在 / what came with it, also where it was taken back' })
  files: FileDto[];
}

/** 协办详情: with what shows it, and what was done about it. */
export class PartDetailDto extends PartDto {
  @ApiProperty({ type: [PartHistoryDto], description: '处理记录 / history' }) history: PartHistoryDto[];
  @ApiProperty({ type: [FileDto], description: '现有反馈的照片和文件 / photos and documents of the report that stands' }) files: FileDto[];
}
