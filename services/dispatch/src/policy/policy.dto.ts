import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { POLICY_NAMES } from './policy.js';

const VALUE = {
  type: 'object',
  additionalProperties: true,
  description: '参数值；形式随名称而定，见 GET /policies 的默认值 / its form depends on the name: see the defaults in GET /policies',
  example: { amount: 2, unit: 'hour' },
} as const;

/** A new value of a policy, and why. */
export class PolicyInput {
  @ApiProperty(VALUE)
  @IsObject()
  value: object;

  @ApiPropertyOptional({ description: '依据 / why', example: '区接诉即办工作办法第十二条' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

/** 政策参数: its version in force. */
export class PolicyDto {
  @ApiProperty({ enum: POLICY_NAMES, example: 'sign-limit', description: '名称 / its name' }) name: string;
  @ApiProperty({ type: 'integer', minimum: 0, description: '版本；0 为默认值 / 0 is the default' }) version: number;
  @ApiProperty(VALUE) value: object;
  @ApiPropertyOptional({ description: '依据 / why' }) reason?: string;
  @ApiPropertyOptional({ description: '设定人 / who set it' }) setBy?: string;
  @ApiPropertyOptional({ format: 'date-time', description: '设定时间 / when it was set' }) setAt?: string;
}

/** 全部政策参数. */
export class PolicyListDto {
  @ApiProperty({ type: [PolicyDto], description: '全部参数 / all of them' }) items: PolicyDto[];
}
