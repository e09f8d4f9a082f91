import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity } from 'typeorm';
import type { WorkOrderAction, WorkOrderState } from './work-order.transitions.js';

@Entity('work_order_history')
export class WorkOrderHistoryEntity extends HistoryEntity<WorkOrderState, WorkOrderAction | 'open'> {
  @Column('uuid') workOrderId: string;
  @Column('text', { nullable: true }) reasonCode: string | null;
}
