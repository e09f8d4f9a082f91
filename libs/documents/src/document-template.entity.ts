import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 文书模板: one version of a document's template as a district has published it. Rows are only added; the highest version counts. */
@Entity('document_template')
export class DocumentTemplateEntity {
  @PrimaryColumn('uuid') id: string;
  /** Of the document. */
  @Column('text') name: string;
  @Column('int') version: number;
  @Column('bytea') docx: Buffer;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') setBy: string;
  @Column('timestamptz') setAt: Date;
}

/** A version without its bytes. */
export type TemplateVersion = Omit<DocumentTemplateEntity, 'docx'>;
