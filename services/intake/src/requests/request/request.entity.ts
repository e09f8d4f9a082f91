import type { AnsweringService, Channel, EmergencyNumber, RequestKind, Urgency } from '@zero-distance/contracts';
import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrderedService, Part, Point, Request, ToldCall, ToldFollowUp } from './request.js';
import type { RequestState } from './request.transitions.js';

/** 诉求: columns of {@link Request}. */
@Entity('request')
export class RequestEntity implements Request {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('text') state: RequestState;
  @Column('text') kind: RequestKind;
  @Column('text') channel: Channel;
  @Column('text') categoryCode: string;
  @Column('text') areaCode: string;
  @Column('text', { nullable: true }) place: string | null;
  @Column('jsonb', { nullable: true }) point: Point | null;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('text') urgency: Urgency;
  @Column('text', { nullable: true }) upstreamReference: string | null;
  @Column('text', { nullable: true }) upstreamSystem: string | null;
  @Column('boolean') confidential: boolean;
  @Column('boolean') publishable: boolean;
  @Column('boolean') callbackPossible: boolean;
  @Column('timestamptz') receivedAt: Date;
  @Column('int') round: number;
  @Column('uuid', { nullable: true }) workOrderId: string | null;
  @Column('uuid', { nullable: true }) caseId: string | null;
  @Column('boolean') takenOn: boolean;
  @Column('uuid', { nullable: true }) organisationId: string | null;
  @Column('uuid', { nullable: true }) registeredBy: string | null;
  @Column('text', { nullable: true }) reportedBy: string | null;
  @Column('text', { nullable: true }) foundBy: string | null;
  @Column('jsonb', { nullable: true }) service: OrderedService | null;
  @Column('uuid', { nullable: true }) residentId: string | null;
  @Column('text', { array: true, nullable: true }) complainedAbout: string[] | null;
  @Column('text', { array: true, nullable: true }) recusedOrganisations: string[] | null;
  @Column('uuid', { array: true, nullable: true }) barredOrganisationIds: string[] | null;
  @Column('text', { array: true, nullable: true }) barredAccountIds: string[] | null;
  @Column('text', { nullable: true }) answeredBy: AnsweringService | null;
  @Column('text', { nullable: true }) publicAnswer: string | null;
  @Column('text', { nullable: true }) answerResult: string | null;
  @Column('timestamptz', { nullable: true }) repliedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  @Column('timestamptz', { nullable: true }) erasedAt: Date | null;
  @Column('text', { nullable: true }) emergencyNumber: EmergencyNumber | null;
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('int') version: number;
  /** Who asks, masked; read with the request from the table `requester`. */
  nameMasked: string | null;
  phoneMasked: string | null;
  /** How well it fits what somebody looks for; read where a list is ordered by it. */
  rank?: number;
  /** Not stored: {@link Request.sealedText}. */
  sealedText?: string;
  /** Not stored: {@link Request.reopenedBy}. */
  reopenedBy?: 'requester';
  /** Not stored: {@link Request.withdrawnBy}. */
  withdrawnBy?: Channel;
  /** Not stored: {@link Request.call}. */
  call?: ToldCall;
  /** Not stored: {@link Request.followUp}. */
  followUp?: ToldFollowUp;
  /** Not stored: {@link Request.takenBack}. */
  takenBack?: Pick<ToldFollowUp, 'id' | 'kind' | 'channel'>;
  /** Not stored: {@link Request.mainRequestId}. */
  mainRequestId?: string;
  /** Not stored: {@link Request.takesOver}. */
  takesOver?: boolean;
  /** Not stored: {@link Request.parts}. */
  parts?: readonly Part[];
}

/** One line of a request's story: what happened to it here, or what was heard of it from elsewhere, which has neither states nor an actor. */
@Entity('request_history')
export class RequestHistoryEntity extends HistoryEntity<RequestState> {
  @Column('uuid') requestId: string;
  /** Where it happened. */
  @Column('text') service: string;
  /** Ids and codes from the event. */
  @Column('jsonb', { nullable: true }) detail: Record<string, unknown> | null;
}
