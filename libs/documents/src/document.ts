import { type Label, readLabel } from '@zero-distance/kernel';

/** 字段: one thing that a document says of its matter. */
export interface DocumentField {
  /** What it is called; the Chinese name is also its name in a template. */
  readonly label: Label;
  /** What may stand there: templates are tried with it. */
  readonly example: string;
  /** Words that somebody typed: on paper, what shows personal data in them is masked. */
  readonly typed?: true;
}

/** 明细: rows of the same fields. */
export interface DocumentTable {
  readonly label: Label;
  readonly columns: Readonly<Record<string, DocumentField>>;
}

/** How a document is laid out until a district has its own template, and as a page. */
export type DocumentPart<F extends string = string, T extends string = string> =
  /** Short fields with their names, two in a line. */
  | { readonly pairs: readonly F[] }
  /** A field with as many lines as it needs. */
  | { readonly words: F }
  | { readonly table: T }
  /** Who signs or seals, with room for it and for the day. */
  | { readonly signatures: readonly Label[] };

/** 文书: a document that a service makes of its matters. Plain data: it goes to the thread that makes DOCX files. */
export interface DocumentDefinition {
  /** As the API calls it: `order-sheet`. */
  readonly name: string;
  readonly title: Label;
  readonly fields: Readonly<Record<string, DocumentField>>;
  readonly tables: Readonly<Record<string, DocumentTable>>;
  readonly parts: readonly DocumentPart[];
}

/** Declares a document; a part that names no field of it does not compile. */
export const defineDocument = <
  const F extends Readonly<Record<string, DocumentField>>,
  const T extends Readonly<Record<string, DocumentTable>>,
>(
  document: Omit<DocumentDefinition, 'fields' | 'tables' | 'parts'> & {
    readonly fields: F;
    readonly tables: T;
    readonly parts: readonly DocumentPart<keyof F & string, keyof T & string>[];
  },
) => document;

/** A text, or nothing where the matter has none. */
type Value = string | null;
type Row<C> = { readonly [K in keyof C]: Value };

/** What fills a document. */
export type ValuesOf<D extends DocumentDefinition> = Row<D['fields']> & {
  readonly [K in keyof D['tables']]: readonly Row<D['tables'][K]['columns']>[];
};

/** The same, of any document. */
export type DocumentValues = Readonly<Record<string, Value | readonly Readonly<Record<string, Value>>[]>>;

/** What every document can say besides. */
export const COMMON_FIELDS = {
  printedAt: { label: '打印时间 / printed', example: '2026-11-28 10:30' },
} as const satisfies Readonly<Record<string, DocumentField>>;

/** A document's own fields and the common ones. */
export const fieldsOf = (document: DocumentDefinition): Readonly<Record<string, DocumentField>> => ({
  ...document.fields,
  ...COMMON_FIELDS,
});

/** The Chinese name of a field, a table or a document. */
export const nameOf = ({ label }: { readonly label: Label }): string => readLabel(label).zh;

/** A document as it looks when everything is there: templates are tried with it. */
export function exampleOf(document: DocumentDefinition): DocumentValues {
  const row = (fields: Readonly<Record<string, DocumentField>>) =>
    Object.fromEntries(Object.entries(fields).map(([key, { example }]) => [key, example]));
  const tables = Object.entries(document.tables).map(([key, { columns }]) => [key, [row(columns), row(columns)]]);
  return { ...row(fieldsOf(document)), ...Object.fromEntries(tables) };
}
