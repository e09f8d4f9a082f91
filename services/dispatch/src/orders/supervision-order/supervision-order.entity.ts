import type { SupervisionCause, SupervisionOpener, WorkOrderType } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SupervisionOrder } from './supervision-order.js';
import type { SupervisionOrderState } from './supervision-order.transitions.js';

/** 督办单 */
@Entity('supervision_order')
export class SupervisionOrderEntity implements SupervisionOrder {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: SupervisionOrderState;
  @Column('text') cause: SupervisionCause;
  @Column('text') openedBy: SupervisionOpener;
  @Column({ type: 'uuid', array: true }) workOrderIds: readonly string[];
  @Column({ type: 'uuid', array: true }) sourceIds: readonly string[];
  @Column('text') type: WorkOrderType;
  @Column('text') areaCode: string;
  @Column({ type: 'uuid', array: true, nullable: true }) barredOrganisationIds: readonly string[] | null;
  @Column({ type: 'text', array: true, nullable: true }) barredAccountIds: readonly string[] | null;
  @Column('boolean') confidential: boolean;
  @Column('uuid') organisationId: string;
  @Column('timestamptz') openedAt: Date;
  @Column('text') month: string;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('text', { nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { nullable: true }) answerDueAt: Date | null;
  @Column('boolean', { nullable: true }) onTime: boolean | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('supervision_order_history')
export class SupervisionOrderHistoryEntity extends HistoryEntity<SupervisionOrderState> {
  @Column('uuid') supervisionOrderId: string;
}
