import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Instant, PageQuery } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  MESSAGE_CHANNELS,
  MESSAGE_PURPOSES,
  MESSAGE_STATES,
  type MessageChannel,
  type MessagePurpose,
  type MessageState,
} from './message.js';

/** What a list of messages is cut by. */
export class MessageQuery extends PageQuery {
  @ApiPropertyOptional({ enum: MESSAGE_STATES, description: 'waiting 待发，sent 已发，dead 发送失败，dropped 不再发送 / state' })
  @IsOptional()
  @IsIn(MESSAGE_STATES)
  state?: MessageState;

  @ApiPropertyOptional({ format: 'uuid', description: '某一事项的短信 / of one matter' })
  @IsOptional()
  @IsUUID()
  subjectId?: string;
}

/** What is sent again. */
export class ResendInput {
  @ApiProperty({ format: 'date-time', example: '2026-11-28T00:00:00+08:00', description: '此时以来失败的 / what was given up since' })
  @Instant()
  since: string;
}

/** How many are sent again. */
export class ResentDto {
  @ApiProperty({ type: 'integer', example: 12, description: '重发条数 / how many' }) count: number;
  @ApiProperty({ type: Boolean, example: false, description: '还有更多，可再次调用 / there are more: call again' }) more: boolean;
}

/** 短信记录: when somebody was written to about a matter. The text is not kept, and the number is masked. */
export class MessageDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ enum: MESSAGE_PURPOSES, description: '事由 / what it is about' }) purpose: MessagePurpose;
  @ApiProperty({ enum: MESSAGE_CHANNELS, description: 'sms 短信，email 电子邮件 / text message or e-mail' }) channel: MessageChannel;
  @ApiProperty({ format: 'uuid', description: '事项 / the matter' }) subjectId: string;
  @ApiProperty({ enum: MESSAGE_STATES, description: '状态 / state' }) state: MessageState;
  @ApiProperty({ type: 'integer', minimum: 0, description: '已尝试次数 / attempts so far' }) attempts: number;
  @ApiProperty({ type: String, nullable: true, example: '138****1234', description: '收件号码或邮箱（脱敏） / number or address, masked' })
  recipientMasked: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'http-503', description: '未发出的原因 / why it was not sent' }) failure:
    | string
    | null;
  @ApiProperty({ format: 'date-time', description: '产生时间 / since' }) createdAt: string;
  @ApiProperty({ format: 'date-time', description: '此时之后发送或重试 / sent, or tried again, from then on' }) notBefore: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: '发出或放弃时间 / sent or given up' }) settledAt:
    | string
    | null;
}
