import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, Instant, IsAreaCode, OfRegister, PastReference, Whole } from '@zero-distance/platform';
import { IsBoolean, IsOptional } from 'class-validator';
import { PAST_LINE } from '../../reference/telephone-line.js';
import { DAY_SECONDS } from '../call/call.js';

/** The `{reference}` of a past call in an address. */
export class PastCallParams {
  @ApiProperty({ type: String, example: 'cc-20250305-000731', description: '原通话编号 / the former system’s id of the call' })
  @PastReference()
  reference: string;
}

/** A call to the hotline in the time before, and whether somebody answered. Who called is not brought along, nor about what. */
export class PastCallInput {
  @ApiProperty({
    type: String,
    example: '230903',
    description: '热线服务的区划：接通率按此统计 / the area that the line served: the call is counted there',
  })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({
    type: String,
    example: '12345',
    description: '被叫热线号码，不是来电号码 / the line that was called, not the caller’s number',
  })
  @Code(PAST_LINE)
  line: string;

  @ApiProperty({ format: 'date-time', example: '2025-03-05T09:00:00+08:00', description: '来电时间 / when somebody called' })
  @Instant()
  calledAt: string;

  @ApiProperty({ type: Boolean, example: true, description: '是否接听 / whether somebody answered' })
  @IsBoolean()
  answered: boolean;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    example: 9,
    description: '接听秒数：振铃、排队至人工接听；未接听的不填 / seconds until somebody answered; none when nobody did',
  })
  @IsOptional()
  @Whole({ min: 0, max: DAY_SECONDS })
  answerSeconds?: number;
}

/** 历史来电. */
export class PastCallDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'cc-20250305-000731', description: '原通话编号 / the former system’s id of the call' })
  reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: String, example: '230903', description: '热线服务的区划 / the area that the line served' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: '12345', description: '被叫热线号码 / the line that was called' }) line: string;
  @ApiProperty({ format: 'date-time', example: '2025-03-05T09:00:00+08:00', description: '来电时间 / when somebody called' })
  calledAt: string;
  @ApiProperty({ type: Boolean, example: true, description: '是否接听 / whether somebody answered' }) answered: boolean;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 9,
    description: '接听秒数，未接听的为空 / seconds until somebody answered; null when nobody did',
  })
  answerSeconds: number | null;
}
