import { HistoryEntity } from '@zero-distance/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KnowledgeEntry } from './knowledge-entry.js';
import type { KnowledgeEntryState } from './knowledge-entry.transitions.js';

/** 知识条目 */
@Entity('knowledge_entry')
export class KnowledgeEntryEntity implements KnowledgeEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') state: KnowledgeEntryState;
  @Column('text') areaCode: string;
  @Column('text') categoryCode: string;
  @Column('uuid') organisationId: string;
  @Column('text') organisationCode: string;
  @Column('text') question: string;
  @Column('text') answer: string;
  @Column({ type: 'text', array: true }) materials: readonly string[];
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('date', { nullable: true }) reviewBy: string | null;
  @Column('uuid', { nullable: true }) requestId: string | null;
  @Column('text') writtenBy: string;
  @Column({ type: 'text', array: true }) writers: readonly string[];
  @Column('timestamptz') draftedAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('timestamptz', { nullable: true }) nextAt: Date | null;
  @Column({ type: 'text', array: true }) words: readonly string[];
}

/** What was done with it, a partition a month. */
@Entity('knowledge_entry_history')
export class KnowledgeEntryHistoryEntity extends HistoryEntity<KnowledgeEntryState> {
  @Column('uuid') knowledgeEntryId: string;
}
