import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { ACCOUNTS, clientOf, district, type List, type Refusal, registered, stack, startIssuer } from './accounts.js';

jest.setTimeout(30_000); // commands are processes of their own

const COLLEAGUES = '/api/gateway/v1/colleagues';
const HANDLER = { scopes: ['gateway:listen'], roles: ['handler'] };
const AT_BUREAU = { roles: ['handler'], organisation: 'housing-bureau', areaCode: '230903' };
const names = async (client: typeof district) =>
  (await client.get<List<{ name: string }>>(`${COLLEAGUES}?limit=200`)).body.items.map(({ name }) => name);

beforeAll(async () => {
  await startIssuer();
  const fire = { organisationId: newId(), code: 'fire-rescue', name: '消防救援大队', kind: 'department', areaCode: '230903' };
  await stack.publish('dispatch.organisation.registered.v1', { id: fire.organisationId, version: 1 }, fire);
  await eventually(async () => expect(await stack.sql('gateway', 'select 1 from organisation')).toHaveLength(2));
}, 90_000);
afterAll(() => stack?.stop());

describe('colleagues', () => {
  it('are shown to who acts for the same organisation, by name and role and nothing else, and without those who were disabled', async () => {
    const li = await registered('li.shifu', { ...AT_BUREAU, name: '李师傅' });
    await registered('wang', { ...AT_BUREAU, name: undefined });
    const gone = await registered('gone', { ...AT_BUREAU, name: '离任' });
    expect((await district.post(`${ACCOUNTS}/${gone.id}/disable`)).status).toBe(200);
    await registered('huo', { ...AT_BUREAU, name: '火', organisation: 'fire-rescue' });
    await registered('clerk', { name: '受理员' });
    const bureau = await clientOf('bureau', '230903', { ...HANDLER, org: 'housing-bureau' });
    const { body } = await bureau.get<List<object>>(COLLEAGUES);
    expect(body.items[0]).toEqual({ id: li.id, name: '李师傅', roles: ['handler'] });
    expect(await names(bureau)).toEqual(['李师傅', 'wang']);
    expect(await names(await clientOf('fire', '230903', { ...HANDLER, org: 'fire-rescue' }))).toEqual(['火']);
  });

  it('are paged through by cursors that name nobody', async () => {
    const bureau = await clientOf('pager', '230903', { ...HANDLER, org: 'housing-bureau' });
    const all = await names(bureau);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { body } = await bureau.get<List<{ name: string }> & { next: string | null }>(
        `${COLLEAGUES}?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      paged.push(...body.items.map(({ name }) => name));
      cursor = body.next;
      if (cursor) expect(Buffer.from(cursor, 'base64url').toString()).toMatch(/^\["[/\w]+","[0-9a-f-]{36}"\]$/);
    }
    expect(all.length).toBeGreaterThan(1);
    expect(paged).toEqual(all);
  });

  it('are given as a file to who may take lists away', async () => {
    const taker = await clientOf('taker', '230903', { ...HANDLER, scopes: ['gateway:listen', 'gateway:export'], org: 'fire-rescue' });
    const { status, body } = await taker.get<string>(COLLEAGUES, { headers: { accept: 'text/csv' } });
    expect(status).toBe(200);
    expect(body.split('\r\n')[1]).toMatch(/,火,/);
  });

  it('are no business of a handler who acts for no organisation, nor of another role', async () => {
    for (const roles of [['handler'], ['mediator']]) {
      const { status, body } = await (await clientOf(`orgless-${roles[0]}`, '230903', { ...HANDLER, roles })).get<Refusal>(COLLEAGUES);
      expect([status, body.code.split('.')[0]]).toEqual([403, 'platform']);
    }
  });

  it('are all of the area to an administrator who acts for no organisation, and none of another', async () => {
    const administrator = (area: string) => clientOf(`admin-${area}`, area, { ...HANDLER, roles: ['administrator'] });
    expect(await names(await administrator('230903'))).toEqual(expect.arrayContaining(['火', '受理员']));
    expect(await names(await administrator('230903012'))).toEqual([]);
  });
});

describe('care workers', () => {
  const CARE = '/api/gateway/v1/care-workers';
  const asked = async (client: typeof district) => {
    const { body } = await client.get<List<{ name: string }>>(`${CARE}?limit=200`);
    return body.items.map(({ name }) => name).toSorted();
  };

  it('are shown to the clerks of their area and to each other, of an organisation its own alone, without those who were disabled', async () => {
    const care = { scopes: ['intake:read'], roles: ['care-worker'], areaCode: '230903001001' };
    await registered('guan.ai', { ...care, name: '关爱专员' });
    await registered('grid.1', { ...care, roles: ['grid-worker'], name: '网格员', areaCode: '230903002001' });
    await registered('bureau.care', { ...care, name: '局关爱专员', organisation: 'housing-bureau' });
    const gone = await registered('care.gone', { ...care, name: '离任专员' });
    expect((await district.post(`${ACCOUNTS}/${gone.id}/disable`)).status).toBe(200);
    const keeper = { scopes: ['gateway:listen'], roles: ['intake-clerk'] };
    expect(await asked(await clientOf('keeper', '230903', keeper))).toEqual(['关爱专员', '局关爱专员', '网格员'].toSorted());
    expect(await asked(await clientOf('keeper-001', '230903001', keeper))).toEqual(['关爱专员', '局关爱专员'].toSorted());
    expect(await asked(await clientOf('keeper-bureau', '230903', { ...keeper, org: 'housing-bureau' }))).toEqual(['局关爱专员']);
    expect(await asked(await clientOf('carer', '230903002', { ...keeper, roles: ['care-worker'] }))).toEqual(['网格员']);
  });

  it('are no business of who gives nobody to them', async () => {
    const { status, body } = await (await clientOf('handler', '230903', { ...HANDLER, org: 'housing-bureau' })).get<Refusal>(CARE);
    expect([status, body.code]).toEqual([403, 'platform.role_missing']);
  });
});
