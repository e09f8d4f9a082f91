import type { Sql } from './entity-sql.js';

/** The most rows of one statement; a power of two. */
const MOST_ROWS = 32;

/** `insert into t (a, b) values ($1, $2)`, with a tail that has no parameter. */
const INSERT = /^(.*?\bvalues\s*)\(([^()]*)\)([^$]*)$/s;

/** Rows that wait for the end of a transaction, to leave as few statements as possible. */
export class BulkInserts {
  private rows = new Map<string, (readonly unknown[])[]>();

  add({ text, params }: Sql): void {
    const known = this.rows.get(text);
    if (known) known.push(params);
    else this.rows.set(text, [params]);
  }

  /**
   * Takes the rows as statements of several rows. Each has a power of two of rows, so that only a few texts are prepared. A key (the first value)
   * comes once in a statement, because `on conflict` cannot change a row twice.
   */
  take(): Sql[] {
    const taken = [...this.rows];
    this.clear();
    return taken.flatMap(([text, rows]) =>
      chunksOf(rows).map((chunk) => ({ text: textOf(text, chunk.length), params: chunk.length === 1 ? (chunk[0] ?? []) : chunk.flat() })),
    );
  }

  clear(): void {
    this.rows = new Map();
  }
}

type Row = readonly unknown[];

/** Cuts rows, in order, into chunks with a power of two of rows and no key twice. */
function chunksOf(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = [];
  for (const run of runsOf(rows)) {
    for (let at = 0; at < run.length; ) {
      const size = Math.min(MOST_ROWS, 2 ** Math.floor(Math.log2(run.length - at)));
      chunks.push(run.slice(at, at + size));
      at += size;
    }
  }
  return chunks;
}

/** Cuts rows wherever a key comes again. */
function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let keys = new Set<unknown>();
  for (const row of rows) {
    if (runs.length === 0 || keys.has(row[0])) {
      runs.push([]);
      keys = new Set();
    }
    keys.add(row[0]);
    (runs.at(-1) as Row[]).push(row);
  }
  return runs;
}

const texts = new Map<string, string>();

/** The statement for a number of rows. */
function textOf(text: string, rows: number): string {
  if (rows === 1) return text;
  const shape = `${rows} ${text}`;
  const known = texts.get(shape);
  if (known) return known;
  const [, head, values = '', tail] = INSERT.exec(text) ?? [];
  if (head === undefined) throw new Error(`only "insert … values (…)" can be appended, not ${text}`);
  const places = Math.max(...[...values.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
  const groups = Array.from({ length: rows }, (_, i) => `(${values.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + i * places}`)})`);
  const made = `${head}${groups.join(', ')}${tail}`;
  texts.set(shape, made);
  return made;
}
