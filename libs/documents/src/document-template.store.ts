import type { ReadTx } from '@zero-distance/persistence';
import { DocumentTemplateEntity, type TemplateVersion } from './document-template.entity.js';

/** The versions that count; none of a document whose preset does. */
export const latestTemplates = (tx: ReadTx): Promise<TemplateVersion[]> =>
  tx.query<TemplateVersion>(
    `select distinct on (name) id, name, version, reason, set_by as "setBy", set_at as "setAt" from document_template
     order by name, version desc`,
  );

/** The template that counts; undefined while the preset does. */
export async function latestTemplate(tx: ReadTx, name: string): Promise<DocumentTemplateEntity | undefined> {
  const [latest] = await tx.query<DocumentTemplateEntity>(
    `${tx.select(DocumentTemplateEntity, 't')} where t.name = $1 order by t.version desc limit 1`,
    [name],
  );
  return latest;
}

/** One version of it. */
export const templateOf = (tx: ReadTx, name: string, version: number): Promise<DocumentTemplateEntity | undefined> =>
  tx.findOne(DocumentTemplateEntity, { name, version });
