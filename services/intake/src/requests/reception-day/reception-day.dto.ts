import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DAY_MS } from '@zero-distance/kernel';
import {
  CalendarDate,
  ChangesQuery,
  HistoryOf,
  Instant,
  InternalText,
  IsAreaCode,
  Line,
  OfRegister,
  PageQuery,
  PublicText,
  Whole,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { MOST_VISITORS } from './reception-day.js';
import { RECEPTION_DAY_STATES, type ReceptionDayState } from './reception-day.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2030-01-15T09:00:00+08:00' } as const;

/** A day that may be announced yet when this service has run for months. */
const AHEAD = new Date(Date.now() + 300 * DAY_MS).toISOString().slice(0, 10);

/** 预告. */
export class AnnounceReceptionDayInput {
  @ApiProperty({ type: String, example: '230903011', description: '面向的区划 / whose people may come' })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({ type: String, example: '街道党工委书记', description: '接待领导（职务，可加姓名），公开 / who receives, by post; public' })
  @PublicText()
  @Line({ max: 100 })
  host: string;

  @ApiProperty({ type: String, example: '桃东街道办事处一楼接待室', description: '地点，公开 / where; public' })
  @PublicText()
  @Line({ max: 200 })
  place: string;

  @ApiProperty({ ...TIME, example: `${AHEAD}T09:00:00+08:00`, description: '开始时间 / from' })
  @Instant()
  startsAt: string;

  @ApiProperty({
    ...TIME,
    example: `${AHEAD}T11:00:00+08:00`,
    description: '结束时间，不晚于开始后 24 小时 / until, 24 hours after it begins at most',
  })
  @Instant()
  endsAt: string;

  @ApiPropertyOptional({ type: String, example: '供热和物业', description: '接待主题，公开 / what it is about, if anything; public' })
  @IsOptional()
  @PublicText()
  @Line({ max: 200 })
  topic?: string;
}

/** 更正预告: what is left out stays. */
export class CorrectReceptionDayInput {
  @ApiPropertyOptional({ type: String, example: '街道办事处主任', description: '接待领导，公开 / who receives, by post; public' })
  @IsOptional()
  @PublicText()
  @Line({ max: 100 })
  host?: string;

  @ApiPropertyOptional({ type: String, example: '桃东街道办事处二楼会议室', description: '地点，公开 / where; public' })
  @IsOptional()
  @PublicText()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ ...TIME, example: `${AHEAD}T09:30:00+08:00`, description: '开始时间 / from' })
  @IsOptional()
  @Instant()
  startsAt?: string;

  @ApiPropertyOptional({
    ...TIME,
    example: `${AHEAD}T11:30:00+08:00`,
    description: '结束时间，不晚于开始后 24 小时 / until, 24 hours after it begins at most',
  })
  @IsOptional()
  @Instant()
  endsAt?: string;

  @ApiPropertyOptional({ type: String, example: '供热', description: '接待主题，公开 / what it is about; public' })
  @IsOptional()
  @PublicText()
  @Line({ max: 200 })
  topic?: string;

  @ApiProperty({ type: String, example: '接待室改到二楼。', description: '更正原因 / why' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 已举行. */
export class HoldReceptionDayInput {
  @ApiProperty({ type: 'integer', minimum: 0, example: 12, description: '到场人数 / how many came' })
  @Whole({ min: 0, max: MOST_VISITORS })
  visitors: number;
}

/** 取消. */
export class CallOffReceptionDayInput {
  @ApiProperty({ type: String, example: '接待领导出差，另行安排。', description: '理由 / why' })
  @InternalText()
  @Words({ max: 500 })
  reason: string;
}

/** Which reception days anybody looks for. */
export class PublicReceptionDayQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    example: '230903011001',
    description: '此区划居民可参加的：本级和上级的 / those that people of this area may come to',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026-12-01',
    description:
      '此日及以后开始的，先开始的在前；不填列出全部，新预告的在前 / those that begin on this day or later, the soonest first; without it all of them, the newest announced first',
  })
  @IsOptional()
  @CalendarDate()
  from?: string;
}

/** Which reception days to list; what is asked for together is narrowed together. */
export class ReceptionDayQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: RECEPTION_DAY_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(RECEPTION_DAY_STATES)
  state?: ReceptionDayState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 居民接待日, as anybody reads it. */
export class PublicReceptionDayDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ enum: RECEPTION_DAY_STATES, example: 'announced', description: '状态 / state' }) state: ReceptionDayState;
  @ApiProperty({ type: String, example: '230903011', description: '面向的区划 / whose people may come' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: '街道党工委书记', description: '接待领导 / who receives' }) host: string;
  @ApiProperty({ type: String, example: '桃东街道办事处一楼接待室', description: '地点 / where' }) place: string;
  @ApiProperty({ ...TIME, description: '开始时间 / from' }) startsAt: string;
  @ApiProperty({ ...TIME, description: '结束时间 / until' }) endsAt: string;
  @ApiProperty({ type: String, nullable: true, example: '供热和物业', description: '接待主题 / what it is about' }) topic: string | null;
}

/** 居民接待日. */
export class ReceptionDayDto extends PublicReceptionDayDto {
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: [String], example: ['hold'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: 'integer', nullable: true, example: 12, description: '到场人数 / how many came' }) visitors: number | null;
  @ApiProperty({ ...TIME, description: '预告时间 / announced' }) announcedAt: string;
}

/** 处理记录: one line of the history. */
export class ReceptionDayHistoryDto extends HistoryOf(RECEPTION_DAY_STATES, { example: 'hold' }) {}

/** 接待日详情: with what its visitors asked for, in numbers, and what was done about it. */
export class ReceptionDayDetailDto extends ReceptionDayDto {
  @ApiProperty({ type: 'integer', description: '来访诉求件数 / how many matters its visitors brought' }) matters: number;
  @ApiProperty({ type: 'integer', description: '其中尚无结果的 / how many of them have no result yet' }) openMatters: number;
  @ApiProperty({ type: [ReceptionDayHistoryDto], description: '处理记录 / history' }) history: ReceptionDayHistoryDto[];
}
