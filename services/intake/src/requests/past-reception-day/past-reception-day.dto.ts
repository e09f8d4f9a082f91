import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Instant, IsAreaCode, Line, PastReference, PublicText, Whole } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { MOST_VISITORS } from '../reception-day/reception-day.js';

/** The `{reference}` of a past reception day in an address. */
export class PastReceptionDayParams {
  @ApiProperty({ type: String, example: 'JDR-2025-03', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** A reception day of the time before, and how many came. What its visitors asked for comes along as past requests of the channel `reception-day`. */
export class PastReceptionDayInput {
  @ApiProperty({ type: String, example: '230903011', description: '面向的区划 / whose people could come' })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({ type: String, example: '街道党工委书记', description: '接待领导（职务，可加姓名），公开 / who received, by post; public' })
  @PublicText()
  @Line({ max: 100 })
  host: string;

  @ApiProperty({ type: String, example: '桃东街道办事处一楼接待室', description: '地点，公开 / where; public' })
  @PublicText()
  @Line({ max: 200 })
  place: string;

  @ApiPropertyOptional({ type: String, example: '供热和物业', description: '接待主题，公开 / what it was about, if anything; public' })
  @IsOptional()
  @PublicText()
  @Line({ max: 200 })
  topic?: string;

  @ApiProperty({ format: 'date-time', example: '2025-03-05T09:00:00+08:00', description: '开始时间 / when it began' })
  @Instant()
  startsAt: string;

  @ApiProperty({ format: 'date-time', example: '2025-03-05T11:00:00+08:00', description: '结束时间 / when it ended' })
  @Instant()
  endsAt: string;

  @ApiProperty({ type: 'integer', example: 12, description: '到场人数 / how many came' })
  @Whole({ min: 0, max: MOST_VISITORS })
  visitors: number;
}

/** 历史接待日. */
export class PastReceptionDayDto extends PastReceptionDayInput {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'JDR-2025-03', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
}
