import type { Actor } from '@zero-distance/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 导入: one file for one register, and how far it has come. */
@Entity('import')
export class ImportEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('int') version: number;
  @Column('text') register: string;
  /** Says what would come of each row, and changes nothing. */
  @Column('boolean') dryRun: boolean;
  /** Who sent it; each row is registered in that name. */
  @Column('text') actorId: string;
  @Column('jsonb') actor: Actor;
  /** The area of their token: who may see this import. */
  @Column('text') areaCode: string;
  @Column('text') digest: string;
  /** The file's columns: their letters and headers by the member that they hold. */
  @Column('jsonb') columns: FileHeaders;
  @Column('int') rowCount: number;
  @Column('int') createdCount: number;
  @Column('int') changedCount: number;
  @Column('int') unchangedCount: number;
  @Column('int') refusedCount: number;
  /** Rows that were not refused, but show something to look at. */
  @Column('int') warnedCount: number;
  @Column('jsonb') unknownCodes: readonly UnknownCode[];
  @Column('timestamptz') startedAt: Date;
  /** When a batch of it was done last: the one that waited longest is next. */
  @Column('timestamptz') advancedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
}

/** By `key.code` or `input.name`. */
export type FileHeaders = Readonly<Record<string, { readonly letter: string; readonly header: string }>>;

export const ROW_OUTCOMES = ['created', 'changed', 'unchanged', 'refused'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** A code that no register has, and how many rows of the file name it in that column. */
export interface UnknownCode {
  readonly header: string | null;
  readonly code: string;
  readonly rows: number;
}

/** One thing that is wrong with a row. */
export interface RowFault {
  /** As a spreadsheet names it; null where the fault is the row's. */
  readonly column: string | null;
  readonly header: string | null;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** The code that the fault is about, where no register has it. */
  readonly unknownCode?: string;
}
