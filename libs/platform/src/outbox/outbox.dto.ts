import { ApiProperty } from '@nestjs/swagger';
import { IsRFC3339 } from 'class-validator';

export class RepublishDto {
  @ApiProperty({
    format: 'date-time',
    description: '重发该时刻以来发布的事件（保留 7 天）/ what was published since then (kept for 7 days)',
    example: '2026-11-23T00:00:00Z',
  })
  @IsRFC3339()
  since: string;
}

/** 重发: how much was put back into the outbox. */
export class RepublishedDto {
  @ApiProperty({ format: 'date-time' }) since: string;
  @ApiProperty({ type: 'integer', description: '重新进入发件箱的事件数 / events put back into the outbox' }) events: number;
}
