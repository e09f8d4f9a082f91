import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DAY_MS } from '@zero-distance/kernel';
import { Instant, InternalText, Words } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { APPOINTMENT_REASONS, AppointmentReason } from './appointment.js';

const TIME = { type: String, format: 'date-time' } as const;
/** A day that examples are in time with. */
const AHEAD = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);

/** 取消约定. */
export class CancelAppointmentInput {
  @ApiProperty({ enum: APPOINTMENT_REASONS, example: 'resident', description: '原因：居民要求、服务单位原因、上门未遇 / why' })
  @IsIn(APPOINTMENT_REASONS)
  reasonCode: AppointmentReason;

  @ApiPropertyOptional({ type: String, example: '住院，出院后再约。', description: '说明，不含个人信息 / in words, without personal data' })
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  note?: string;
}

/** 约定时间. */
export class AppointInput {
  @ApiProperty({ ...TIME, example: `${AHEAD}T09:00:00+08:00`, description: '约定时段的开始 / agreed from' })
  @Instant()
  from: string;

  @ApiProperty({ ...TIME, example: `${AHEAD}T11:00:00+08:00`, description: '约定时段的结束 / agreed until' })
  @Instant()
  until: string;

  @ApiPropertyOptional({
    enum: APPOINTMENT_REASONS,
    description: '改约的原因，首次约定不填 / why a time that was agreed is moved; not of the first',
  })
  @IsOptional()
  @IsIn(APPOINTMENT_REASONS)
  reasonCode?: AppointmentReason;

  @ApiPropertyOptional({
    type: String,
    example: '家属在场，自带医保卡。',
    description: '说明，不含个人信息 / in words, without personal data',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  note?: string;
}

/** 约定的时段: when the service is provided. */
export class AppointmentDto {
  @ApiProperty({ ...TIME, example: '2026-12-02T01:00:00.000Z', description: '开始 / from' }) from: string;
  @ApiProperty({ ...TIME, example: '2026-12-02T03:00:00.000Z', description: '结束 / until' }) until: string;
}
