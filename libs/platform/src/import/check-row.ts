import type { Type } from '@nestjs/common';
import { type Actor, DomainError } from '@zero-distance/kernel';
import { type Batch, isOutage } from '@zero-distance/persistence';
import type { InputPipe } from '../input/validation.pipe.js';
import { wordsOfColumns } from './file-texts.js';
import type { FileHeaders, RowFault } from './import.entity.js';
import type { WaitingRow } from './import.store.js';
import type { ImportedRegister } from './importable.js';
import { fieldFaults, rowFaults, unknownCodeFault } from './row-faults.js';
import type { SettledRow } from './settled-rows.js';

/** A row that the rules of its DTOs have seen. */
export interface CheckedRow extends WaitingRow {
  /** Takes it in by its register's operation, or tells what the DTOs refuse. Throws what the operation refuses. */
  takeIn(batch: Batch, actor: Actor, register: ImportedRegister): Promise<SettledRow>;
}

/**
 * Puts a row through the same pipe as a request: in the form of its kind, with every rule asked, and every code looked up. Where a rule itself fails,
 * the row fails when it is taken in, so that no other row suffers from it.
 */
export async function checkRow(
  pipe: InputPipe,
  register: ImportedRegister,
  waiting: WaitingRow,
  headers: FileHeaders,
): Promise<CheckedRow> {
  const faults: RowFault[] = [];
  const warnings: RowFault[] = [];
  const failures: unknown[] = [];
  const passed = async (dto: Type | undefined, value: object, type: 'param' | 'body'): Promise<object | undefined> => {
    if (!dto) return undefined;
    try {
      const { input, warned, unknown, retired } = await pipe.lookThrough(value, { type, metatype: dto });
      warnings.push(...fieldFaults(warned, headers));
      faults.push(...unknown.map((error) => unknownCodeFault(error, headers)));
      faults.push(...retired.flatMap((error) => rowFaults(error, headers)));
      return input as object;
    } catch (error) {
      if (isOutage(error)) throw error; // the row waits
      if (error instanceof DomainError) faults.push(...rowFaults(error, headers, wordsOfColumns(register)));
      else failures.push(error);
      return undefined;
    }
  };
  const key = await passed(register.key, waiting.sent.key, 'param');
  const input = await passed(register.input, waiting.sent.input, 'body');
  const { row } = waiting;
  const takeIn: CheckedRow['takeIn'] = async (batch, actor, { put }) => {
    if (failures.length > 0) throw failures[0];
    if (faults.length > 0 || !input) return { row, outcome: 'refused', faults };
    return { row, outcome: await outcomeOf(batch, () => put(actor, { key, input })), warnings };
  };
  return { ...waiting, takeIn };
}

async function outcomeOf(batch: Batch, put: () => ReturnType<ImportedRegister['put']>): Promise<SettledRow['outcome']> {
  const before = batch.queued;
  const { version } = await put();
  if (batch.queued === before) return 'unchanged';
  return version === 1 ? 'created' : 'changed';
}
