import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ACTIVITY_KINDS, type ActivityKind, DELIVERIES, type Delivery } from '@zero-distance/contracts';
import { Instant, IsAreaCode, OfRegister, PastReference, Whole } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { MOST_CAME } from './past-activity.js';

/** The `{reference}` of a past activity in an address. */
export class PastActivityParams {
  @ApiProperty({ type: String, example: 'HD-2025-017', description: '原编号 / its number in the time before' })
  @PastReference()
  reference: string;
}

/** An activity of the time before that was held, and how many came. Who they were is not brought along. */
export class PastActivityInput {
  @ApiProperty({ type: String, example: '230903011001', description: '面向的区划 / whose people were invited' })
  @IsAreaCode({ retired: 'taken' })
  areaCode: string;

  @ApiProperty({ enum: ACTIVITY_KINDS, example: 'five-delivery', description: '类型 / kind' })
  @IsIn(ACTIVITY_KINDS)
  kind: ActivityKind;

  @ApiPropertyOptional({
    enum: DELIVERIES,
    example: 'skills',
    description: '五送中的哪一送，五送活动必填，其他活动不填 / which of the five deliveries; of kind five-delivery alone',
  })
  @IsOptional()
  @IsIn(DELIVERIES)
  delivery?: Delivery;

  @ApiProperty({ format: 'date-time', example: '2025-03-05T09:00:00+08:00', description: '开始时间 / when it began' })
  @Instant()
  startsAt: string;

  @ApiProperty({ type: 'integer', example: 48, description: '到场人次 / how many came' })
  @Whole({ min: 0, max: MOST_CAME })
  attended: number;
}

/** 历史活动. */
export class PastActivityDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: 'HD-2025-017', description: '原编号 / number in the time before' }) reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: String, example: '230903011001', description: '面向的区划 / whose people were invited' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ enum: ACTIVITY_KINDS, example: 'five-delivery', description: '类型 / kind' })
  kind: ActivityKind;
  @ApiProperty({
    enum: DELIVERIES,
    nullable: true,
    example: 'skills',
    description: '五送中的哪一送，五送活动必填，其他活动不填 / which of the five deliveries; of kind five-delivery alone',
  })
  delivery: Delivery | null;
  @ApiProperty({ format: 'date-time', example: '2025-03-05T09:00:00+08:00', description: '开始时间 / when it began' })
  startsAt: string;
  @ApiProperty({ type: 'integer', example: 48, description: '到场人次 / how many came' })
  attended: number;
}
