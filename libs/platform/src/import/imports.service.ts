import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '@zero-distance/kernel';
import { ConcurrentChange, Transactor, type Tx } from '@zero-distance/persistence';
import { assertReaches } from '../auth/assert-reaches.js';
import { DISTRICT } from '../auth/auth.guard.js';
import type { ExportFormat } from '../columns/export-format.js';
import type { TableFile } from '../http/file-body.js';
import { mapPage, type Page } from '../paging/page.js';
import type { ImportDto, ImportQuery, ImportRowDto, ImportRowQuery, StartImportQuery } from './import.dto.js';
import { ImportEntity } from './import.entity.js';
import { unreadable } from './import.errors.js';
import { IMPORTS, keepRows, reportedRows, sameUnderWay } from './import.store.js';
import { toImportDto, toImportRowDto } from './import.view.js';
import { type ImportFile, openImportFile } from './import-file.js';
import { ImportRegisters } from './import-registers.js';
import { templateOf } from './template.js';

/** Takes files of registers, and tells what came of them. Their rows are taken in by `ImportWorker`. */
@Injectable()
export class Imports {
  constructor(
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(ImportRegisters) private readonly registers: ImportRegisters,
    @Inject(DISTRICT) private readonly district: string,
  ) {}

  template(register: string, format: ExportFormat): Readable {
    return templateOf(this.registers.need(register), format);
  }

  /**
   * Keeps a file with all its rows, to be taken in from now on. The same bytes by the same caller are the same import while it is under way. Throws the
   * refusal of a file that is not one of the register. Of the operation that registers one row, an importer needs the reach alone, and neither its scope
   * nor its roles: who may import may bring every register of the service in.
   */
  start(actor: Actor, { register: name, dryRun }: StartImportQuery, file: TableFile): Promise<ImportDto> {
    const register = this.registers.need(name);
    assertReaches(actor, register.access, this.district);
    return this.transactor.transact(actor, async (tx) => {
      const asked = { register: name, dryRun, digest: file.digest };
      const same = await sameUnderWay(tx, asked);
      return toImportDto(same ?? (await keepFile(tx, asked, await openImportFile(register, file))));
    });
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

async function keepFile(tx: Tx, asked: Pick<ImportEntity, 'register' | 'dryRun' | 'digest'>, file: ImportFile): Promise<ImportEntity> {
  const { idempotency: _, ...actor } = tx.actor;
  const counts = { rowCount: 0, createdCount: 0, changedCount: 0, unchangedCount: 0, refusedCount: 0, warnedCount: 0, unknownCodes: [] };
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
  let [rowCount, refusedCount] = [0, 0];
  for await (const page of file.pages) {
    await keepRows(tx, begun.id, page);
    rowCount += page.length;
    refusedCount += page.filter(({ outcome }) => outcome === 'refused').length;
  }
  if (rowCount === 0) throw unreadable('标题行之下没有数据', 'there is nothing below its headers');
  tx.write('update import set row_count = $2, refused_count = $3 where id = $1', [begun.id, rowCount, refusedCount]);
  return { ...begun, rowCount, refusedCount };
}
