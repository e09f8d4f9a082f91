import type { Channel, FollowUpKind } from '@zero-distance/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 追加: what a caller said later of a request, as this service keeps it: sealed under its own keys. */
@Entity('follow_up')
export class FollowUpEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('timestamptz') at: Date;
  @Column('text') kind: FollowUpKind | (string & Record<never, never>);
  @Column('text') channel: Channel | (string & Record<never, never>);
  /** Null when no word was said, or it was erased. */
  @Column('text', { nullable: true }) sealedText: string | null;
  /** 收回: when it was taken back, because it was said of this request by mistake; the row stays, so that nothing told late brings it again. */
  @Column('timestamptz', { nullable: true }) takenBackAt: Date | null;
}
