import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkOrderAction, WorkOrderState } from './work-order.transitions.js';
import type { HistoryEntry } from './work-order-history.js';

@Entity('work_order_history')
export class WorkOrderHistoryEntity implements HistoryEntry {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid' }) workOrderId: string;
  @Column({ type: 'text' }) action: WorkOrderAction | 'open';
  @Column({ type: 'text', nullable: true }) fromState: WorkOrderState | null;
  @Column({ type: 'text' }) toState: WorkOrderState;
  @Column({ type: 'text' }) actorId: string;
  @Column({ type: 'text', nullable: true }) reasonCode: string | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ type: 'timestamptz' }) at: Date;
}
