import type { CareEnd, CareRisk, CareWay, KeyPersonKind } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyPerson } from './key-person.js';
import type { KeyPersonState } from './key-person.transitions.js';
import type { CareNeed, Visit } from './visit.js';

/** 重点服务对象 */
@Entity('key_person')
export class KeyPersonEntity implements KeyPerson {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: KeyPersonState;
  @Column('text') areaCode: string;
  @Column('uuid') residentId: string;
  @Column('uuid') enteredFor: string;
  @Column('text') kind: KeyPersonKind;
  @Column('text') risk: CareRisk;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { nullable: true }) workerId: string | null;
  @Column('text', { nullable: true }) offeredTo: string | null;
  @Column('uuid', { nullable: true }) offeredOrganisationId: string | null;
  @Column('timestamptz', { nullable: true }) offerUntil: Date | null;
  @Column('timestamptz') enteredAt: Date;
  @Column('timestamptz', { nullable: true }) changedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lastVisitAt: Date | null;
  @Column('timestamptz', { nullable: true }) overdueSince: Date | null;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column('text', { nullable: true }) leaving: CareEnd | null;
  @Column('text', { nullable: true }) riskBefore: CareRisk | null;
  /** Not stored: {@link KeyPerson.told}. */
  told?: KeyPerson['told'];
}

/** What was done with it, a partition a month. */
@Entity('key_person_history')
export class KeyPersonHistoryEntity extends HistoryEntity<KeyPersonState> {
  @Column('uuid') keyPersonId: string;
}

/** 走访 */
@Entity('care_visit')
export class VisitEntity implements Visit {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('uuid') keyPersonId: string;
  @Column('uuid') enteredFor: string;
  @Column('timestamptz') at: Date;
  @Column('text') way: CareWay;
  @Column('boolean') met: boolean;
  @Column('text') risk: CareRisk;
  @Column('boolean') counts: boolean;
  @Column('text') need: CareNeed;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
