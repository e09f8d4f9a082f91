import { describe, expect, it } from '@jest/globals';
import { type Actor, defineErrors, defineMachine } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { encodeCursor } from '../paging/cursor.js';
import { defineAggregate } from './aggregate.js';
import { defineCollection } from './collection.js';
import { HistoryEntity } from './history.entity.js';
import { NEWEST_FIRST } from './orders.js';
import { defineRegister } from './register.js';

const refuse = defineErrors(
  'test',
  {},
  {
    not_found: { status: 404, zh: '无', en: 'none' },
    changed_meanwhile: { status: 409, zh: '已变', en: 'changed' },
  },
);
const NOW = new Date('2026-11-27T04:00:00Z');
const CLERK: Actor = { id: 'clerk', roles: ['dispatcher'], scopes: [], area: '230903' };
const ID = '0190a5c0-7c1e-7000-8000-000000000001';
const OTHER_ID = '0190a5c0-7c1e-7000-8000-000000000002';

/** A Tx that notes what is asked of it; its reads answer `rows`. */
function noted(rows: readonly object[] = [], actor: Actor = CLERK) {
  const asked: [verb: string, ...unknown[]][] = [];
  const note =
    (verb: string) =>
    (...args: unknown[]) => {
      asked.push([verb, ...args]);
    };
  const read = async (sql: string, params: readonly unknown[] = []) => {
    asked.push(['read', sql.replace(/\s+/g, ' '), params]);
    return rows;
  };
  const tx = {
    actor,
    now: NOW,
    query: read,
    page: read,
    findOne: async () => rows[0],
    select: () => 'select t.* from lamp t',
    column: (_: unknown, property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    insert: note('insert'),
    update: note('update'),
    append: note('append'),
    emit: note('emit'),
  };
  // biome-ignore lint/suspicious/noExplicitAny: what was asked is compared, and of any type
  const of = (verb: string): any[][] => asked.filter(([name]) => name === verb).map(([, ...args]) => args);
  return { tx: tx as unknown as Tx, of };
}

class Lamp {
  id: string;
  version: number;
  state: 'dark' | 'lit';
  areaCode: string;
  seenAt: Date;
  watts: number;
}
class LampHistory extends HistoryEntity {
  lampId: string;
}

const MACHINE = defineMachine()(
  'test.lamp',
  [
    { action: 'light', from: ['dark'], to: 'lit', by: ['dispatcher'], event: 'dispatch.work-order.accepted.v1' },
    { action: 'darken', from: ['lit'], to: 'dark', by: ['dispatcher'], event: 'dispatch.work-order.started.v1' },
  ],
  { dark: 'final', lit: 'final' },
);
const told = (lamp: Lamp, { at, before, reasonCode }: { at: Date; before: Lamp | null; reasonCode?: string }) =>
  ({ state: lamp.state, at, was: before?.state, reasonCode }) as never;

const LAMPS = defineAggregate({
  machine: MACHINE,
  entity: Lamp,
  history: { entity: LampHistory, key: 'lampId', since: 'seenAt', constant: { reason: 'none' } },
  notFound: () => refuse('not_found'),
  visible: { by: 'matter', participants: 'organisation_id', recuses: false },
  begins: { action: 'see', event: 'dispatch.work-order.opened.v1' },
  events: {
    'dispatch.work-order.opened.v1': told,
    'dispatch.work-order.accepted.v1': told,
    'dispatch.work-order.started.v1': told,
  },
  filters: { state: 'state', brighter: (watts: number, { given }) => (watts > 0 ? `watts > ${given(watts)}` : undefined) },
});
const lamp: Lamp = { id: ID, version: 3, state: 'dark', areaCode: '230903011001', seenAt: NOW, watts: 5 };

describe('an aggregate', () => {
  it('takes an action as one update, one line of history and one event of the next version', () => {
    const { tx, of } = noted();
    const after = LAMPS.take(tx, lamp, 'light', { watts: 9 }, { reasonCode: 'dusk', reason: '天黑' });
    expect(after).toEqual({ ...lamp, state: 'lit', watts: 9, version: 4 });
    expect(of('update')).toEqual([[Lamp, lamp, { state: 'lit', watts: 9 }, 1]]);
    expect(of('append')).toMatchObject([
      [
        LampHistory,
        { lampId: ID, action: 'light', fromState: 'dark', toState: 'lit', actorId: 'clerk', reasonCode: 'dusk', reason: '天黑', at: NOW },
      ],
    ]);
    expect(of('emit')).toEqual([['dispatch.work-order.accepted.v1', after, { state: 'lit', at: NOW, was: 'dark', reasonCode: 'dusk' }]]);
  });

  it('saves several steps as one update, and remembers and tells each', () => {
    const { tx, of } = noted();
    const first = LAMPS.step(tx, lamp, 'light');
    const after = LAMPS.save(tx, first, LAMPS.step(tx, first.after, 'darken'));
    expect(after).toMatchObject({ state: 'dark', version: 5 });
    expect(of('update')).toEqual([[Lamp, lamp, { state: 'dark' }, 2]]);
    expect(of('append')).toHaveLength(2);
    expect(of('emit').map(([type, { version }]) => [type, version])).toEqual([
      ['dispatch.work-order.accepted.v1', 4],
      ['dispatch.work-order.started.v1', 5],
    ]);
  });

  it('changes nothing when its state table refuses', () => {
    const { tx, of } = noted([], { ...CLERK, roles: ['handler'] });
    expect(() => LAMPS.take(tx, lamp, 'light')).toThrow('test.lamp.role_not_allowed');
    expect(() => LAMPS.take(tx, lamp, 'darken')).toThrow('test.lamp.transition_not_allowed');
    expect([...of('update'), ...of('append'), ...of('emit')]).toEqual([]);
  });

  it('begins with its own line of history and event, before those of its first steps', () => {
    const { tx, of } = noted();
    const begun = { ...lamp, version: 1 };
    const step = LAMPS.step(tx, begun, 'light');
    expect(LAMPS.insert(tx, begun, { steps: [step] })).toEqual(step.after);
    expect(of('insert')).toEqual([[Lamp, step.after, undefined]]);
    expect(of('append').map(([, { action, fromState, toState }]) => [action, fromState, toState])).toEqual([
      ['see', null, 'dark'],
      ['light', 'dark', 'lit'],
    ]);
    expect(of('emit').map(([type, { version }]) => [type, version])).toEqual([
      ['dispatch.work-order.opened.v1', 1],
      ['dispatch.work-order.accepted.v1', 2],
    ]);
  });

  it('reads its history from the month it began in', async () => {
    const { tx, of } = noted();
    await LAMPS.history(tx, lamp);
    expect(of('read')).toEqual([
      [expect.stringMatching(/where t\.lamp_id = \$1 and t\.at >= \$2::timestamptz - interval '1 day' order by t\.at, t\.id$/), [ID, NOW]],
    ]);
  });

  it('is not found where the caller may not see it, and refused at another version', async () => {
    await expect(LAMPS.load(noted([]).tx, ID)).rejects.toThrow('test.not_found');
    await expect(LAMPS.load(noted([lamp]).tx, ID, 2)).rejects.toThrow('platform.stale_version');
    await expect(LAMPS.load(noted([lamp]).tx, ID, 3)).resolves.toBe(lamp);
    const { tx, of } = noted([lamp], { ...CLERK, org: 'gone' });
    await LAMPS.load(tx, ID);
    expect(of('read')[0]?.[0]).toContain('and ((false))');
  });
});

describe('a list', () => {
  const sqlOf = async (query: Parameters<typeof LAMPS.list>[1], actor = CLERK) => {
    const { tx, of } = noted([], actor);
    await LAMPS.list(tx as ReadTx, query);
    return of('read')[0] ?? [];
  };

  it('has the filters that are given in its SQL, and no others', async () => {
    const [plain, none] = await sqlOf({ limit: 10 });
    expect(plain).toBe('select t.* from lamp t where left(t.area_code, 6) = $1 and true order by t.id desc limit $2');
    expect(none).toEqual(['230903', 11]);
    const [, params] = await sqlOf({ limit: 10, state: 'lit', brighter: 5, cursor: encodeCursor(OTHER_ID) });
    expect(params).toEqual(['lit', 5, '230903', OTHER_ID, 11]);
    expect((await sqlOf({ limit: 10, brighter: 0 }))[0]).toBe(plain);
  });

  it('asks the database for nothing when what is asked for lies elsewhere', async () => {
    expect(await sqlOf({ limit: 10, areaCode: '110101' })).toEqual([]);
  });

  it('is a page of each of two sets for a territory in a wider token, and of both the newest, each row once', async () => {
    const street = { ...CLERK, org: 'street', organisation: { id: OTHER_ID, territory: '230903011' } };
    const [sql] = await sqlOf({ limit: 10 }, street);
    expect(sql).toMatch(
      /^select distinct on \("id"\) \* from \(\(.* order by t\.id desc limit \$\d+\) union all \(.*\)\) as seen order by "id" desc limit \$\d+$/,
    );
  });

  const BY_WATTS = defineCollection({
    entity: Lamp,
    visible: { by: 'everybody' },
    filters: {},
    orders: {
      ...NEWEST_FIRST,
      seen: {
        by: [
          { column: 'seen_at', property: 'seenAt', kind: 'time' },
          { column: 'id', property: 'id', kind: 'uuid' },
        ],
        direction: 'asc',
        where: 't.seen_at is not null',
      },
    },
  });

  it('goes on behind the last row in the order of its columns', async () => {
    const rows = [lamp, { ...lamp, id: OTHER_ID }];
    const { next } = await BY_WATTS.list(noted(rows).tx, { limit: 1, sort: 'seen' });
    const { tx, of } = noted();
    await BY_WATTS.list(tx, { limit: 1, sort: 'seen', cursor: next as string });
    expect(of('read')).toEqual([
      [
        'select t.* from lamp t where t.seen_at is not null and (t.seen_at, t.id) > ($1, $2) order by t.seen_at asc, t.id asc limit $3',
        [NOW.toISOString(), ID, 2],
      ],
    ]);
  });

  it('is in its first order unless asked for another, and takes no cursor of another order', async () => {
    const rows = [lamp, { ...lamp, id: OTHER_ID }];
    const { next } = await BY_WATTS.list(noted(rows).tx, { limit: 1 });
    await expect(BY_WATTS.list(noted().tx, { limit: 1, sort: 'seen', cursor: next as string })).rejects.toThrow('platform.invalid_cursor');
    const { tx, of } = noted();
    await BY_WATTS.list(tx, { limit: 1, sort: 'newest', cursor: next as string });
    expect(of('read')).toEqual([['select t.* from lamp t where (t.id) < ($1) order by t.id desc limit $2', [ID, 2]]]);
    await expect(BY_WATTS.list(tx, { limit: 1, sort: 'watts' })).rejects.toThrow('no order');
  });
});

describe('what has changed since', () => {
  const SINCE = '2026-11-27T00:00:00.000Z';
  const SETTLED = new Date('2026-11-27T03:59:59.000Z');
  const changed = { ...lamp, updatedAt: new Date('2026-11-27T02:00:00.123Z') };
  /** A Tx whose reads of a page answer `rows`; `last` is the last change that a page looks through. */
  function followed(rows: readonly object[], last?: object) {
    const { tx, of } = noted(rows);
    const query = async (sql: string, params?: readonly unknown[]) => {
      await tx.query(sql, params);
      return sql.includes('pg_stat_activity') ? [{ until: SETTLED }] : [last].filter((row) => row !== undefined);
    };
    return { tx: { ...tx, query } as typeof tx, of };
  }

  it('is listed from that time on up to the oldest transaction that is still open, the first change first', async () => {
    const { tx, of } = followed([changed]);
    const page = await LAMPS.list(tx, { limit: 1, updatedSince: SINCE });
    const [[settled], [window], [sql, params]] = of('read') as [[string], [string], [string, unknown[]]];
    expect(settled).toMatch(/min\(xact_start\).* from pg_stat_activity/);
    expect(window).toMatch(/ offset 399 limit 1\) as seen$/);
    expect(sql).toMatch(/ t\.updated_at >= \$1 and t\.updated_at < \$2 .*order by t\.updated_at asc, t\.id asc limit \$4$/);
    expect(params).toEqual([SINCE, SETTLED, '230903', 2]);
    expect(page).toEqual({ items: [lamp], next: null, until: SETTLED.toISOString() });
  });

  it('goes on behind the last change, and keeps its time to itself', async () => {
    const first = await LAMPS.list(followed([changed, { ...changed, id: OTHER_ID }]).tx, { limit: 1, updatedSince: SINCE });
    expect(first).toEqual({ items: [lamp], next: expect.any(String), until: null });
    const { tx, of } = followed([]);
    await LAMPS.list(tx, { limit: 1, updatedSince: SINCE, cursor: first.next as string });
    expect(of('read')[2]?.[0]).toContain('(t.updated_at, t.id) > ($4, $5)');
    expect(of('read')[2]?.[1]).toEqual([SINCE, SETTLED, '230903', changed.updatedAt.toISOString(), ID, 2]);
    await expect(LAMPS.list(tx, { limit: 1, cursor: first.next as string })).rejects.toThrow('platform.invalid_cursor');
  });

  it('is looked through a bounded way for a page: one that finds too little says where to go on, and whose row that is it does not say', async () => {
    const { tx, of } = followed([], { updatedAt: changed.updatedAt, id: '0190a5c0-7c1e-7000-8000-123456789abc' });
    const { items, next, until } = await LAMPS.list(tx, { limit: 9, updatedSince: SINCE });
    expect([items, until]).toEqual([[], null]);
    const veiled = [changed.updatedAt.toISOString(), '0190a5c0-7c1e-7000-8000-000000000000'];
    expect(of('read')[2]?.[1]).toEqual([SINCE, ...veiled, '230903', 10]);
    expect(JSON.parse(Buffer.from(next as string, 'base64url').toString()).slice(1)).toEqual(veiled);
    const again = await LAMPS.list(followed([], { updatedAt: changed.updatedAt, id: OTHER_ID }).tx, {
      limit: 9,
      updatedSince: SINCE,
      cursor: next as string,
    });
    expect(JSON.parse(Buffer.from(again.next as string, 'base64url').toString()).slice(1)).toEqual([veiled[0], OTHER_ID]); // else it would not lead on
  });

  it('has its own order: another is refused', async () => {
    await expect(LAMPS.list(followed([]).tx, { limit: 1, updatedSince: SINCE, sort: 'newest' })).rejects.toThrow(
      'platform.sort_of_changes',
    );
  });

  it('says nothing of a time where nobody asked', async () => {
    expect(await LAMPS.list(noted([lamp]).tx, { limit: 1 })).toEqual({ items: [lamp], next: null, until: null });
  });
});

