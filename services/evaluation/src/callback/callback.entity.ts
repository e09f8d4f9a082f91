import type { CallbackOutcome, RequestKind, Satisfaction } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Callback, CallbackPart, CallbackWay } from './callback.js';
import type { CallbackState } from './callback.transitions.js';

@Entity('callback')
export class CallbackEntity implements Callback {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('text') requestNumber: string;
  @Column('text', { nullable: true }) requestKind: RequestKind | null;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('jsonb', { nullable: true }) parts: readonly CallbackPart[] | null;
  @Column('uuid', { array: true, nullable: true }) unsolvedPartIds: readonly string[] | null;
  @Column('text') areaCode: string;
  @Column('uuid', { array: true, nullable: true }) barredOrganisationIds: readonly string[] | null;
  @Column('text', { array: true, nullable: true }) barredAccountIds: readonly string[] | null;
  @Column('int') round: number;
  @Column('text') state: CallbackState;
  @Column('boolean') possible: boolean;
  @Column('int') attempts: number;
  @Column('timestamptz', { nullable: true }) attemptNotBefore: Date | null;
  @Column('boolean', { nullable: true }) contacted: boolean | null;
  @Column('boolean', { nullable: true }) solved: boolean | null;
  @Column('text', { nullable: true }) satisfaction: Satisfaction | null;
  @Column('text', { nullable: true }) outcome: CallbackOutcome | null;
  @Column('text', { nullable: true }) way: CallbackWay | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) recordedAt: Date | null;
  @Column('int') version: number;
}

/** Partitioned by month. */
@Entity('callback_history')
export class CallbackHistoryEntity extends HistoryEntity<CallbackState> {
  @Column('uuid') callbackId: string;
}
