import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { USE_METHODS, type UseMethod } from '@zero-distance/contracts';
import { CalendarDate, ChangesQuery, Code, HistoryOf, InternalText, IsAreaCode, OfRegister, Whole, Words } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { MOST_USES } from './point-use.js';
import { POINT_USE_STATES, type PointUseState } from './point-use.transitions.js';

const DATE = { type: String, format: 'date' } as const;
const TIME = { type: String, format: 'date-time' } as const;

/** 登记阵地使用. */
export class RecordUseInput {
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / code of the service point' })
  @Code(REFERENCE_CODE)
  servicePointCode: string;

  @ApiProperty({ ...DATE, example: '2026-11-22', description: '日期 / the day' })
  @CalendarDate()
  day: string;

  @ApiPropertyOptional({
    type: 'integer',
    example: 8,
    description: '起始整点，只清点时段时填；全天不填 / from this hour on, where hours of the day were counted; not of a whole day',
  })
  @IsOptional()
  @Whole({ min: 0, max: 23 })
  fromHour?: number;

  @ApiPropertyOptional({ type: 'integer', example: 12, description: '截止整点，最大 24 / up to this hour, 24 at the latest' })
  @IsOptional()
  @Whole({ min: 1, max: 24 })
  toHour?: number;

  @ApiProperty({ type: 'integer', example: 46, description: '使用人次 / how often it was used' })
  @Whole({ min: 0, max: MOST_USES })
  uses: number;

  @ApiProperty({ enum: USE_METHODS, example: 'tally', description: '清点方式 / how it was counted' })
  @IsIn(USE_METHODS)
  method: UseMethod;
}

/** 更正. */
export class CorrectUseInput {
  @ApiProperty({ type: 'integer', example: 58, description: '更正后的使用人次 / how often it was used' })
  @Whole({ min: 0, max: MOST_USES })
  uses: number;

  @ApiPropertyOptional({
    enum: USE_METHODS,
    example: 'tally',
    description: '清点方式，不填为不变 / how it was counted; as it was, unless told',
  })
  @IsOptional()
  @IsIn(USE_METHODS)
  method?: UseMethod;

  @ApiProperty({ type: String, example: '漏计傍晚的一批。', description: '原因；请勿写个人信息 / why; nothing personal' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** Which counts to list; what is asked for together is narrowed together. */
export class PointUseQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: 'nuanfeng-01', description: '只列此阵地的 / of this service point' })
  @IsOptional()
  @Code(REFERENCE_CODE)
  servicePointCode?: string;

  @ApiPropertyOptional({ enum: USE_METHODS, description: '清点方式 / how they were counted' })
  @IsOptional()
  @IsIn(USE_METHODS)
  method?: UseMethod;

  @ApiPropertyOptional({ enum: POINT_USE_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(POINT_USE_STATES)
  state?: PointUseState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 阵地使用 */
export class PointUseDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: POINT_USE_STATES, example: 'recorded', description: '状态 / state' }) state: PointUseState;
  @ApiProperty({ type: [String], example: ['correct'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / code of the service point' }) servicePointCode: string;
  @ApiProperty({ type: String, example: '学府街暖蜂驿站', description: '阵地名称 / what the service point is called' })
  servicePointName: string;
  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: '登记时的运营单位 / who ran it when that was recorded' })
  organisationId: string | null;
  @ApiProperty({ type: String, example: '230903011001', description: '所在区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ ...DATE, example: '2026-11-22', description: '日期 / the day' }) day: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 8, description: '起始整点；全天为空 / from this hour on; null of a whole day' })
  fromHour: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 12, description: '截止整点；全天为空 / up to this hour; null of a whole day' })
  toHour: number | null;
  @ApiProperty({ type: 'integer', example: 46, description: '使用人次 / how often it was used' }) uses: number;
  @ApiProperty({ enum: USE_METHODS, example: 'tally', description: '清点方式 / how it was counted' }) method: UseMethod;
  @ApiProperty({ type: String, example: 'demo-window', description: '登记人账号 / who recorded it, by account' }) recordedBy: string;
  @ApiProperty({ ...TIME, description: '登记时间 / recorded' }) recordedAt: string;
  @ApiProperty({ ...TIME, description: '更正期限 / may be set right until' }) correctableUntil: string;
}

/** 处理记录: one line of the history. */
export class PointUseHistoryDto extends HistoryOf(POINT_USE_STATES, { example: 'correct' }) {}

/** 阵地使用详情: with what was done about it. */
export class PointUseDetailDto extends PointUseDto {
  @ApiProperty({ type: [PointUseHistoryDto], description: '处理记录 / history' }) history: PointUseHistoryDto[];
}
