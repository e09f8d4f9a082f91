import { Column, PrimaryColumn } from 'typeorm';

/** One thing that was done with an aggregate; written, never changed. Each aggregate's table has its own column with the aggregate's id. */
export abstract class HistoryEntity<S extends string = string, A extends string = string> {
  @PrimaryColumn('uuid') id: string;
  /** An action of the state table, or what else was noted. */
  @Column('text') action: A;
  /** Null for the beginning. */
  @Column('text', { nullable: true }) fromState: S | null;
  @Column('text') toState: S;
  /** A subject or client id, or `system`. */
  @Column('text') actorId: string;
  /** Why: the words that went with it, or a code. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('timestamptz') at: Date;
}
