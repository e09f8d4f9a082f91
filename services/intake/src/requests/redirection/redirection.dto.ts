import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EMERGENCY_NUMBERS, type EmergencyNumber } from '@zero-distance/contracts';
import { InternalText, Words } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';

/** 转紧急电话. */
export class RedirectInput {
  @ApiProperty({ enum: EMERGENCY_NUMBERS, example: '119', description: '应拨打的紧急电话 / the emergency number to call' })
  @IsIn(EMERGENCY_NUMBERS)
  emergencyNumber: EmergencyNumber;

  @ApiPropertyOptional({ type: String, example: '来电时楼道已起火。', description: '原因，不含个人信息 / why, without personal data' })
  @InternalText()
  @IsOptional()
  @Words({ max: 200 })
  reason?: string;
}

/** 紧急转接: what to say to the caller, at once. */
export class RedirectionDto {
  @ApiProperty({ enum: EMERGENCY_NUMBERS, description: '紧急电话 / the number to call' }) number: EmergencyNumber;
  @ApiProperty({ type: String, description: '对来电人说的话 / what to say, in Chinese' }) zh: string;
  @ApiProperty({ type: String, description: '对来电人说的话（英文） / what to say, in English' }) en: string;
}
