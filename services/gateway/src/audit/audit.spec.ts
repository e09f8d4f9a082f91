import { describe, expect, it } from '@jest/globals';
import { type AuditEntry, CHAIN_BEGIN, type ChainedEntry, canonicalText, followChain, linkBehind, oldestOf } from './audit.js';

const entry = (n: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `0190a5c0-7c1e-7000-8000-${String(n).padStart(12, '0')}`,
  service: 'intake',
  action: 'reveal',
  subject: 'matter',
  actorId: 'clerk',
  clientId: 'console',
  organisation: null,
  detail: { b: '2', a: '1' },
  at: new Date('2026-11-23T04:00:00.000Z'),
  ...more,
});

function chainOf(entries: readonly AuditEntry[]): ChainedEntry[] {
  let last = CHAIN_BEGIN;
  return entries.map((one) => {
    last = linkBehind(last, one);
    return { link: last, entryId: one.id, entry: one };
  });
}

const CHAIN = chainOf([entry(1), entry(2), entry(3)]);
const brokenAt = (position: number, reason: string, n = position) => ({ position, entryId: entry(n).id, reason });
const change = (n: number, more: Partial<ChainedEntry>): ChainedEntry[] => CHAIN.map((one, i) => (i === n - 1 ? { ...one, ...more } : one));

describe('the chain of the audit trail', () => {
  it('is whole as it was made, whatever the order of the details, and whether it is followed at once or in parts', () => {
    expect(followChain(CHAIN_BEGIN, CHAIN)).toEqual(CHAIN[2]?.link);
    expect(followChain(CHAIN[0]?.link ?? CHAIN_BEGIN, CHAIN.slice(1))).toEqual(CHAIN[2]?.link);
    expect(canonicalText(entry(1, { detail: { a: '1', b: '2' } }))).toBe(canonicalText(entry(1)));
  });

  it.each([
    ['service', 'dispatch'],
    ['action', 'export'],
    ['subject', 'other'],
    ['actorId', 'somebody'],
    ['clientId', null],
    ['organisation', 'housing-bureau'],
    ['detail', { a: '1', b: '3' }],
    ['at', new Date('2026-11-23T04:00:00.001Z')],
  ] as const)('is broken where %s of a line was changed', (field, value) => {
    expect(followChain(CHAIN_BEGIN, change(2, { entry: entry(2, { [field]: value }) }))).toEqual(brokenAt(2, 'hash-differs'));
  });

  it('is broken where a line is gone, where a place is gone, and where two lines were exchanged', () => {
    expect(followChain(CHAIN_BEGIN, change(2, { entry: null }))).toEqual(brokenAt(2, 'line-missing'));
    expect(followChain(CHAIN_BEGIN, [CHAIN[0], CHAIN[2]] as ChainedEntry[])).toEqual(brokenAt(2, 'gap', 3));
    expect(followChain(CHAIN_BEGIN, change(2, { entry: entry(3), entryId: entry(3).id }))).toEqual(brokenAt(2, 'hash-differs', 3));
  });

  it('is broken at the next place where a line was changed and its own hash made anew', () => {
    const changed = entry(2, { actorId: 'somebody' });
    const link = linkBehind(CHAIN[0]?.link ?? CHAIN_BEGIN, changed);
    expect(followChain(CHAIN_BEGIN, change(2, { entry: changed, link }))).toEqual(brokenAt(3, 'hash-differs'));
  });
});

describe('the oldest lines of the trail', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 10, day));
  const chain = chainOf([1, 2, 3].map((day) => entry(day, { at: at(day) })));

  it('are those before a time, up to the first that is younger', () => {
    expect(oldestOf(chain, at(3))).toEqual(chain.slice(0, 2));
    expect(oldestOf(chain, at(1))).toEqual([]);
    const youngFirst = chainOf([entry(1, { at: at(9) }), entry(2, { at: at(1) }), entry(3, { at: at(1) })]);
    expect(oldestOf(youngFirst, at(5))).toEqual([]);
  });

  it('never hold the last of the chain, behind which the next goes', () => {
    expect(oldestOf(chain, at(30))).toEqual(chain.slice(0, 2));
    expect(oldestOf([], at(30))).toEqual([]);
  });

  it('end before one that is gone, so that it is found', () => {
    expect(
      oldestOf(
        chain.map((one, i) => (i === 1 ? { ...one, entry: null } : one)),
        at(30),
      ),
    ).toEqual(chain.slice(0, 1));
  });
});
