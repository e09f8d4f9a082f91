import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Call } from './call.js';

/** 来电, of a request that was taken in by telephone. */
@Entity('request_call')
export class CallEntity implements Call {
  @PrimaryColumn('uuid') requestId: string;
  @Column('text') callId: string;
  @Column('text') line: string;
  @Column('text') areaCode: string;
  @Column('text') agentId: string;
  @Column('int') queueSeconds: number;
  @Column('text', { nullable: true }) recordingReference: string | null;
}
