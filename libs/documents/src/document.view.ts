import { readLabel } from '@zero-distance/kernel';
import type { DocumentDto, DocumentFieldDto } from './document.dto.js';
import { type DocumentDefinition, type DocumentField, fieldsOf } from './document.js';
import type { TemplateVersion } from './document-template.entity.js';

/** A document as the API answers it. @param template the version in force; none for the preset */
export const toDocumentDto = (document: DocumentDefinition, template: TemplateVersion | undefined): DocumentDto => ({
  name: document.name,
  ...readLabel(document.title),
  fields: toFieldDtos(fieldsOf(document)),
  tables: Object.entries(document.tables).map(([name, { label, columns }]) => ({
    name,
    ...readLabel(label),
    columns: toFieldDtos(columns),
  })),
  version: template?.version ?? 0,
  reason: template?.reason ?? null,
  setBy: template?.setBy ?? null,
  setAt: template?.setAt.toISOString() ?? null,
});

const toFieldDtos = (fields: Readonly<Record<string, DocumentField>>): DocumentFieldDto[] =>
  Object.entries(fields).map(([name, { label, example }]) => ({ name, ...readLabel(label), example }));
