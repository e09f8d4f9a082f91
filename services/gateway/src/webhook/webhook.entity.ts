import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabledReason, Webhook, WebhookState } from './webhook.js';

const whole = { to: (value: number) => value, from: Number };

/** 订阅 */
@Entity('webhook')
export class WebhookEntity implements Webhook {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') ownerId: string;
  @Column('text') url: string;
  @Column('text', { array: true }) types: readonly string[];
  @Column('text', { array: true }) scopes: readonly string[];
  @Column('text', { array: true }) roles: readonly string[];
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) org: string | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text') state: WebhookState;
  @Column('text', { nullable: true }) disabledReason: DisabledReason | null;
  @Column('bytea') secretSealed: Buffer;
  @Column('bytea', { nullable: true }) previousSecretSealed: Buffer | null;
  @Column('timestamptz', { nullable: true }) previousUntil: Date | null;
  @Column('bigint', { transformer: whole }) lastId: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
