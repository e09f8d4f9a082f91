import { describe, expect, it } from '@jest/globals';
import { ApiProperty } from '@nestjs/swagger';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import type { Transactor } from '@zero-distance/persistence';
import { Liveness } from '../http/liveness.js';
import { RequestHash } from '../idempotency/request-hash.js';
import type { ImportRegisters } from './import-registers.js';
import { Imports } from './imports.service.js';
import { RowSeal } from './row-seal.js';

class Row {
  @ApiProperty({ description: '名称 / its name' }) name: string;
}
const REGISTERS = { need: () => ({ register: 'rows', access: { reach: 'area' }, input: Row, list: Row }) } as unknown as ImportRegisters;

const HASH = new RequestHash(Buffer.alloc(32, 1));
const started = (transact: unknown) => {
  const made = new Imports({ transact } as Transactor, REGISTERS, new RowSeal(null), '', HASH, new Liveness());
  return (id: string, text: string) =>
    made.start({ ...SYSTEM, id, area: '' }, { register: 'rows', dryRun: false }, { bytes: Buffer.from(text), digest: text, form: 'csv' });
};

/** Imports over a database that never answers, and how many transactions were opened. */
function imports() {
  const opened: Actor[] = [];
  const transact = (actor: Actor) => {
    opened.push(actor);
    return new Promise(() => undefined);
  };
  return { opened, start: started(transact) };
}

describe('a file to be imported', () => {
  it('is read to its end before a transaction opens: how long that takes is up to who sends it, and others would wait', async () => {
    const { opened, start } = imports();
    await expect(start('a', `name\n${'x\n'.repeat(2_000)}"not closed`)).rejects.toMatchObject({ code: 'platform.import_unreadable' });
    expect(opened).toEqual([]);
  });

  it('is one of two that a caller sends at once, and of four of all: who comes then is told to come again', async () => {
    const { start } = imports();
    for (const id of ['a', 'a', 'b', 'b']) void start(id, 'name\nx');
    await expect(start('a', 'name\nx')).rejects.toMatchObject({ code: 'platform.too_many_at_once' });
    await expect(start('c', 'name\nx')).rejects.toMatchObject({ code: 'platform.overloaded' });
  });

  it('is known again by a hash with a key: a copy of the database confirms no guess of the row that it had', async () => {
    const asked: unknown[] = [];
    const query = async (_sql: string, params: readonly unknown[]) => {
      asked.push(...params);
      throw new Error('asked');
    };
    const transact = (actor: Actor, work: (tx: unknown) => Promise<unknown>) => work({ actor, query, columns: () => '*' });
    await expect(started(transact)('a', 'name\n13800001234')).rejects.toThrow('asked');
    expect(asked).toEqual(['rows', false, 'a', HASH.ofFile('name\n13800001234')]);
  });
});
