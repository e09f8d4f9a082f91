import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FileIds } from '@zero-distance/files';
import { InternalText, Words } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { REJECT_REASONS } from './reasons.js';

const TIME = { format: 'date-time', example: '2026-11-24T04:00:00.000Z' } as const;

/** 复核通过. */
export class ConfirmInput {
  @ApiPropertyOptional({ description: '复核情况，不含个人信息 / what was seen, without personal data', example: '夜间到场，路灯已亮。' })
  @IsOptional()
  @InternalText()
  @Words({ max: 1000 })
  note?: string;

  @FileIds()
  files?: string[];
}

/** 复核不通过. */
export class RefuteInput {
  @ApiProperty({ enum: REJECT_REASONS, description: '不通过的理由 / why it is not done', example: 'not-solved' })
  @IsIn(REJECT_REASONS)
  reasonCode: string;

  @ApiProperty({ description: '说明 / in words', example: '第二盏灯仍不亮。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;

  @FileIds()
  files?: string[];
}

/** 复核: whether an answer waits for who found the matter, or had their word. */
export class RecheckDto {
  @ApiProperty({
    type: String,
    nullable: true,
    ...TIME,
    description: '待发现人复核，期限；不待复核为空 / who found it looks again, until; null when nobody waits for that',
  })
  dueAt: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    ...TIME,
    description: '复核通过的时间；未通过为空 / when they confirmed the answer; null when they have not',
  })
  confirmedAt: string | null;
}
