import type { CaseType } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Difficulty, MediationCase, Party } from './mediation-case.js';
import type { MediationCaseState } from './mediation-case.transitions.js';

@Entity('mediation_case')
export class MediationCaseEntity implements MediationCase {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string | null;
  @Column('text') requestNumber: string | null;
  @Column('text', { nullable: true }) pastReference: string | null;
  @Column('int') round: number;
  @Column('text') areaCode: string;
  @Column('uuid') appliedBy: string | null;
  @Column('uuid', { array: true }) barredOrganisationIds: readonly string[] | null;
  @Column('text', { array: true }) barredAccountIds: readonly string[] | null;
  @Column('text') caseType: CaseType;
  @Column('text') difficulty: Difficulty;
  @Column('numeric') amount: string | null;
  @Column('text') summary: string | null;
  @Column('jsonb') parties: readonly Party[];
  @Column('text') state: MediationCaseState;
  @Column('uuid') mediatorId: string | null;
  @Column('boolean') chosenByParties: boolean;
  @Column('uuid', { array: true }) recusedMediatorIds: readonly string[];
  @Column('timestamptz') appliedAt: Date;
  @Column('timestamptz') acceptedAt: Date | null;
  @Column('timestamptz') dueAt: Date | null;
  @Column('timestamptz') concludedAt: Date | null;
  @Column('text') reasonCode: string | null;
  @Column('text') publicAnswer: string | null;
  @Column('timestamptz', { nullable: true }) dossierErasedAt: Date | null;
  @Column('timestamptz', { nullable: true }) matterErasedAt: Date | null;
  @Column('int') version: number;
  /** Read with the case from the texts of matters. */
  sealedTitle: string | null;
}

/** Partitioned by month. */
@Entity('mediation_case_history')
export class MediationCaseHistoryEntity extends HistoryEntity<MediationCaseState> {
  @Column('uuid') mediationCaseId: string;
}
