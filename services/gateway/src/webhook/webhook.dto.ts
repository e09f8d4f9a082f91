import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Instant, IsAreaCode, List, PageQuery, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { TOLD_TYPES } from '../feed/feed.js';
import { DELIVERY_FAULTS, type DeliveryFault } from './outcome.js';
import {
  DELIVERY_STATES,
  type DeliveryState,
  DISABLED_REASONS,
  type DisabledReason,
  WEBHOOK_STATES,
  type WebhookState,
} from './webhook.js';

const TYPES = ['dispatch.work-order.dispatched.v1', 'dispatch.work-order.reminded.v1'];

/** What a client wants to be told of, and where. */
export class WebhookInput {
  @ApiProperty({
    type: String,
    example: 'https://hooks.housing.example/zero-distance',
    description: '接收地址，须为 https / where, by https',
  })
  @Reference({ max: 500 })
  url: string;

  @ApiProperty({ enum: TOLD_TYPES, isArray: true, example: TYPES, description: '事件类型 / types of events' })
  @List({ min: 1, max: TOLD_TYPES.length, unique: true })
  @IsIn(TOLD_TYPES, { each: true })
  types: string[];

  @ApiPropertyOptional({
    type: String,
    example: '230903',
    description: '只要此区划之内的；不填为令牌的区域 / within this area only; absent: the area of the token',
  })
  @IsOptional()
  @IsAreaCode({ retired: 'kept' })
  areaCode?: string;
}

/** From when on events are sent once more. */
export class ReplayWebhookInput {
  @ApiProperty({ format: 'date-time', example: '2026-11-28T00:00:00+08:00', description: '自此时起 / from this time on' })
  @Instant()
  since: string;
}

/** 订阅 */
export class WebhookDto {
  @ApiProperty({ format: 'uuid', description: '标识 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: String, example: 'housing', description: '所属应用 / the client whose it is' }) ownerId: string;
  @ApiProperty({ type: String, example: 'https://hooks.housing.example/zero-distance', description: '接收地址 / where' }) url: string;
  @ApiProperty({ type: [String], example: TYPES, description: '事件类型 / types of events' }) types: string[];
  @ApiProperty({ type: String, nullable: true, example: '230903', description: '区域；空为不限 / area; null: every area' }) areaCode:
    | string
    | null;
  @ApiProperty({ type: String, nullable: true, example: 'housing-bureau', description: '所代表的单位 / the organisation acted for' })
  organisation: string | null;
  @ApiProperty({ enum: WEBHOOK_STATES, description: '启用、停用 / enabled or disabled' }) state: WebhookState;
  @ApiProperty({ enum: DISABLED_REASONS, nullable: true, description: '停用原因 / why it is disabled' })
  disabledReason: DisabledReason | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '更换密钥后，原密钥同时签名至此时 / until then it is signed with the secret before, too',
  })
  previousSecretUntil: string | null;
  @ApiProperty({ format: 'date-time', description: '登记时间 / registered' }) createdAt: string;
}

/** A webhook with its secret, shown once. */
export class WebhookSecretDto extends WebhookDto {
  @ApiProperty({
    type: String,
    example: 'whsec_5u4Zr0Xk2mQn8yB1cVtLp9wSdEfGhJkM3nPqRsTuVwX=',
    description: '签名密钥（Standard Webhooks），只显示这一次 / the secret of its signatures (Standard Webhooks), shown this once',
  })
  secret: string;
}

/** 送达记录 */
export class DeliveryDto {
  @ApiProperty({ format: 'uuid', description: '标识 / id' }) id: string;
  @ApiProperty({ format: 'uuid', description: '事件编号，即 webhook-id / id of the event: `webhook-id`' }) eventId: string;
  @ApiProperty({ type: String, example: 'dispatch.work-order.dispatched.v1', description: '事件类型 / type of the event' }) type: string;
  @ApiProperty({ enum: DELIVERY_STATES, description: '状态 / state' }) state: DeliveryState;
  @ApiProperty({ type: 'integer', example: 1, description: '已尝试次数 / tries' }) tries: number;
  @ApiProperty({ type: 'integer', nullable: true, example: 204, description: '上次答复的状态码 / status of the last answer' }) status:
    | number
    | null;
  @ApiProperty({ enum: DELIVERY_FAULTS, nullable: true, description: '上次未送达的原因 / why the last try did not arrive' })
  fault: DeliveryFault | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 12, description: '上次用时（毫秒） / what the last try took, in milliseconds' })
  tookMs: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '下次尝试时间 / when it is tried next' }) nextAt:
    | string
    | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '送达时间 / when it arrived' }) deliveredAt: string | null;
  @ApiProperty({ format: 'date-time', description: '产生时间 / when it came up' }) createdAt: string;
}

/** Which webhooks to list; what is asked for together is narrowed together. */
export class WebhookQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: 'housing', description: '所属应用 / the client whose they are' })
  @IsOptional()
  @Reference({ max: 256 })
  ownerId?: string;

  @ApiPropertyOptional({ enum: WEBHOOK_STATES, description: '启用、停用 / enabled or disabled' })
  @IsOptional()
  @IsIn(WEBHOOK_STATES)
  state?: WebhookState;
}
