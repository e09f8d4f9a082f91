import { Inject, Injectable } from '@nestjs/common';
import type { SentRow } from './cell-values.js';
import type { NewRow, WaitingRow } from './import.store.js';
import type { ImportedRegister } from './importable.js';

/** What rows are sealed with that say who somebody is. */
export interface RowKeys {
  encrypt(plain: string, context: string): string;
  decrypt(value: string, context: string): string;
}
export const ROW_KEYS = Symbol('ROW_KEYS');

type Sealing = Pick<ImportedRegister, 'register' | 'ofPeople'>;

/** Rows of registers of people wait sealed: between the file and the register nothing of them stands in plain, neither in a table nor in its back-up. */
@Injectable()
export class RowSeal {
  constructor(@Inject(ROW_KEYS) private readonly keys: RowKeys | null) {}

  /** A page of rows as they are kept. @param page `NewRow`s as a JSON array */
  keep(importId: string, { ofPeople, register }: Sealing, page: string): string {
    if (!ofPeople) return page;
    const keys = this.need(register);
    const rows = JSON.parse(page) as NewRow[];
    return JSON.stringify(rows.map((one) => ({ ...one, sent: keys.encrypt(JSON.stringify(one.sent), contextOf(importId, one.row)) })));
  }

  /** Rows as their register takes them in. */
  open(importId: string, { ofPeople, register }: Sealing, rows: readonly WaitingRow[]): readonly WaitingRow[] {
    if (!ofPeople) return rows;
    const keys = this.need(register);
    return rows.map((one) => ({ ...one, sent: JSON.parse(keys.decrypt(String(one.sent), contextOf(importId, one.row))) as SentRow }));
  }

  private need(register: string): RowKeys {
    if (!this.keys) throw new Error(`rows of ${register} say who somebody is: the service has to give its imports keys`);
    return this.keys;
  }
}

const contextOf = (importId: string, row: number): string => `${importId}/import/${row}`;
