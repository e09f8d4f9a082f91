import { storableInXml } from '@zero-distance/platform/xml-text';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { type DocumentDefinition, type DocumentField, type DocumentValues, fieldsOf, nameOf } from '../document.js';
import { FILLING } from './filling.js';

/** A DOCX with the values of a matter in the places of its template. The template has been checked when it was published. */
export function fill(template: Buffer, document: DocumentDefinition, values: DocumentValues): Buffer {
  const filled = new Docxtemplater(new PizZip(template), FILLING);
  filled.render(underBothNames(document, values));
  return filled.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The values, each under its name in the API and its Chinese name. */
function underBothNames(document: DocumentDefinition, values: DocumentValues): Record<string, unknown> {
  const filled = rowOf(fieldsOf(document), values);
  for (const [key, table] of Object.entries(document.tables)) {
    const rows = (values[key] ?? []) as readonly DocumentValues[];
    filled[key] = rows.map((row) => rowOf(table.columns, row));
    filled[nameOf(table)] = filled[key];
  }
  return filled;
}

function rowOf(fields: Readonly<Record<string, DocumentField>>, values: DocumentValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const value = values[key];
      const text = typeof value === 'string' ? storableInXml(value) : undefined;
      return [
        [key, text],
        [nameOf(field), text],
      ];
    }),
  );
}
