import { ApiProperty } from '@nestjs/swagger';
import { Instant } from '../validation/typed.js';

export class RepublishInput {
  @ApiProperty({
    format: 'date-time',
    description: '重发该时刻以来产生并已发布的事件（保留 7 天）/ what was emitted since then and is published (kept for 7 days)',
    example: '2026-11-23T00:00:00Z',
  })
  @Instant()
  since: string;
}

/** 重发: how much is published again. */
export class RepublishedDto {
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({ type: 'integer', description: '将重新发布的事件数 / events that are published again' }) events: number;
}
