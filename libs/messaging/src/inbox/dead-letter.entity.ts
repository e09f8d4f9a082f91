import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 死信: a message that could not be handled, with everything needed to try it again. */
@Entity('dead_letter')
export class DeadLetterEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: 'waiting' | 'replayed' | 'discarded';
  @Column('text') eventId: string;
  @Column('text') eventType: string;
  @Column('text') consumer: string;
  @Column('jsonb') headers: Record<string, string>;
  @Column('text') body: string;
  /** Why the last try failed. Written by code; holds no personal data. */
  @Column('text') error: string;
  @Column('int') tries: number;
  @Column('timestamptz') failedAt: Date;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  @Column('text', { nullable: true }) settledBy: string | null;
  @Column('int') version: number;
}
