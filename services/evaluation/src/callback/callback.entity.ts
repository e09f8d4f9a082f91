import type { CallbackOutcome, Satisfaction } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('callback')
export class CallbackEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('text') requestNumber: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text') areaCode: string;
  @Column('uuid', { array: true, nullable: true }) barredOrganisationIds: readonly string[] | null;
  @Column('text', { array: true, nullable: true }) barredAccountIds: readonly string[] | null;
  @Column('int') round: number;
  @Column('text') state: 'open' | 'recorded';
  @Column('boolean') possible: boolean;
  @Column('int') attempts: number;
  @Column('timestamptz', { nullable: true }) attemptNotBefore: Date | null;
  @Column('boolean', { nullable: true }) contacted: boolean | null;
  @Column('boolean', { nullable: true }) solved: boolean | null;
  @Column('text', { nullable: true }) satisfaction: Satisfaction | null;
  @Column('text', { nullable: true }) outcome: CallbackOutcome | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) recordedAt: Date | null;
  @Column('int') version: number;
}

/** Partitioned by month. */
@Entity('callback_history')
export class CallbackHistoryEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') callbackId: string;
  @Column('text') action: string;
  @Column('text', { nullable: true }) fromState: string | null;
  @Column('text') toState: string;
  @Column('text') actorId: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
}
