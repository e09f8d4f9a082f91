import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HistoryEntry } from './mediation-case.js';

/** Partitioned by month. */
@Entity('mediation_case_history')
export class MediationCaseHistoryEntity implements HistoryEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') mediationCaseId: string;
  @Column('text') action: string;
  @Column('text') fromState: string | null;
  @Column('text') toState: string;
  @Column('text') actorId: string;
  @Column('text') reason: string | null;
  @Column('timestamptz') at: Date;
}
