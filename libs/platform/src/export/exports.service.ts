import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { type CallHandler, Inject, Injectable, StreamableFile } from '@nestjs/common';
import { serviceOf } from '@zero-distance/contracts';
import { wallClock } from '@zero-distance/kernel';
import { Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom } from 'rxjs';
import { type AccessName, exportScopeOf } from '../access/access.js';
import { type AccessTold, recordAccess } from '../access-record/access-record.store.js';
import type { ExportFormat } from '../columns/export-format.js';
import { refuseRequest } from '../errors.js';
import { setAnswerHeaders } from '../http/answer-headers.js';
import { InFlight } from '../http/in-flight.js';
import { Liveness } from '../http/liveness.js';
import { Shares, takeOrRefuse } from '../http/shares.js';
import { MOST_ITEMS } from '../paging/most-items.js';
import type { Page } from '../paging/page.js';
import { RegisterNames } from '../register/register-names.js';
import { type Cell, cellsOf } from './cells.js';
import { toCsv } from './csv.js';
import type { ExportColumn } from './export-columns.js';
import { toGeojson } from './geojson.js';
import { toXlsx } from './xlsx.js';

/** So many files leave one process at once: each keeps a connection of the database busy, and formatting takes a processor. */
const MOST_EXPORTS = 4;
/** Half of them for one caller, who may read as slowly as it likes. */
const OF_A_CALLER = 2;

/** A list that is asked for as a file. */
export interface AskedExport {
  readonly request: FastifyRequest;
  /** The list's row of the access table. */
  readonly access: AccessName;
  readonly format: ExportFormat;
  readonly columns: readonly ExportColumn[];
  /** Gives the page that the request's query asks for. */
  readonly list: CallHandler<Page<unknown>>;
}

/** What a service does itself with what it tells of an access. Absent where the audit trail hears of it as an event. */
export type KeepAccess = (tx: Tx, access: AccessTold) => void;
export const KEEP_ACCESS = Symbol('keep access');

/** Makes files of lists, so many at once, and keeps who took them. */
@Injectable()
export class Exports {
  private readonly underWay = new InFlight('exports', MOST_EXPORTS);
  private readonly shares = new Shares('exports', OF_A_CALLER);

  constructor(
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(Liveness) liveness: Liveness,
    @Inject(KEEP_ACCESS) private readonly keep: KeepAccess,
  ) {
    liveness.watch(this.underWay);
    liveness.watchShares(this.shares);
  }

  /** Throws 403 without the scope, 429 while the caller has its part under way, 503 while too many are, and what the list itself refuses. */
  async fileOf(asked: AskedExport): Promise<StreamableFile> {
    this.admit(assertMayExport(asked), asked.request);
    const pages = pagesOf(asked, new RegisterNames(serviceOf(asked.access), this.transactor));
    const first = await pages.next(); // what is wrong with the query is answered, not broken off
    await this.record(asked);
    return fileFrom(asked, joined(first, pages));
  }

  /**
   * One page of a public list, as large as it was asked for: so a stranger holds no place that others need, and finds what comes next where a page's
   * `Link` says it. Nothing of it is on record: nobody is known, and everybody may see it.
   */
  async pageOf({ access, format, columns, list }: Omit<AskedExport, 'request'>, reply: FastifyReply): Promise<StreamableFile> {
    const page = await lastValueFrom(list.handle());
    setAnswerHeaders(reply.request, reply, page);
    const rows = await cellsOfPage(page, columns, new RegisterNames(serviceOf(access), this.transactor));
    return fileFrom({ access, format, columns }, Readable.from([rows]));
  }

  private admit(caller: string, request: FastifyRequest): void {
    takeOrRefuse(this.shares, caller, 1, true);
    request.exchange.whenOver(() => this.shares.giveBack(caller, 1));
    this.underWay.enter(request);
  }

  /** No access record, no file: it commits before the first row leaves. */
  private async record({ request: { actor, query }, access, format }: AskedExport): Promise<void> {
    if (!actor) throw new Error(`an export of ${access} without a caller`);
    const { limit, cursor, ...asked } = query as Readonly<Record<string, unknown>>;
    await this.transactor.transact(withoutReplay(actor), async (tx) => {
      const detail = { format: format.name, asked };
      this.keep(tx, recordAccess(tx, serviceOf(access), { action: 'export', subject: access, detail }));
    });
  }
}

/** The caller's name, if it may. */
function assertMayExport({ request: { actor }, access }: AskedExport): string {
  const scope = exportScopeOf(access);
  if (actor?.scopes.includes(scope)) return actor.id;
  const challenge = `Bearer realm="zero-distance", error="insufficient_scope", scope="${scope}"`;
  throw refuseRequest('scope_missing', { scope }, { headers: { 'www-authenticate': challenge } });
}

function fileFrom(
  { access, format, columns }: Pick<AskedExport, 'access' | 'format' | 'columns'>,
  pages: AsyncIterable<Cell[][]>,
): StreamableFile {
  const name = `${access.split('.')[1]}-${wallClock(new Date()).toISOString().slice(0, 10)}.${format.extension}`;
  return new StreamableFile(written(format, columns, pages), {
    type: format.mediaType,
    disposition: `attachment; filename="${name}"`,
  });
}

const written = ({ name }: ExportFormat, columns: readonly ExportColumn[], pages: AsyncIterable<Cell[][]>): Readable => {
  if (name === 'geojson') return toGeojson(pages);
  const headers = columns.map(({ header }) => header);
  return name === 'xlsx' ? toXlsx(headers, pages) : toCsv(headers, pages, name === 'csv' ? 'utf-8' : 'gb18030');
};

/** The pages of the list. Each is asked for by the handler's own query, with the cursor of the one before. */
async function* pagesOf({ request, columns, list }: AskedExport, names: RegisterNames): AsyncGenerator<Cell[][]> {
  const inScope = AsyncLocalStorage.snapshot(); // a page is asked for when the caller has taken the one before
  const query = request.query as Record<string, string>;
  query.limit = String(MOST_ITEMS);
  for (let more = true; more; ) {
    const page = await inScope(() => lastValueFrom(list.handle()));
    yield await cellsOfPage(page, columns, names);
    more = page.next !== null;
    if (page.next !== null) query.cursor = page.next;
  }
}

async function cellsOfPage({ items }: Page<unknown>, columns: readonly ExportColumn[], names: RegisterNames): Promise<Cell[][]> {
  for (const { namesOf, read } of columns) if (namesOf) await names.learn(namesOf, items.flatMap(read));
  return items.map((row) => cellsOf(columns, row, (register, code) => names.nameOf(register, code)));
}

async function* joined<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
