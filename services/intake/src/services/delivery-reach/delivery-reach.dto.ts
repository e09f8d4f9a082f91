import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DELIVERIES, type Delivery } from '@zero-distance/contracts';
import { IsAreaCode, OfRegister, Reference } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';

/** Where, and when. */
export class DeliveryReachQuery {
  @ApiProperty({ type: String, example: '230903011', description: '区划及其下级 / in this area' })
  @IsAreaCode()
  areaCode: string;

  @ApiPropertyOptional({
    type: String,
    example: '2026',
    description: '期间 YYYY 或 YYYY-MM，不填为本月 / a year or a month; this month, unless told',
  })
  @IsOptional()
  @Reference({ max: 7 })
  period?: string;
}

/** 惠及 of one of the five, or of all. */
export class ReachedDto {
  @ApiProperty({
    enum: DELIVERIES,
    type: String,
    nullable: true,
    example: 'warmth',
    description: '五送中的哪一送；空为全部，每人只计一次 / which of the five; null: all of them, each person once',
  })
  delivery: Delivery | null;
  @ApiProperty({ type: 'integer', example: 12, description: '已举行的场次 / sessions that were held' }) sessions: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 1200,
    description: '到场人次；不予显示时为空 / who came, as often as they came; null where withheld',
  })
  attendances: number | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 860,
    description: '到场人数，同一人只计一次；不予显示时为空 / who came, each person once; null where withheld',
  })
  people: number | null;
  @ApiProperty({
    type: Boolean,
    description: '人数少于策略 coverage-minimum，不予显示 / withheld: fewer people than the policy coverage-minimum',
  })
  withheld: boolean;
}

/** 五送惠及人数. */
export class DeliveryReachDto {
  @ApiProperty({ type: String, example: '230903011', description: '区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, example: '2026', description: '期间 / period' }) period: string;
  @ApiProperty({ type: ReachedDto, description: '五送合计 / all five' }) all: ReachedDto;
  @ApiProperty({ type: [ReachedDto], description: '各送 / each of the five' }) deliveries: ReachedDto[];
}
