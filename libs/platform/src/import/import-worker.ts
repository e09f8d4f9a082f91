import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainError, HOUR_MS, type OfficeContacts, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { isOutage, Transactor } from '@zero-distance/persistence';
import { refuseRequest } from '../errors.js';
import { InputPipe } from '../input/validation.pipe.js';
import { OFFICE_CONTACTS } from '../personal-data/check-texts.js';
import { CodeBook } from '../register/code-book.js';
import { type CheckedRow, checkRow } from './check-row.js';
import type { ImportEntity, RowFault } from './import.entity.js';
import { earlierRows, finish, forgetSome, nextImport, settleRows, takeBatch, type WaitingRow, waitingRows } from './import.store.js';
import { ImportRegisters } from './import-registers.js';
import type { ImportedRegister } from './importable.js';
import { rowFaults } from './row-faults.js';
import { RowSeal } from './row-seal.js';
import { isKeyForgotten, type SettledRow } from './settled-rows.js';
import { tryRows } from './try-rows.js';

/** How often the leader looks for a new file. */
const LOOK_MS = 500;
/** Rows of one transaction, unless their register says otherwise: what it locks is locked for less than a second. */
const TOGETHER = 200;
/** How long it is on record what became of each row of a file. */
const KEPT_DAYS = 30;

/**
 * Takes the rows of imports in, on the leader: a batch at a time, each in one transaction with what became of its rows. So a process that is killed
 * leaves no batch half done and none done twice, and the next leader goes on behind it.
 */
@Injectable()
export class ImportWorker implements OnModuleInit {
  private readonly logger = new Logger('ImportWorker');
  private readonly pipe: InputPipe;

  constructor(
    @Inject(Transactor) private readonly transactor: Transactor,
    @Inject(ImportRegisters) private readonly registers: ImportRegisters,
    @Inject(RowSeal) private readonly seal: RowSeal,
    @Inject(OFFICE_CONTACTS) offices: OfficeContacts,
    @Inject(CodeBook) codes: CodeBook,
    @Inject(Timers) private readonly timers: Timers,
  ) {
    this.pipe = new InputPipe(offices, codes);
  }

  onModuleInit(): void {
    this.timers.every('take imports in', LOOK_MS, (signal) => this.takeIn(signal));
    this.timers.every('forget imports', HOUR_MS, (signal) => this.forget(signal));
  }

  /** A batch of the import that has waited longest, and so on until none waits. */
  private async takeIn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const next = await this.transactor.transact(SYSTEM, (tx) => nextImport(tx, this.registers.names));
      if (!next) return;
      await this.advance(next, this.registers.need(next.register));
    }
  }

  private async advance(job: ImportEntity, register: ImportedRegister): Promise<void> {
    const rows = await this.transactor.read(SYSTEM, (tx) => waitingRows(tx, job.id, register.together ?? TOGETHER));
    if (rows.length === 0) {
      await this.transactor.transact(SYSTEM, async (tx) => finish(tx, job.id));
      return;
    }
    await this.settle(job, register, await this.check(job, register, this.seal.open(job.id, register, rows)));
  }

  private async check(job: ImportEntity, register: ImportedRegister, rows: readonly WaitingRow[]): Promise<CheckedRow[]> {
    const checked: CheckedRow[] = [];
    for (const row of rows) checked.push(await checkRow(this.pipe, register, row, job.columns));
    return checked;
  }

  /** The rows of the file before these that these need; in a dry run nothing of them was kept. */
  private async neededBy(job: ImportEntity, register: ImportedRegister, rows: readonly CheckedRow[]): Promise<CheckedRow[]> {
    const [first] = rows;
    const found = new Map<number, WaitingRow>();
    for (let asking: readonly WaitingRow[] = rows; first && asking.length > 0; ) {
      const keys = asking.flatMap(({ key, sent }) => (key === null ? [] : (register.needs?.(key, sent.input) ?? [])));
      if (keys.length === 0) break;
      const before = await this.transactor.read(SYSTEM, (tx) => earlierRows(tx, job.id, [...new Set(keys)], first.row));
      asking = before.filter(({ row }) => !found.has(row)); // what these need in their turn
      for (const row of asking) found.set(row.row, row);
    }
    return this.check(
      job,
      register,
      [...found.values()].sort((a, b) => a.row - b.row),
    );
  }

  /** Takes rows in together. If one of them is refused, all of them each for itself, so that each is told what it lacks. */
  private async settle(job: ImportEntity, register: ImportedRegister, rows: readonly CheckedRow[]): Promise<void> {
    try {
      if (job.dryRun) await this.record(job, rows, await this.tried(job, register, rows));
      else await this.apply(job, register, rows);
    } catch (error) {
      if (isOutage(error)) throw error; // the rows wait
      const [only] = rows;
      if (rows.length === 1 && only)
        await this.record(job, rows, [{ row: only.row, outcome: 'refused', faults: this.faultsOf(error, job) }]);
      else for (const row of rows) await this.settle(job, register, [row]);
    }
  }

  private async tried(job: ImportEntity, register: ImportedRegister, rows: readonly CheckedRow[]): Promise<readonly SettledRow[]> {
    return tryRows(this.transactor, { job, register, rows, needed: await this.neededBy(job, register, rows) });
  }

  private async apply(job: ImportEntity, register: ImportedRegister, rows: readonly CheckedRow[]): Promise<void> {
    await this.transactor.together(job.actor, async (batch) => {
      const taken = await takeBatch(batch, job.id, rows);
      if (!taken) return;
      const settled: SettledRow[] = [];
      for (const row of rows) settled.push(await row.takeIn(batch, job.actor, register));
      settleRows(batch, taken, settled, keyless(register, rows, settled));
    });
  }

  private async record(job: ImportEntity, rows: readonly CheckedRow[], settled: readonly SettledRow[]): Promise<void> {
    await this.transactor.transact(job.actor, async (tx) => {
      const taken = await takeBatch(tx, job.id, rows);
      if (taken) settleRows(tx, taken, settled, keyless(this.registers.need(job.register), rows, settled));
    });
  }

  private faultsOf(error: unknown, job: ImportEntity): RowFault[] {
    if (error instanceof DomainError) return rowFaults(error, job.columns);
    this.logger.error({ err: error, import: job.id }, 'a row could not be taken in');
    return rowFaults(refuseRequest('unexpected', { requestId: job.id }), job.columns);
  }

  /** A piece of what is out of date, and so on until nothing is. */
  private async forget(signal: AbortSignal): Promise<void> {
    const before = new Date(Date.now() - KEPT_DAYS * 24 * HOUR_MS);
    while (!signal.aborted && (await this.transactor.transact(SYSTEM, (tx) => forgetSome(tx, before))));
  }
}

/** The rows whose keys are not to be read in the report. */
function keyless(register: ImportedRegister, rows: readonly WaitingRow[], settled: readonly SettledRow[]): number[] {
  const outcomes = new Map(settled.map(({ row, outcome }) => [row, outcome]));
  return rows.flatMap(({ row, key }) => (isKeyForgotten(register, key, outcomes.get(row) ?? 'refused') ? [row] : []));
}
