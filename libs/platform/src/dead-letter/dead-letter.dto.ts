import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../paging/page.dto.js';
import { DEAD_LETTER_STATES } from './code-tables.js';

export class DeadLetterQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DEAD_LETTER_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(DEAD_LETTER_STATES)
  state?: (typeof DEAD_LETTER_STATES)[number];
}

/** 死信: an event this service could not handle. */
export class DeadLetterDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    enum: DEAD_LETTER_STATES,
    description: 'waiting 待处理，replayed 已重放，discarded 已放弃 / waiting, replayed, discarded',
  })
  state: string;
  @ApiProperty({ description: '事件编号 / id of the event' }) eventId: string;
  @ApiProperty({ description: '事件类型 / type of the event', example: 'intake.request.registered.v1' }) eventType: string;
  @ApiProperty({ description: '消费者 / the consumer that failed' }) consumer: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' }, description: '消息头 / headers of the message' })
  headers: Record<string, string>;
  @ApiProperty({ description: '消息体原文 / the body as received' }) body: string;
  @ApiProperty({ description: '最后一次失败原因 / why the last try failed' }) error: string;
  @ApiProperty({ type: 'integer', description: '尝试次数 / tries so far' }) tries: number;
  @ApiProperty({ format: 'date-time', description: '进入死信时间 / when it was given up' }) failedAt: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '处理时间 / when it was settled' }) settledAt:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true, description: '处理人 / who settled it' }) settledBy: string | null;
  @ApiProperty({ type: 'integer', minimum: 1 }) version: number;
}
