import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import type { DocumentDefinition } from '../document.js';
import { TemplateFault } from '../template/template-fault.js';
import { Workbench } from './workbench.js';

const folder = mkdtempSync(join(tmpdir(), 'workbench-'));
/** A thread that answers as the document's name says. */
const PROGRAM = join(folder, 'thread.mjs');
writeFileSync(
  PROGRAM,
  `import { parentPort } from 'node:worker_threads';
   let had = 0;
   parentPort.on('message', ({ document: { name } }) => {
     had += 1;
     if (name === 'dies') throw new Error('dead');
     if (name === 'refused') parentPort.postMessage({ outcome: 'refused', reason: 'fields_unknown', params: { unknown: 'x' } });
     else if (name === 'fails') parentPort.postMessage({ outcome: 'failed', message: 'no' });
     else if (name !== 'hangs') parentPort.postMessage({ outcome: 'done', docx: Buffer.from(name + had) });
   });`,
);
const named = (name: string): DocumentDefinition => ({ name, title: '单 / sheet', fields: {}, tables: {}, parts: [] });

let bench: Workbench;
const make = () => {
  bench = new Workbench(PROGRAM);
};
afterEach(() => bench.onModuleDestroy());
afterAll(() => rmSync(folder, { recursive: true }));

describe('the thread that makes Word files', () => {
  it('makes them one after another, in the order in which they were asked for', async () => {
    make();
    const made = await Promise.all(['a', 'b', 'c'].map((name) => bench.preset(named(name))));
    expect(made.map(String)).toEqual(['a1', 'b2', 'c3']);
  });

  it('that dies takes one document with it: what comes next gets another thread', async () => {
    make();
    const [dead, next] = await Promise.allSettled([bench.fill(named('dies'), null, {}), bench.fill(named('next'), null, {})]);
    expect(dead).toMatchObject({ status: 'rejected', reason: { message: 'dead' } });
    expect(next).toMatchObject({ status: 'fulfilled' });
    expect(String((next as PromiseFulfilledResult<Buffer>).value)).toBe('next1');
  });

  it('tells what is wrong with a template as its fault, and what it could not do as an error', async () => {
    make();
    const refused = await bench.check(named('refused'), Buffer.alloc(0)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TemplateFault);
    expect(refused).toMatchObject({ reason: 'fields_unknown', params: { unknown: 'x' } });
    await expect(bench.preset(named('fails'))).rejects.toThrow('the thread failed: no');
  });

  it('refuses a template that takes too long to fill, and ends the thread that has it', async () => {
    bench = new Workbench(PROGRAM, { check: 100, fill: 10_000, preset: 10_000 });
    await expect(bench.check(named('hangs'), Buffer.alloc(0))).rejects.toMatchObject({ reason: 'too_large' });
    expect(String(await bench.preset(named('next')))).toBe('next1');
  });

  it('has so many waiting for it at most: the next is told to come again', async () => {
    make();
    const all = await Promise.allSettled(Array.from({ length: 33 }, () => bench.preset(named('a'))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(32);
    expect(all.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'platform.overloaded', headers: { 'retry-after': '5' } } });
  });
});
