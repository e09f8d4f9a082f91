import { ApiProperty } from '@nestjs/swagger';
import { CONTACT_WAYS, ContactWay } from '@zero-distance/contracts';
import { HANDLING_WARNINGS, HandlingWarning } from './handling.errors.js';

const TIME = { format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** 经办: who of the lead does it. */
export class StaffDto {
  @ApiProperty({ type: String, nullable: true, example: '市政设施科', description: '科室 / section' }) section: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '经办人账号 / account of the person' }) personId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '替班人账号 / account of the stand-in' })
  standInId: string | null;
}

/** 联系诉求人: the last contact of this round. */
export class ContactDto {
  @ApiProperty({ enum: CONTACT_WAYS, description: '方式 / how' }) way: ContactWay;
  @ApiProperty({ ...TIME, description: '时间 / when' }) at: string;
  @ApiProperty({ description: '是否联系上 / reached?' }) reached: boolean;
  @ApiProperty({ type: String, nullable: true, ...TIME, description: '本轮最近一次联系上的时间 / when the requester was reached last' })
  reachedAt: string | null;
}

/** 提醒: what should be seen to; nothing is refused for it. */
export class HandlingWarningDto {
  @ApiProperty({ enum: HANDLING_WARNINGS, description: '提醒代码 / code' }) code: HandlingWarning;
  @ApiProperty({ description: '说明（中文）' }) zh: string;
  @ApiProperty({ description: 'in English' }) en: string;
}
