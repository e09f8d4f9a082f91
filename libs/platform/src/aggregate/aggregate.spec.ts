import { describe, expect, it } from '@jest/globals';
import { CLERK, ID, LAMPS, Lamp, LampHistory, lamp, NOW, noted } from '../../test/fixture/lamps.js';

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

  it('reads the newest lines of its history, from the month it began in', async () => {
    const { tx, of } = noted();
    await LAMPS.history(tx, lamp);
    expect(of('read')).toEqual([
      [
        expect.stringMatching(
          /where t\.lamp_id = \$1 and t\.at >= \$2::timestamptz - interval '1 day' order by t\.at desc, t\.id desc limit 500$/,
        ),
        [ID, NOW],
      ],
    ]);
  });

  it('reads the last words of an action of several at once, and nothing of none', async () => {
    const { tx, of } = noted([{ lampId: ID, reason: '先' } as never, { lampId: ID, reason: '后' } as never]);
    expect(await LAMPS.words(tx, [lamp], 'light')).toEqual(new Map([[ID, '后']]));
    expect(of('read')).toEqual([
      [
        expect.stringMatching(/where t\.lamp_id = any\(\$1::uuid\[\]\) and t\.at >= \$2.* and t\.action = \$3 order by t\.at, t\.id$/),
        [[ID], NOW, 'light'],
      ],
    ]);
    expect(await LAMPS.words(tx, [], 'light')).toEqual(new Map());
    expect(of('read')).toHaveLength(1);
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
