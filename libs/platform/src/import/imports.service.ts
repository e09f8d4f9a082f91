import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor, type Tx } from '@zero-distance/persistence';
import { assertReaches } from '../auth/assert-reaches.js';
import { DISTRICT } from '../auth/auth.guard.js';
import { type ExportFormat, GEOJSON } from '../columns/export-format.js';
import { Liveness } from '../http/liveness.js';
import { Shares, takeOrRefuse } from '../http/shares.js';
import type { TableFile } from '../http/table-body.js';
import { RequestHash } from '../idempotency/request-hash.js';
import { mapPage, type Page } from '../paging/page.js';
import type { ImportDto, ImportQuery, ImportRowDto, ImportRowQuery, StartImportQuery } from './import.dto.js';
import { ImportEntity } from './import.entity.js';
import { MOST_UNDER_WAY, refuseImport } from './import.errors.js';
import { countUnderWay, IMPORTS, keepRows, reportedRows, sameUnderWay } from './import.store.js';
import { toImportDto, toImportRowDto } from './import.view.js';
import { openImportFile } from './import-file.js';
import { ImportRegisters } from './import-registers.js';
import { type PackedFile, packed } from './packed-file.js';
import { RowSeal } from './row-seal.js';
import { featureTemplateOf, templateOf } from './template.js';

/** Files that are being read at once: each takes a processor, and memory. */
const READ_AT_ONCE = { each: 2, all: 4 };

/** Takes files of registers, and tells what came of them. Their rows are taken in by `ImportWorker`. */
@Injectable()
export class Imports {
  private readonly reading = new Shares('imports', READ_AT_ONCE.each, READ_AT_ONCE.all);

  constructor(
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(ImportRegisters) private readonly registers: ImportRegisters,
    @Inject(RowSeal) private readonly seal: RowSeal,
    @Inject(DISTRICT) private readonly district: string,
    @Inject(RequestHash) private readonly hash: RequestHash,
    @Inject(Liveness) liveness: Liveness,
  ) {
    liveness.watchShares(this.reading);
  }

  /** What stands on a map has one form, whatever is asked for. */
  template(name: string, asked: ExportFormat): { readonly content: Readable; readonly format: ExportFormat } {
    const register = this.registers.need(name);
    if (register.isOnMaps) return { content: featureTemplateOf(register), format: GEOJSON };
    return { content: templateOf(register, asked), format: asked };
  }

  /**
   * Keeps a file with all its rows, to be taken in from now on. The same bytes by the same caller are the same import while it is under way. Throws the
   * refusal of a file that is not one of the register. Of the operation that registers one row, an importer needs the reach alone, and neither its scope
   * nor its roles: who may import may bring every register of the service in.
   */
  async start(actor: Actor, { register: name, dryRun }: StartImportQuery, file: TableFile): Promise<ImportDto> {
    const register = this.registers.need(name);
    assertReaches(actor, register.access, this.district);
    takeOrRefuse(this.reading, actor.id, 1, true);
    try {
      const read = await packed(await openImportFile(register, file));
      return await this.transactor.transact(actor, async (tx) => {
        const asked = { register: name, dryRun, digest: this.hash.ofFile(file.digest) };
        return toImportDto(
          (await sameUnderWay(tx, asked)) ?? (await keepFile(tx, asked, read, (id, page) => this.seal.keep(id, register, page))),
        );
      });
    } finally {
      this.reading.giveBack(actor.id, 1);
    }
  }

  get(actor: Actor, id: string): Promise<ImportDto> {
    return this.transactor.read(actor, async (tx) => toImportDto(await IMPORTS.load(tx, id)));
  }

  list(actor: Actor, query: ImportQuery): Promise<Page<ImportDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await IMPORTS.list(tx, query), toImportDto));
  }

  rows(actor: Actor, id: string, query: ImportRowQuery): Promise<Page<ImportRowDto>> {
    return this.transactor.read(actor, async (tx) => {
      await IMPORTS.load(tx, id);
      return mapPage(await reportedRows(tx, id, query), toImportRowDto);
    });
  }
}

async function keepFile(
  tx: Tx,
  asked: Pick<ImportEntity, 'register' | 'dryRun' | 'digest'>,
  file: PackedFile,
  asKept: (importId: string, page: string) => string,
): Promise<ImportEntity> {
  if ((await countUnderWay(tx)) >= MOST_UNDER_WAY) throw refuseImport('import_too_many_under_way', { limit: MOST_UNDER_WAY });
  const { idempotency: _, ...actor } = tx.actor;
  const { rowCount, refusedCount } = file;
  const counts = { rowCount, createdCount: 0, changedCount: 0, unchangedCount: 0, refusedCount, warnedCount: 0, unknownCodes: [] };
  const times = { startedAt: tx.now, advancedAt: tx.now, finishedAt: null };
  const begun: ImportEntity = {
    ...asked,
    ...counts,
    ...times,
    id: newId(),
    version: 1,
    actor,
    actorId: actor.id,
    areaCode: actor.area,
    columns: file.headers,
  };
  tx.insert(ImportEntity, begun, { import_same_file: new ConcurrentChange() });
  for await (const page of file.pages()) await keepRows(tx, begun.id, asKept(begun.id, page));
  return begun;
}
