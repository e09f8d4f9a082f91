import { describe, expect, it } from '@jest/globals';
import { ID, NOW, noted, refuse } from '../../test/fixture/lamps.js';
import { defineRegister } from './register.js';

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

  it('takes nothing new into an area that is retired, and nothing that moves there; what lies there since before stays and changes', async () => {
    class Post {
      id: string;
      version: number;
      code: string;
      areaCode: string;
      lamps: number;
    }
    const post: Post = { id: ID, version: 1, code: 'p1', areaCode: '230903011002', lamps: 1 };
    const POSTS = defineRegister({
      entity: Post,
      key: 'code',
      visible: { by: 'everybody' },
      filters: {},
      lies: { in: 'areaCode', service: 'dispatch' },
      unique: 'post_code_key',
      changedMeanwhile: () => refuse('changed_meanwhile'),
    });
    const put = (before: Post[], facts: Pick<Post, 'areaCode' | 'lamps'>) => {
      const { tx, of } = noted(before);
      const asking = { ...tx, query: async () => [{ successor: '230903011003' }] } as typeof tx;
      return POSTS.put(asking, 'p1', facts).then(
        () => of('insert').length + of('update').length,
        ({ code, pointer, params }) => [code, pointer, params.successor, of('insert').length + of('update').length],
      );
    };
    const refused = ['dispatch.area.retired', '/areaCode', '230903011003', 0];
    expect(await put([], { areaCode: '230903011002', lamps: 1 })).toEqual(refused);
    expect(await put([{ ...post, areaCode: '230903011001' }], { areaCode: '230903011002', lamps: 1 })).toEqual(refused);
    expect(await put([post], { areaCode: '230903011002', lamps: 2 })).toBe(1);
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
