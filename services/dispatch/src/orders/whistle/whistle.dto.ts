import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WHISTLE_RESULTS, WhistleResult } from '@zero-distance/contracts';
import { DAY_MS } from '@zero-distance/kernel';
import {
  ChangesQuery,
  Flag,
  HistoryOf,
  Instant,
  InternalText,
  IsAreaCode,
  IsOrganisationCode,
  List,
  OfRegister,
  SearchText,
  Whole,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { PartyDto } from '../../reference/reference.dto.js';
import { OfItsOrderDto } from '../of-its-order.dto.js';
import { WHISTLE_STATES, type WhistleState } from './whistle.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** A time that they may meet at yet when this service has run for weeks. */
const AHEAD = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);

/** 吹哨. */
export class WhistleInput {
  @ApiProperty({
    type: [String],
    example: ['urban-management'],
    description: '被哨单位代码，至多 20 / codes of the departments, 20 at most',
  })
  @List({ min: 1, max: 20, unique: true })
  @IsOrganisationCode({ each: true })
  departments: string[];

  @ApiProperty({ description: '报到地点 / where to', example: '学府社区2号楼前' })
  @InternalText()
  @Words({ max: 200 })
  place: string;

  @ApiProperty({
    ...TIME,
    example: `${AHEAD}T09:30:00+08:00`,
    description: '报到时间，最多提前 whistle-ahead-days 日 / when, policy `whistle-ahead-days` ahead at most',
  })
  @Instant()
  meetAt: string;

  @ApiProperty({ description: '吹哨事由 / what for', example: '占道经营与违建交织，需联合处置。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** 改期、改地点: what is left out stays. */
export class MoveWhistleInput {
  @ApiPropertyOptional({
    description: '新的报到地点，不填即不变 / where to from now on; left out, where it was',
    example: '学府社区居委会一楼',
  })
  @IsOptional()
  @InternalText()
  @Words({ max: 200 })
  place?: string;

  @ApiPropertyOptional({
    ...TIME,
    example: `${AHEAD}T14:00:00+08:00`,
    description:
      '新的报到时间，最多提前 whistle-ahead-days 日，不填即不变 / when from now on, policy `whistle-ahead-days` ahead at most; left out, when it was',
  })
  @IsOptional()
  @Instant()
  meetAt?: string;

  @ApiProperty({ description: '原因 / why', example: '降雪，车辆无法按时到场。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** 办结. */
export class ConcludeInput {
  @ApiProperty({ enum: WHISTLE_RESULTS, example: 'agreed', description: '结果 / what came of it' })
  @IsIn(WHISTLE_RESULTS)
  result: WhistleResult;

  @ApiProperty({ description: '结果说明 / in words', example: '城管三日内拆除，街道负责巡查。' })
  @InternalText()
  @Words({ max: 2000 })
  text: string;
}

/** 取消. */
export class WhistleReasonInput {
  @ApiProperty({ description: '说明 / why', example: '问题已自行解决。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** 评分. */
export class WhistleMarkInput {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    maximum: 10,
    example: 5,
    description: '评分：1 至参数 mark-scale（默认 5） / from 1 to the policy mark-scale (5)',
  })
  @Whole({ min: 1, max: 10 })
  mark: number;

  @ApiPropertyOptional({ example: 'urban-management', description: '街道评分时：被评部门代码 / of the street: which department' })
  @IsOptional()
  @IsOrganisationCode()
  department?: string;
}

/** Which whistles to list; what is asked for together is narrowed together. */
export class WhistleQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：来源诉求编号的任一部分（261127-17、417），或工单类别、区划的代码或名称；词在诉求中查找：GET /api/intake/v1/requests?q= / any part of the number of its request (261127-17, 417), or code or name of category or area; words are looked for among requests: GET /api/intake/v1/requests?q=',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: WHISTLE_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(WHISTLE_STATES)
  state?: WhistleState;

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
      'true：只列报到时限已过、尚未办结的；false：时限未到的 / true: past the time to arrive and not concluded; false: with time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** 被哨单位及其报到. */
export class SummonsDto {
  @ApiProperty({ type: PartyDto, description: '被哨单位 / who was summoned' }) organisation: PartyDto;
  @ApiProperty({ ...TIME, nullable: true, description: '报到时间 / arrived' }) arrivedAt: string | null;
  @ApiProperty({ type: Boolean, nullable: true, description: '是否按时 / in time?' }) onTime: boolean | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '街道评分 / mark by the street' }) mark: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: '对街道的评分 / its mark of the street' }) markOfCaller: number | null;
}

/** 吹哨. */
export class WhistleDto extends OfItsOrderDto {
  @ApiProperty({ format: 'uuid', description: '吹哨 id / its id' }) id: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: WHISTLE_STATES, description: '状态 / state' }) state: WhistleState;
  @ApiProperty({ format: 'uuid', description: '工单 / the order' }) workOrderId: string;
  @ApiProperty({ example: '230903011001', description: '所在区域 / area' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: PartyDto, description: '吹哨街道 / the street' }) caller: PartyDto;
  @ApiProperty({ description: '报到地点 / where to' }) place: string;
  @ApiProperty({ ...TIME, description: '报到时间 / when' }) meetAt: string;
  @ApiProperty({ ...TIME, description: '可报到起始时间 / nobody arrives before that' }) arriveFrom: string;
  @ApiProperty({ ...TIME, description: '报到时限 / late after that' }) arriveBy: string;
  @ApiProperty({ ...TIME, description: '办结时限 / the street says by then what came of it' }) concludeBy: string;
  @ApiProperty({ type: [SummonsDto], description: '被哨单位 / who was summoned' }) summoned: SummonsDto[];
  @ApiProperty({ description: '是否有单位逾时未到 / has somebody not come in time?' }) overdue: boolean;
  @ApiProperty({ enum: WHISTLE_RESULTS, type: String, nullable: true, description: '结果 / what came of it' }) result: WhistleResult | null;
  @ApiProperty({ ...TIME, nullable: true, description: '办结时间 / concluded' }) concludedAt: string | null;
  @ApiProperty({ type: [String], example: ['arrive'], description: '您现在可执行的操作 / what you may do now' }) actions: string[];
}

/** 处理记录: one line of the history. */
export class WhistleHistoryDto extends HistoryOf(WHISTLE_STATES, {
  example: 'arrive',
  reason: '事由、结果或说明 / what for, what came of it, or why',
}) {}

/** 吹哨详情: with what was done about it. */
export class WhistleDetailDto extends WhistleDto {
  @ApiProperty({ type: [WhistleHistoryDto], description: '处理记录 / history' }) history: WhistleHistoryDto[];
}
