import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeliveryFault } from './outcome.js';
import type { DeliveryState } from './webhook.js';

/** 送达记录: one event for one webhook, sent as often as it takes. */
@Entity('webhook_delivery')
export class DeliveryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid') webhookId: string;
  /** Its place in the feed; null for a test. */
  @Column('bigint', { nullable: true }) feedId: number | null;
  @Column('uuid') eventId: string;
  @Column('text') type: string;
  @Column('uuid') aggregateId: string;
  @Column('text') body: string;
  @Column('text') state: DeliveryState;
  @Column('int') tries: number;
  @Column('timestamptz', { nullable: true }) firstTriedAt: Date | null;
  @Column('timestamptz') nextAt: Date;
  @Column('int', { nullable: true }) status: number | null;
  @Column('text', { nullable: true }) fault: DeliveryFault | null;
  @Column('int', { nullable: true }) tookMs: number | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}
