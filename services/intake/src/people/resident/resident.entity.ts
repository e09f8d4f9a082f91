import type { ResidentLeaving } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentWay, Resident } from './resident.js';
import type { ResidentState } from './resident.transitions.js';
import type { OptionalField } from './resident-file.js';

/** 村居民 */
@Entity('resident')
export class ResidentEntity implements Resident {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: ResidentState;
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) file: string | null;
  @Column('text', { nullable: true }) nameMasked: string | null;
  @Column('text', { nullable: true }) idNumberMasked: string | null;
  @Column('text', { nullable: true }) phoneMasked: string | null;
  @Column('text', { nullable: true }) phoneIndex: string | null;
  @Column('text', { array: true }) groups: readonly string[];
  @Column('date') consentOn: string;
  @Column('text') consentWay: ConsentWay;
  @Column('uuid', { nullable: true }) registeredBy: string | null;
  @Column('timestamptz') registeredAt: Date;
  @Column('timestamptz') checkedAt: Date;
  @Column('text', { nullable: true }) leaving: ResidentLeaving | null;
  @Column('uuid', { nullable: true }) mainResidentId: string | null;
  @Column('text', { array: true }) takenFields: readonly OptionalField[];
  @Column('text', { array: true }) takenGroups: readonly string[];
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('resident_history')
export class ResidentHistoryEntity extends HistoryEntity<ResidentState> {
  @Column('uuid') residentId: string;
}

/** 身份证号, by its keyed hash: of one number there is one file. */
@Entity('resident_id_number')
export class ResidentIdNumberEntity {
  @PrimaryColumn('text') idIndex: string;
  @Column('uuid') residentId: string;
}
