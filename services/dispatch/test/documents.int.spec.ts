import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { changedDocx, docxText, type HttpClient } from '@zero-distance/testing';
import { DispatchWorld, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
const TEMPLATE = `${BASE}/documents/order-sheet/template`;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
let world: DispatchWorld;
let admin: HttpClient;
let token: string;
let id: string;
beforeAll(async () => {
  world = await DispatchWorld.start();
  admin = world.clients.administrator;
  const scopes = ['dispatch:read', 'dispatch:operate'];
  token = await world.stack.token({ clientId: 'admin', scopes, roles: ['administrator', 'dispatcher'] });
  const requestId = newId();
  const text = { title: '路灯<不亮>', text: '3号楼前\n来前请打13800001234 {number}', place: '学府社区3号楼前', point: null };
  await world.register({ requestId, sealedText: world.sealed(requestId, text) });
  ({ id } = await world.orderOf(requestId));
}, 120_000);
afterAll(() => world.stop());

/** A document as bytes, with its headers. */
async function taken(path: string, accept = DOCX) {
  const answer = await fetch(world.stack.url('dispatch') + path, { headers: { authorization: `Bearer ${token}`, accept } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const sheet = () => `${BASE}/work-orders/${id}/sheet`;
const printed = () =>
  world.stack.sql<{ actor_id: string; detail: object }>(
    'dispatch',
    "select actor_id, detail from access_record where action = 'print' and subject = $1 order by at, id",
    [id],
  );

describe('the sheet of an order', () => {
  it('is a page to print for whoever may read the order, with what somebody wrote as text and telephones masked', async () => {
    const { status, headers, body } = await world.clients.housing.get<string>(sheet());
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(body).toContain('<h1>工单办理单</h1>');
    expect(body).toContain('路灯&lt;不亮&gt;');
    expect(body).toContain('3号楼前\n来前请打*** {number}');
    expect(body).toContain('区住房和城乡建设局');
    expect(body).toContain('<td>已派</td>');
    expect(body).not.toContain('13800001234');
  });

  it('is a Word file when Accept asks for one: opened again, it says the same', async () => {
    const { status, headers, bytes } = await taken(sheet());
    expect([status, headers.get('content-type')]).toEqual([200, DOCX]);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="order-sheet-${id}.docx"`);
    const text = docxText(bytes);
    expect(text).toContain('路灯&lt;不亮&gt;');
    expect(text).toContain('来前请打*** {number}');
    expect(text).toMatch(/诉求类别类别 \d{6}所在区域区划 \d{12}/); // their names, which the registers here are made of
    expect(text).toMatch(/主办单位区住房和城乡建设局协办单位区城市管理综合执法局/);
    expect(text).toMatch(/办理过程.*待派.*已派/);
  });

  it('is nobody else’s, and leaves no record of one that was not given', async () => {
    const before = (await printed()).length;
    expect((await world.clients.outsider.get(sheet())).status).toBe(404);
    expect(await printed()).toHaveLength(before);
  });

  it('leaves an access record with who took it, in which form and of which template', async () => {
    await taken(sheet());
    expect((await printed()).at(-1)).toEqual({
      actor_id: 'admin',
      detail: { document: 'order-sheet', format: 'docx', templateVersion: 0 },
    });
  });
});

describe('the template of a document', () => {
  it('is taken, changed in Word and published as a version, and fills what is asked for from then on', async () => {
    const before = await taken(TEMPLATE);
    expect(docxText(before.bytes)).toContain('{诉求编号}');
    const docx = changedDocx(before.bytes, (xml) => xml.replace('工单办理单', '七台河市工单办理单（{编号}）'.replace('编号', 'number')));
    const published = await admin.put(TEMPLATE, { docx, reason: '统一格式' }, { headers: { 'if-match': '"0"' } });
    expect(published).toMatchObject({ status: 200, body: { name: 'order-sheet', version: 1, reason: '统一格式', setBy: 'admin' } });
    expect(docxText((await taken(sheet())).bytes)).toMatch(/^七台河市工单办理单（\d+-\d+-\d+）/);
    expect((await printed()).at(-1)?.detail).toMatchObject({ templateVersion: 1 });
    expect(docxText((await taken(TEMPLATE)).bytes)).toMatch(/^七台河市/);
    expect(docxText((await taken(`${TEMPLATE}?version=0`)).bytes)).toMatch(/^工单办理单/);
    expect((await taken(`${TEMPLATE}?version=7`)).status).toBe(404);
    const { body } = await admin.get<{ items: { name: string; version: number; fields: { zh: string }[] }[] }>(`${BASE}/documents`);
    expect(body.items).toMatchObject([{ name: 'order-sheet', version: 1 }]);
    expect(body.items[0]?.fields.map(({ zh }) => zh)).toContain('打印时间');
  });

  it('is refused with a field that the document has not, and the one in force stays', async () => {
    const { bytes } = await taken(TEMPLATE);
    const docx = changedDocx(bytes, (xml) => xml.replace('{诉求编号}', '{诉求人电话}'));
    const { status, body } = await admin.put<Problem>(TEMPLATE, { docx });
    expect([status, body.code, body.errors?.[0]?.pointer]).toEqual([422, 'dispatch.document.template_fields_unknown', '/docx']);
    expect(body.detail).toContain('诉求人电话');
    expect((await taken(TEMPLATE)).bytes).toEqual(bytes);
  });

  it('is refused when it is no Word document, takes too much, is stale, of no document, or sent by who may not', async () => {
    const codeOf = async (who: HttpClient, path: string, body: object, headers?: Record<string, string>) => {
      const { status, body: problem } = await who.put<Problem>(path, body, { headers });
      return [status, problem.code];
    };
    const { bytes } = await taken(TEMPLATE);
    const docx = bytes.toString('base64');
    expect(await codeOf(admin, TEMPLATE, { docx: 'bm8=' })).toEqual([422, 'dispatch.document.template_unreadable']);
    expect(await codeOf(admin, TEMPLATE, { docx: 'not base64!' })).toEqual([422, 'platform.invalid_input']);
    const bomb = changedDocx(bytes, (xml) => xml.replace('</w:body>', `<!--${' '.repeat(9_000_000)}--></w:body>`));
    expect(await codeOf(admin, TEMPLATE, { docx: bomb })).toEqual([422, 'dispatch.document.template_too_large']);
    expect((await codeOf(admin, TEMPLATE, { docx }, { 'if-match': '"9"' }))[0]).toBe(412);
    expect(await codeOf(admin, TEMPLATE.replace('order-sheet', 'nothing'), { docx })).toEqual([404, 'dispatch.document.unknown']);
    expect((await codeOf(world.clients.dispatcher, TEMPLATE, { docx }))[0]).toBe(403);
  });
});
