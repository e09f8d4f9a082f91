import type { RatingFinding, Satisfaction, ServiceCaseMode, ServiceCaseRefusal } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentWay } from '../../people/resident/resident.js';
import type { Material } from './material.js';
import type { DeliveryWay, ServiceCase } from './service-case.js';
import type { ServiceCaseState } from './service-case.transitions.js';

/** 办件 */
@Entity('service_case')
export class ServiceCaseEntity implements ServiceCase {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: ServiceCaseState;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') areaCode: string;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('text', { nullable: true }) servicePointCode: string | null;
  @Column('text') mode: ServiceCaseMode;
  @Column('text') itemCode: string;
  @Column('int') itemVersion: number;
  @Column('text') itemName: string;
  @Column('boolean') oneStop: boolean;
  @Column('int') limitWorkingDays: number;
  @Column('jsonb') materials: readonly Material[];
  @Column('uuid', { nullable: true }) applicantId: string | null;
  @Column('text', { nullable: true }) applicant: string | null;
  @Column('text', { nullable: true }) applicantName: string | null;
  @Column('text', { nullable: true }) applicantIdNumber: string | null;
  @Column('text', { nullable: true }) applicantPhone: string | null;
  @Column('text', { nullable: true }) applicantPhoneIndex: string | null;
  @Column('text', { nullable: true }) applicantIdIndex: string | null;
  @Column('text', { nullable: true }) applicantPersonIndex: string | null;
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('text', { array: true }) handlers: readonly string[];
  @Column('text', { nullable: true }) consentWay: ConsentWay | null;
  @Column('timestamptz', { nullable: true }) formsAt: Date | null;
  @Column('text', { nullable: true }) externalNumber: string | null;
  @Column('timestamptz') openedAt: Date;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('int', { nullable: true }) limitLeft: number | null;
  @Column('timestamptz', { nullable: true }) lateSince: Date | null;
  @Column('timestamptz', { nullable: true }) lapsesAt: Date | null;
  @Column('timestamptz', { nullable: true }) trackedAt: Date | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) result: string | null;
  @Column('text', { nullable: true }) refusal: ServiceCaseRefusal | null;
  @Column('timestamptz', { nullable: true }) deliveredAt: Date | null;
  @Column('text', { nullable: true }) deliveryWay: DeliveryWay | null;
  @Column('boolean') copyGiven: boolean;
  @Column('boolean', { nullable: true }) alone: boolean | null;
  @Column('boolean', { nullable: true }) oneVisit: boolean | null;
  @Column('timestamptz', { nullable: true }) rateUntil: Date | null;
  @Column('text', { nullable: true }) satisfaction: Satisfaction | null;
  @Column('timestamptz', { nullable: true }) ratedAt: Date | null;
  @Column('text', { nullable: true }) ratedBy: string | null;
  @Column('timestamptz', { nullable: true }) ratingDueAt: Date | null;
  @Column('text', { nullable: true }) finding: RatingFinding | null;
  @Column('timestamptz', { nullable: true }) verifiedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { nullable: true }) takeBackUntil: Date | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
}

/** What was done with it, a partition a month. */
@Entity('service_case_history')
export class ServiceCaseHistoryEntity extends HistoryEntity<ServiceCaseState> {
  @Column('uuid') serviceCaseId: string;
}
