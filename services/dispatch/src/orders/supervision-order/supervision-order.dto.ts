import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SUPERVISION_CAUSES, SUPERVISION_OPENERS, SupervisionCause, SupervisionOpener } from '@zero-distance/contracts';
import { FileDto, FileIds } from '@zero-distance/files';
import {
  ChangesQuery,
  Code,
  Flag,
  HistoryOf,
  InternalText,
  IsAreaCode,
  List,
  MONTH,
  OfRegister,
  SearchText,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PartyDto } from '../../reference/reference.dto.js';
import { OfItsOrderDto } from '../of-its-order.dto.js';
import { SUPERVISION_ORDER_STATES, type SupervisionOrderState } from './supervision-order.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** 开具督办单. */
export class OpenSupervisionInput {
  @ApiProperty({ enum: SUPERVISION_CAUSES, example: 'solvable-not-solved', description: '督办事由 / why' })
  @IsIn(SUPERVISION_CAUSES)
  cause: SupervisionCause;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    example: ['0190a5c0-7c1e-7000-8000-000000000002'],
    description: '督办的工单，同一主办单位，至多 20 / the orders it is about, all led by one organisation, 20 at most',
  })
  @List({ min: 1, max: 20, unique: true })
  @IsUUID(undefined, { each: true })
  workOrderIds: string[];

  @ApiProperty({ description: '督办要求 / what is wanted', example: '群众反复反映，请说明原因并限期解决。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** 答复. */
export class AnswerSupervisionInput {
  @ApiProperty({ description: '答复：原因、措施、时限 / the answer: causes, measures, dates', example: '已增派两组施工人员，三日内完工。' })
  @InternalText()
  @Words({ max: 2000 })
  text: string;

  @FileIds()
  files?: string[];
}

/** 撤回答复, 退回, 销号, 撤销. */
export class SupervisionReasonInput {
  @ApiProperty({ description: '说明 / why', example: '问题已解决，予以销号。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** Which supervision orders to list; what is asked for together is narrowed together. */
export class SupervisionOrderQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：来源诉求编号的任一部分（261127-17、417），或工单类别、区划的代码或名称；词在诉求中查找：GET /api/intake/v1/requests?q= / any part of the number of its request (261127-17, 417), or code or name of category or area; words are looked for among requests: GET /api/intake/v1/requests?q=',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: SUPERVISION_ORDER_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(SUPERVISION_ORDER_STATES)
  state?: SupervisionOrderState;

  @ApiPropertyOptional({ enum: SUPERVISION_CAUSES, description: '督办事由 / why' })
  @IsOptional()
  @IsIn(SUPERVISION_CAUSES)
  cause?: SupervisionCause;

  @ApiPropertyOptional({
    type: String,
    example: '2026-11',
    description: '通报月份：开具的月份，按北京时间 / opened in this month, Shanghai time',
  })
  @IsOptional()
  @Code(MONTH)
  month?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '工单 / about this order' })
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
      'true：只列逾期未答复或未销号的；false：只列未销号且未逾期的 / true: only those not answered, or not decided, in time; false: those that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** 督办的工单: by what it is known. */
export class SupervisedOrderDto extends OfItsOrderDto {
  @ApiProperty({ format: 'uuid', description: '工单 / the order' }) workOrderId: string;
}

/** 督办单. */
export class SupervisionOrderDto {
  @ApiProperty({ format: 'uuid', description: '督办单 id / its id' }) id: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: SUPERVISION_ORDER_STATES, description: '状态 / state' }) state: SupervisionOrderState;
  @ApiProperty({ enum: SUPERVISION_CAUSES, description: '督办事由 / why' }) cause: SupervisionCause;
  @ApiProperty({ enum: SUPERVISION_OPENERS, description: '由谁开具 / who opened it' }) openedBy: SupervisionOpener;
  @ApiProperty({ type: [String], format: 'uuid', description: '督办的工单 / the orders it is about' }) workOrderIds: string[];
  @ApiProperty({ type: [SupervisedOrderDto], description: '各工单的编号和类别 / number and category of each' })
  orders: SupervisedOrderDto[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: '督办要求；红牌督办没有，为 null / what is wanted; null of what the red lamp opened',
  })
  reason: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '答复；未答复或已退回为 null / the answer; null while there is none that stands',
  })
  answer: string | null;
  @ApiProperty({ example: '230903011001', description: '所在区域 / the area that holds them' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: PartyDto, description: '被督办单位 / who has to answer' }) organisation: PartyDto;
  @ApiProperty({ ...TIME, description: '开具时间 / opened' }) openedAt: string;
  @ApiProperty({ type: String, example: '2026-11', description: '通报月份 / month' }) month: string;
  @ApiProperty({ ...TIME, description: '答复时限；答复后为销号时限 / to be answered by; once answered, to be decided by' }) dueAt: string;
  @ApiProperty({ description: '是否逾期 / not done in time?' }) overdue: boolean;
  @ApiProperty({ ...TIME, nullable: true, description: '答复时间 / answered' }) answeredAt: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: '是否按时答复 / answered in time?' }) onTime: boolean | null;
  @ApiProperty({ ...TIME, nullable: true, description: '销号或撤销时间 / closed or revoked' }) closedAt: string | null;
  @ApiProperty({ type: [String], example: ['answer'], description: '您现在可执行的操作 / what you may do now' }) actions: string[];
}

/** 处理记录: one line of the history. */
export class SupervisionOrderHistoryDto extends HistoryOf(SUPERVISION_ORDER_STATES, {
  example: 'answer',
  reason: '要求、答复或说明 / what was wanted, answered or said',
}) {
  @ApiProperty({ type: [FileDto], description: '随此步提交的照片和文件，撤回的也在 / what came with it, also where it was taken back' })
  files: FileDto[];
}

/** 督办单详情: with what shows it, and what was done about it. */
export class SupervisionOrderDetailDto extends SupervisionOrderDto {
  @ApiProperty({ type: [SupervisionOrderHistoryDto], description: '处理记录 / history' }) history: SupervisionOrderHistoryDto[];
  @ApiProperty({ type: [FileDto], description: '现有答复的照片和文件 / photos and documents of the answer that stands' }) files: FileDto[];
}
