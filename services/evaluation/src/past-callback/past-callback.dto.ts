import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SATISFACTION_LEVELS, type Satisfaction } from '@zero-distance/contracts';
import { Instant, PastReference } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';

/** The `{reference}` of a past callback in an address. */
export class PastCallbackParams {
  @ApiProperty({
    type: String,
    example: 'HOTLINE-2025-000417',
    description: '历史诉求的原编号 / number of its request in the time before',
  })
  @PastReference()
  reference: string;
}

/** What became of the callback about a request of the time before. Its words are not brought along. */
export class PastCallbackInput {
  @ApiProperty({ type: Boolean, example: true, description: '是否联系到诉求人 / whether the requester was reached' })
  @IsBoolean()
  contacted: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    example: true,
    description: '问题是否解决；未联系到的不填 / is it solved; none when nobody was reached',
  })
  @IsOptional()
  @IsBoolean()
  solved?: boolean;

  @ApiPropertyOptional({
    enum: SATISFACTION_LEVELS,
    example: 'satisfied',
    description: '满意度五级；未联系到的不填 / five levels; none when nobody was reached',
  })
  @IsOptional()
  @IsIn(SATISFACTION_LEVELS)
  satisfaction?: Satisfaction;

  @ApiProperty({ format: 'date-time', example: '2025-03-08T10:00:00+08:00', description: '回访时间 / when it was recorded' })
  @Instant()
  recordedAt: string;
}

/** 历史回访. */
export class PastCallbackDto extends PastCallbackInput {
  @ApiProperty({ format: 'uuid', description: '回访编号 / id of the callback here' }) id: string;
  @ApiProperty({ type: String, example: 'HOTLINE-2025-000417', description: '历史诉求的原编号 / number of its request in the time before' })
  reference: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
}
