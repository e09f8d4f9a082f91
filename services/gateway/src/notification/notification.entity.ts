import type { StaffKind } from '@zero-distance/notification';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Notification } from './notification.js';

/** 工作通知 */
@Entity('notification')
export class NotificationEntity implements Notification {
  @PrimaryColumn('uuid') id: string;
  @Column('text') accountId: string;
  @Column('uuid') eventId: string;
  @Column('text') kind: StaffKind;
  @Column('text') noun: string;
  @Column('uuid') subjectId: string;
  @Column('uuid') matterId: string;
  @Column('text') areaCode: string;
  @Column('timestamptz') happenedAt: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
  @Column('int') version: number;
}
