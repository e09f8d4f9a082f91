import { ApiProperty } from '@nestjs/swagger';
import { IsInt } from 'class-validator';

export class ChangePolicyDto {
  @ApiProperty({ type: 'integer', example: 3, description: '新取值 / the new value' })
  @IsInt()
  value: number;
}

/** 策略. */
export class PolicyDto {
  @ApiProperty({ type: String, example: 'callback-attempts' }) name: string;
  @ApiProperty({ type: 'integer', example: 3 }) value: number;
  @ApiProperty({ type: 'integer', description: '最小值 / the least it may be' }) least: number;
  @ApiProperty({ type: 'integer', description: '最大值 / the most it may be' }) most: number;
  @ApiProperty({ type: String, example: '回访未接通几次后按未联系到记录' }) zh: string;
  @ApiProperty({ type: String, example: 'Attempts after which a callback is recorded as not reached' }) en: string;
  @ApiProperty({ format: 'date-time', description: '自何时起 / since when' }) changedAt: string;
  @ApiProperty({ type: String, description: '何人修改 / who changed it' }) changedBy: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) version: number;
}
