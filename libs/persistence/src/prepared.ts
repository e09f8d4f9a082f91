import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Sql } from './entity-sql.js';

const names = new Map<string, string>();

/** The name of a text's statement. Texts are made of table and column names only, so there are as many as the code has shapes. */
export function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url').slice(0, 20);
    names.set(text, name);
  }
  return name;
}

/** What pg makes of the description of an answer's columns. Its types leave it out. */
interface Columns {
  fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  _parsers: unknown;
  _prebuiltEmptyResultObject: unknown;
}
interface Describable {
  readonly _result: Columns;
  _accumulateRows: boolean;
  handleRowDescription(description: Pick<Columns, 'fields'>): void;
}

/** By the name of the statement. */
const described = new Map<string, Columns>();

/**
 * The same text gets the same name, so Postgres parses and plans it once a connection: planning a small statement costs more than running it. What pg
 * makes of the answer's columns is kept as well: made anew for each answer it costs a third of a statement that reads one row.
 */
export class Statement extends pg.Query {
  readonly name: string;

  /** The text goes to pg beside its parameters: a config of both it copies member by member, which is felt. */
  constructor({ text, params }: Sql) {
    super(text, params as unknown[]);
    this.name = nameOf(text);
  }

  handleRowDescription(description: Pick<Columns, 'fields'>): void {
    const query = this as unknown as Describable;
    const known = described.get(this.name);
    if (known && isSame(known.fields, description.fields)) {
      Object.assign(query._result, known);
      query._accumulateRows = true; // as pg does when there is a callback
      return;
    }
    (pg.Query.prototype as unknown as Describable).handleRowDescription.call(query as never, description);
    const { fields, _parsers, _prebuiltEmptyResultObject } = query._result;
    described.set(this.name, { fields, _parsers, _prebuiltEmptyResultObject });
  }
}

/** A column's type changes when a migration runs beside this process. */
const isSame = (some: Columns['fields'], others: Columns['fields']): boolean =>
  some.length === others.length && some.every(({ dataTypeID }, at) => dataTypeID === others[at]?.dataTypeID);
