import { findPersonalData, type OfficeContacts } from '@zero-distance/kernel';
import type { DocumentDefinition, DocumentField, DocumentValues } from './document.js';

/**
 * The values as they may go on paper, which goes from hand to hand: in words that somebody typed, a telephone, an ID number and the like become
 * `***`. What offices have published of themselves stays.
 */
export function masked(document: DocumentDefinition, values: DocumentValues, offices: OfficeContacts): DocumentValues {
  const shown: Record<string, DocumentValues[string]> = { ...values, ...maskedRow(document.fields, values, offices) };
  for (const [key, { columns }] of Object.entries(document.tables)) {
    const rows = (values[key] ?? []) as readonly DocumentValues[];
    shown[key] = rows.map((row) => ({ ...row, ...maskedRow(columns, row, offices) })) as DocumentValues[string];
  }
  return shown;
}

function maskedRow(
  fields: Readonly<Record<string, DocumentField>>,
  values: DocumentValues,
  offices: OfficeContacts,
): Record<string, string> {
  const typed = Object.keys(fields).filter((key) => fields[key]?.typed && typeof values[key] === 'string');
  return Object.fromEntries(typed.map((key) => [key, maskText(values[key] as string, offices)]));
}

/** A text with `***` for each place that looks like personal data. */
function maskText(text: string, offices: OfficeContacts): string {
  let shown = '';
  let at = 0;
  for (const { from, to } of findPersonalData(text, offices)) {
    shown += `${text.slice(at, from)}***`;
    at = to;
  }
  return shown + text.slice(at);
}
