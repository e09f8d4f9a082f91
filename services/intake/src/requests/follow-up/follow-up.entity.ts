import type { Channel, FollowUpKind } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Point } from '../request/request.js';
import type { FollowUp } from './follow-up.js';

/** 追加: columns of {@link FollowUp}. */
@Entity('request_follow_up')
export class FollowUpEntity implements FollowUp {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('timestamptz') at: Date;
  @Column('text') kind: FollowUpKind;
  @Column('text') channel: Channel;
  @Column('int') round: number;
  @Column('text', { nullable: true }) text: string | null;
  @Column('text', { nullable: true }) place: string | null;
  @Column('jsonb', { nullable: true }) point: Point | null;
  @Column('text') actorId: string;
}