describe('a register', () => {
  class Bulb {
    id: string;
    version: number;
    code: string;
    watts: number;
    setAt: Date;
  }
  const BULBS = defineRegister({
    entity: Bulb,
    key: 'code',
    visible: { by: 'everybody' },
    filters: {},
    unique: 'bulb_code_key',
    changedMeanwhile: () => refuse('changed_meanwhile'),
    stamp: ({ now }) => ({ setAt: now }),
    event: { type: 'intake.area.registered.v1', data: ({ code }) => ({ code }) as never },
  });
  const bulb: Bulb = { id: ID, version: 2, code: 'e27', watts: 5, setAt: new Date(0) };

  it('makes a row for a new code and publishes its event', async () => {
    const { tx, of } = noted();
    const { row, changed } = await BULBS.put(tx, 'e27', { watts: 5 }, 0);
    expect([row.version, changed]).toEqual([1, true]);
    expect(of('insert')).toMatchObject([[Bulb, { code: 'e27', watts: 5, version: 1, setAt: NOW }, { bulb_code_key: expect.anything() }]]);
    expect(of('emit')).toEqual([['intake.area.registered.v1', row, { code: 'e27' }]]);
  });

  it('does not change and publishes no event when a PUT repeats its facts', async () => {
    const { tx, of } = noted([bulb]);
    expect(await BULBS.put(tx, 'e27', { watts: 5 })).toEqual({ row: bulb, before: bulb, changed: false });
    expect([...of('update'), ...of('emit')]).toEqual([]);
  });

  it('changes the row at the version the caller read, and refuses another', async () => {
    const { tx, of } = noted([bulb]);
    expect((await BULBS.put(tx, 'e27', { watts: 9 }, 2)).row).toMatchObject({ watts: 9, version: 3 });
    expect(of('update')).toEqual([[Bulb, bulb, { watts: 9, setAt: NOW }]]);
    await expect(BULBS.put(noted([bulb]).tx, 'e27', { watts: 9 }, 1)).rejects.toThrow('platform.stale_version');
  });

  it('is asked before anything is queued whether its rules allow the row', async () => {
    const { tx, of } = noted([bulb]);
    const refusing = BULBS.put(tx, 'e27', { watts: 9 }, undefined, () => {
      throw refuse('changed_meanwhile');
    });
    await expect(refusing).rejects.toThrow('test.changed_meanwhile');
    expect([...of('update'), ...of('emit')]).toEqual([]);
  });
});
