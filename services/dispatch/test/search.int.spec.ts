import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

let world: DispatchWorld;
let lamp: string;
let fire: string;
let elsewhere: string;
beforeAll(async () => {
  world = await DispatchWorld.start();
  const orderOf = async (facts: Parameters<DispatchWorld['register']>[0]) => (await world.orderOf(await world.register(facts))).id;
  lamp = await orderOf({ number: '230903011001-261123-000417', categoryCode: '010203', areaCode: '230903011001' });
  fire = await orderOf({ number: '230903011002-261123-000418', categoryCode: '110101', areaCode: '230903011002' });
  elsewhere = await orderOf({ number: '230903012001-261124-000417', categoryCode: '010204', areaCode: '230903012001' });
}, 120_000);
afterAll(() => world.stop());

const search = (q: string, more = '', who: keyof DispatchWorld['clients'] = 'dispatcher') =>
  world.clients[who].get<{ items: Order[]; next: string | null } & Problem>(
    `/api/dispatch/v1/work-orders?q=${encodeURIComponent(q)}${more}`,
  );
const found = async (...of: Parameters<typeof search>) => (await search(...of)).body.items.map(({ id }) => id).sort();
const sorted = (...ids: string[]) => ids.sort();

describe('a search of orders, whose texts are sealed,', () => {
  it('finds by any part of the number of their request, with full-width digits and without leading zeros', async () => {
    for (const typed of [
      '261123-417',
      '261123-000417',
      '２６１１２３－４１７',
      '230903011001-261123-417',
      '230903011001 - 261123 – 000417',
    ])
      expect([typed, await found(typed)]).toEqual([typed, [lamp]]);
    expect(await found('417')).toEqual(sorted(lamp, elsewhere));
    expect(await found('261123')).toEqual(sorted(lamp, fire));
    expect(await found('261123-7')).toEqual([]);
  });

  it('finds by code and name of a category, with all that lie below it', async () => {
    expect(await found('010203')).toEqual([lamp]);
    expect(await found('类别 1101')).toEqual([fire]);
    expect(await found('类别 0102')).toEqual(sorted(lamp, elsewhere));
  });

  it('finds by code and name of an area, with all that lie in it', async () => {
    expect(await found('230903011')).toEqual(sorted(lamp, fire));
    expect(await found('区划 230903011002')).toEqual([fire]);
    expect(await found('区划 2309030')).toEqual(sorted(lamp, fire, elsewhere));
  });

  it('finds nothing by words, which intake has, nor beyond the area of the token', async () => {
    expect(await found('路灯')).toEqual([]);
    expect(await found('417', '', 'outsider')).toEqual([elsewhere]);
    expect(await found('230903011', '', 'outsider')).toEqual([]);
  });

  it('goes by the other filters too, and page by page', async () => {
    expect(await found('区划 2309030', '&areaCode=230903012')).toEqual([elsewhere]);
    expect(await found('区划 2309030', '&state=closed')).toEqual([]);
    const { body: first } = await search('区划 230903', '&limit=2');
    const { body: rest } = await search('区划 230903', `&limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([elsewhere, fire, lamp]);
  });

  it('refuses a telephone number, which does not belong into an address', async () => {
    const { status, body } = await search('１３８ ００００ １２３４');
    expect([status, body.errors?.[0]]).toMatchObject([422, { code: 'phone_in_search' }]);
  });
});
