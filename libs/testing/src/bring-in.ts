import { eventually } from './eventually.js';
import type { HttpClient } from './http-client.js';

interface Row {
  readonly row: number;
  readonly faults: readonly { readonly column: string; readonly code: string }[];
}

/** What became of a file that was brought in. */
export interface BroughtIn {
  /** How many rows were created, unchanged, refused. */
  readonly done: Readonly<Record<string, unknown>>;
  /** Of each row that was refused: where it stands, and why, by the last word of each code. */
  readonly faults: readonly (readonly [row: number, ...codes: (string | undefined)[]])[];
  /** Of each row that was refused: where it stands, and in which columns. */
  readonly places: readonly (readonly [row: number, ...columns: string[]])[];
}

/**
 * Brings a CSV file in, and waits until each of its rows was looked at.
 * @param imports where files of the register are sent to, `/api/…/imports?register=…`; with `&dryRun=true` it is only checked
 */
export async function bringIn(importer: HttpClient, imports: string, rows: readonly string[]): Promise<BroughtIn> {
  const { body: begun } = await importer.post<{ id: string }>(imports, rows.join('\n'), { headers: { 'content-type': 'text/csv' } });
  const address = `${imports.split('?')[0]}/${begun.id}`;
  const done = await eventually(async () => {
    const { body } = await importer.get<Record<string, unknown>>(address);
    if (body.state !== 'done') throw new Error(`the import is ${String(body.state)}`);
    return body;
  });
  const { body: refused } = await importer.get<{ items: Row[] }>(`${address}/rows?outcome=refused`);
  return {
    done,
    faults: refused.items.map(({ row, faults }) => [row, ...faults.map(({ code }) => code.split('.').at(-1))]),
    places: refused.items.map(({ row, faults }) => [row, ...faults.map(({ column }) => column)]),
  };
}
