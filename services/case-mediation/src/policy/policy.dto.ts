import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { POLICY_NAMES } from './policy.js';

const VALUE = {
  type: 'object',
  additionalProperties: true,
  example: { months: 1 },
  description:
    '策略值：mediation-limit 为 {"months": 1}；category-case-types 为类别代码前缀到纠纷类型的对应，如 {"0301": "neighbours"} / the value: {"months": 1}, or category code prefixes with their case types',
} as const;

/** A new value for a policy. */
export class PolicyInput {
  @ApiProperty(VALUE)
  @IsObject()
  value: Record<string, unknown>;

  @ApiPropertyOptional({ type: String, maxLength: 500, example: '依据2026年第3次联席会议', description: '依据或说明 / why' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** 策略: one named value this service works by. */
export class PolicyDto {
  @ApiProperty({ enum: POLICY_NAMES, example: 'mediation-limit', description: '名称 / name' }) name: string;
  @ApiProperty(VALUE) value: object;
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
