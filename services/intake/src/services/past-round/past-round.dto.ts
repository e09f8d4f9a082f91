import { ApiProperty } from '@nestjs/swagger';
import { Instant, IsAreaCode, OfRegister, PastReference, Whole } from '@zero-distance/platform';
import { MOST_DOORS } from './past-round.js';

/** The `{reference}` of one grid of a past round in an address. */
export class PastRoundParams {
  @ApiProperty({ type: String, example: 'QM-2025-03-001', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** One grid of a door-knocking round of the time before: a row for each. Households and what they said are not brought along. */
export class PastRoundInput {
  @ApiProperty({
    type: String,
    example: '230903011001001',
    description: '网格；不在网格内的填社区 / the grid; the community for what lies in none',
  })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({
    format: 'date-time',
    example: '2025-03-03T09:00:00+08:00',
    description: '开始时间，名单自此冻结，户数计入当日 / when its list was frozen: its households count on that day',
  })
  @Instant()
  openedAt: string;

  @ApiProperty({ type: 'integer', example: 60, description: '名单户数 / households on the list' })
  @Whole({ min: 1, max: MOST_DOORS })
  doors: number;

  @ApiProperty({ type: 'integer', example: 48, description: '已见面户数 / households of which somebody was met' })
  @Whole({ min: 0, max: MOST_DOORS })
  met: number;
}

/** 历史敲门. */
export class PastRoundDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'QM-2025-03-001', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({
    type: String,
    example: '230903011001001',
    description: '网格；不在网格内的填社区 / the grid; the community for what lies in none',
  })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({
    format: 'date-time',
    example: '2025-03-03T09:00:00+08:00',
    description: '开始时间，名单自此冻结，户数计入当日 / when its list was frozen: its households count on that day',
  })
  openedAt: string;
  @ApiProperty({ type: 'integer', example: 60, description: '名单户数 / households on the list' })
  doors: number;
  @ApiProperty({ type: 'integer', example: 48, description: '已见面户数 / households of which somebody was met' })
  met: number;
}
