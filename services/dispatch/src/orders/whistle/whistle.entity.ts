import type { WhistleResult, WorkOrderType } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Summons, Whistle } from './whistle.js';
import type { WhistleState } from './whistle.transitions.js';

/** 吹哨 */
@Entity('whistle')
export class WhistleEntity implements Whistle {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: WhistleState;
  @Column('uuid') workOrderId: string;
  @Column('uuid') sourceId: string;
  @Column('text') type: WorkOrderType;
  @Column('text', { nullable: true }) sourceNumber: string | null;
  @Column('text') categoryCode: string;
  @Column('text') areaCode: string;
  @Column({ type: 'uuid', array: true, nullable: true }) barredOrganisationIds: readonly string[] | null;
  @Column({ type: 'text', array: true, nullable: true }) barredAccountIds: readonly string[] | null;
  @Column('boolean') confidential: boolean;
  @Column('uuid') organisationId: string;
  @Column('text') place: string;
  @Column('timestamptz') meetAt: Date;
  @Column('timestamptz', { nullable: true }) arriveFrom: Date | null;
  @Column('timestamptz') arriveBy: Date;
  @Column('jsonb') summoned: readonly Summons[];
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) missedAt: Date | null;
  @Column('timestamptz') concludeBy: Date;
  @Column('timestamptz', { nullable: true }) remindedAt: Date | null;
  @Column('text', { nullable: true }) result: WhistleResult | null;
  @Column('timestamptz', { nullable: true }) concludedAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('whistle_history')
export class WhistleHistoryEntity extends HistoryEntity<WhistleState> {
  @Column('uuid') whistleId: string;
}
