import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { RegistersTold1764300003000 } from '../src/migrations/1764300003000-registers-told.js';
import { RetiredAreasTold1796000000001 } from '../src/migrations/1796000000001-retired-areas-told.js';

const AREA = { id: newId(), code: '230903', version: 3 };
const CATEGORY = { id: newId(), code: '010203', version: 1 };

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ services: ['intake'] });
}, 60_000);
afterAll(() => stack?.stop());

/** A migration, as `deploy` runs it. */
async function migrate(migration: MigrationInterface): Promise<void> {
  const url = new URL(stack.adminUrl);
  url.username = 'zd_migrator';
  url.password = stack.secret('MIGRATOR_PASSWORD');
  const dataSource = new DataSource({ type: 'postgres', url: url.href, extra: { options: '-c search_path=intake' } });
  await dataSource.initialize();
  await dataSource.transaction(({ queryRunner }) => migration.up(queryRunner as QueryRunner));
  await dataSource.destroy();
}

const known = async (service: 'dispatch' | 'inspection') =>
  (await stack.sql<{ code: string }>(service, 'select code from area union all select code from category')).map(({ code }) => code);

it('Services that begin to listen are told of all areas and categories, however long ago they were registered', async () => {
  // registered by a version that told nobody, or told it longer ago than anything remembers
  const area = `insert into area (id, code, name, kind, edition, version) values ($1, $2, '桃山区', 'district', 'NBS-2023', $3)`;
  await stack.sql('intake', area, [AREA.id, AREA.code, AREA.version]);
  await stack.sql('intake', `insert into category (id, code, name) values ($1, $2, '路灯照明')`, [CATEGORY.id, CATEGORY.code]);
  await migrate(new RegistersTold1764300003000());
  const told = await eventually(async () => {
    const events = await stack.publishedBy('intake');
    expect(events).toHaveLength(2);
    return events;
  });
  expect(told.map(({ aggregateId, aggregateVersion }) => [aggregateId, aggregateVersion])).toEqual([
    [AREA.id, AREA.version + 1],
    [CATEGORY.id, CATEGORY.version + 1],
  ]);
  await Promise.all([stack.start('dispatch'), stack.start('inspection')]);
  for (const service of ['dispatch', 'inspection'] as const)
    await eventually(async () => expect(await known(service)).toEqual(expect.arrayContaining([AREA.code, CATEGORY.code])));

  // and what is changed afterwards is the next version to everybody
  const admin = stack.http('intake', await stack.token({ scopes: ['intake:write'], roles: ['administrator'], area: '' }));
  const changed = await admin.put(`/api/intake/v1/categories/${CATEGORY.code}`, { name: '照明' });
  expect(changed).toMatchObject({ status: 200, body: { version: CATEGORY.version + 2 } });
  await eventually(async () => expect(await stack.publishedBy('intake')).toHaveLength(told.length + 1));
  expect((await stack.publishedBy('intake')).at(-1)).toMatchObject({ aggregateId: CATEGORY.id, aggregateVersion: CATEGORY.version + 2 });
});

it('Services that begin to take in nothing new in areas that are no more are told which those are, and into which each went', async () => {
  const [gone, there] = [
    { id: newId(), code: '230903011' },
    { id: newId(), code: '230903012' },
  ];
  for (const [{ id, code }, retiredAt, successor] of [
    [there, null, null],
    [gone, new Date(), there.code],
  ] as const) {
    const area = `insert into area (id, code, name, kind, edition, version, retired_at, successor_area) values ($1, $2, '街道', 'street', '1', 1, $3, $4)`;
    await stack.sql('intake', area, [id, code, retiredAt, successor]);
  }
  const before = (await stack.publishedBy('intake')).length;
  await migrate(new RetiredAreasTold1796000000001());
  await eventually(async () => expect(await stack.publishedBy('intake')).toHaveLength(before + 1));
  for (const service of ['dispatch', 'inspection'] as const)
    await eventually(async () =>
      expect(await stack.sql(service, 'select code, successor_area from area where successor_area is not null')).toEqual([
        { code: gone.code, successor_area: there.code },
      ]),
    );
});
