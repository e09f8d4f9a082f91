import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, MaxLength } from 'class-validator';
import { POLICY_NAMES } from './policy.js';

const VALUE = {
  type: 'integer',
  example: 3,
  description:
    '策略值：callback-attempts 回访未接通几次后按未联系到记录，callback-rounds 一件诉求最多办理几轮，small-sample 样本少于此数标注为小样本 / attempts until not reached, most rounds of one request, fewest for a rate that is no small sample',
} as const;

/** A new value for a policy. */
export class PolicyInput {
  @ApiProperty(VALUE)
  @IsInt()
  value: number;

  @ApiPropertyOptional({ type: String, maxLength: 500, example: '依据2026年第3次联席会议', description: '依据或说明 / why' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** 策略: one named value this service works by. */
export class PolicyDto {
  @ApiProperty({ enum: POLICY_NAMES, example: 'callback-attempts', description: '名称 / name' }) name: string;
  @ApiProperty(VALUE) value: number;
  @ApiProperty({ type: 'integer', minimum: 0, example: 1, description: '版本；0 表示系统默认值 / its version; 0 is the default' })
  version: number;
  @ApiProperty({ type: String, nullable: true, description: '依据或说明 / why' }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: '修改人 / who set it' }) setBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '设定时间，自此生效 / set, and in effect since' }) setAt:
    | string
    | null;
}

/** Every policy as it stands. */
export class PolicyListDto {
  @ApiProperty({ type: [PolicyDto] }) items: PolicyDto[];
}
