import type { CallBackOutcome } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MissedCall } from './missed-call.js';
import type { MissedCallState } from './missed-call.transitions.js';

/** 未接来电 */
@Entity('missed_call')
export class MissedCallEntity implements MissedCall {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: MissedCallState;
  @Column('text') areaCode: string;
  @Column('text') line: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) phoneMasked: string | null;
  @Column('text', { nullable: true }) phoneIndex: string | null;
  @Column('int') calls: number;
  @Column('timestamptz') calledAt: Date;
  @Column('timestamptz') lastCalledAt: Date;
  @Column('timestamptz') dueAt: Date;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('int') attempts: number;
  @Column('timestamptz', { nullable: true }) attemptNotBefore: Date | null;
  @Column('text', { nullable: true }) outcome: CallBackOutcome | null;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('uuid', { nullable: true }) recordedBy: string | null;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  /** Not stored: {@link MissedCall.toldAt}. */
  toldAt?: Date;
}

/** What was done with it, a partition a month. */
@Entity('missed_call_history')
export class MissedCallHistoryEntity extends HistoryEntity<MissedCallState> {
  @Column('uuid') missedCallId: string;
}
