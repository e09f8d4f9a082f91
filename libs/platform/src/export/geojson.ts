import { Readable } from 'node:stream';
import type { Cell } from './cells.js';
import type { ExportColumn } from './export-columns.js';

/** What stands on a map leaves whole: a feature is no row of cells. */
export const FEATURE_COLUMNS: readonly ExportColumn[] = [{ header: 'feature', kind: 'text', read: (row) => JSON.stringify(row) }];

/** A FeatureCollection (RFC 7946) of these features. @param pages the features, some at a time, each the text of one */
export const toGeojson = (pages: AsyncIterable<readonly Cell[][]>): Readable => Readable.from(collected(pages), { objectMode: false });

async function* collected(pages: AsyncIterable<readonly Cell[][]>): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[\n';
  for await (const page of pages) {
    for (const [feature] of page) {
      yield `${before}${feature}`;
      before = ',\n';
    }
  }
  yield before.startsWith('{') ? `${before}]}` : '\n]}';
}
