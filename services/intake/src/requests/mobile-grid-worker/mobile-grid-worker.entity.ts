import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MobileGridWorker } from './mobile-grid-worker.js';

/** 移动网格员: columns of {@link MobileGridWorker}. */
@Entity('mobile_grid_worker')
export class MobileGridWorkerEntity implements MobileGridWorker {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') accountId: string;
  @Column('text') platform: string;
  @Column('boolean') pioneer: boolean;
  @Column('text') areaCode: string;
  @Column('date', { nullable: true }) verifiedOn: string | null;
  @Column('date', { nullable: true }) retiredOn: string | null;
  @Column('int') version: number;
}
