import type { Escalation, RequestKind, Urgency, WorkOrderType } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderLevel, ToldLamp } from '../../deadlines/deadline/deadline.js';
import type { ReplyResult, Route, WorkOrder } from './work-order.js';
import type { WorkOrderState } from './work-order.transitions.js';

@Entity('work_order')
export class WorkOrderEntity implements WorkOrder {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'text' }) type: WorkOrderType;
  @Column({ type: 'uuid' }) sourceId: string;
  @Column({ type: 'boolean' }) sourceSettled: boolean;
  @Column({ type: 'text', nullable: true }) sourceNumber: string | null;
  @Column({ type: 'text', nullable: true }) requestKind: RequestKind | null;
  @Column({ type: 'text' }) categoryCode: string;
  @Column({ type: 'text' }) areaCode: string;
  @Column({ type: 'uuid', array: true, nullable: true }) barredOrganisationIds: readonly string[] | null;
  @Column({ type: 'text', array: true, nullable: true }) barredAccountIds: readonly string[] | null;
  @Column('boolean', { nullable: true }) confidential: boolean | null;
  @Column({ type: 'text' }) urgency: Urgency;
  @Column({ type: 'text' }) state: WorkOrderState;
  @Column({ type: 'int' }) round: number;
  @Column({ type: 'uuid', nullable: true }) linkedOrderId: string | null;
  @Column({ type: 'timestamptz' }) receivedAt: Date;
  @Column({ type: 'timestamptz' }) openedAt: Date;
  @Column({ type: 'uuid', nullable: true }) leadOrganisationId: string | null;
  @Column({ type: 'uuid', array: true }) coOrganisationIds: readonly string[];
  @Column({ type: 'uuid', nullable: true }) suggestedLeadOrganisationId: string | null;
  @Column({ type: 'jsonb', nullable: true }) route: Route | null;
  @Column({ type: 'timestamptz' }) dispatchDueAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) dispatchedAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) signDueAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) returnUntil: Date | null;
  @Column({ type: 'timestamptz' }) countedFrom: Date;
  @Column({ type: 'timestamptz' }) feedbackDueAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) stepDueAt: Date | null;
  @Column({ type: 'text', nullable: true }) reminderLevel: ReminderLevel | null;
  @Column('text', { nullable: true }) escalation: Escalation | null;
  @Column({ type: 'timestamptz', nullable: true }) nextReminderAt: Date | null;
  @Column({ type: 'text', nullable: true }) lampTold: ToldLamp | null;
  @Column({ type: 'timestamptz', nullable: true }) nextLampAt: Date | null;
  @Column({ type: 'date', nullable: true }) nextReportOn: string | null;
  @Column({ type: 'date', nullable: true }) reviewOn: string | null;
  @Column({ type: 'uuid', array: true, nullable: true }) returnedBy: readonly string[] | null;
  @Column({ type: 'timestamptz', nullable: true }) repliedAt: Date | null;
  @Column({ type: 'text', nullable: true }) repliedBy: string | null;
  @Column({ type: 'text', array: true, nullable: true }) formerlyRepliedBy: readonly string[] | null;
  @Column({ type: 'boolean', nullable: true }) onTime: boolean | null;
  @Column({ type: 'text', nullable: true }) replyResult: ReplyResult | null;
  @Column({ type: 'text', nullable: true }) replyText: string | null;
  @Column({ type: 'uuid', array: true, nullable: true }) repliedWithoutIds: readonly string[] | null;
  @Column({ type: 'text', nullable: true }) publicAnswer: string | null;
  /** Read with the order from the texts of matters. */
  sealedTitle: string | null;
}
