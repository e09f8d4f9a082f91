import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { type Fixture, REQUEST, REQUESTS, type Shown, startIntake } from './fixture.js';

interface Problem {
  code: string;
  title: string;
  detail: string;
  errors?: { pointer?: string }[];
}

let f: Fixture;

beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

describe('personal data', () => {
  it('is found by a telephone number in any spelling', async () => {
    const { id } = await f.register({ requester: { name: '李四', phone: '139 0000 4321' } });
    const { body } = await f.clerk.post<{ items: Shown[] }>(`${REQUESTS}/find-by-phone`, { phone: '+8613900004321' });
    expect(body.items.map((item) => item.id)).toEqual([id]);
  });

  it('is found by a number that was hashed by other rules, or with another key, once the numbers are indexed again', async () => {
    const { id } = await f.register({ requester: { name: '李四', phone: '0464-8265999转801' } });
    const found = async () => {
      const { body } = await f.clerk.post<{ items: Shown[] }>(`${REQUESTS}/find-by-phone`, { phone: '04648265999' });
      return body.items.map((item) => [item.id, item.requester?.phone]);
    };
    const [[, masked] = []] = await found();
    await f.stack.sql('intake', "update requester set phone_index = 'another', phone_masked = 'another' where request_id = $1", [id]);
    expect(await f.stack.run('intake', 'reindex-phones-main', '--help')).toContain('Usage: reindex-phones');
    await expect(f.stack.run('intake', 'reindex-phones-main', '--dry-run')).rejects.toThrow("Unknown option '--dry-run'");
    expect(await found()).toEqual([]); // neither did anything
    expect(JSON.parse(await f.stack.run('intake', 'reindex-phones-main'))).toMatchObject({ changed: 1, unreadable: 0 });
    expect(await found()).toEqual([[id, masked]]);
    expect(JSON.parse(await f.stack.run('intake', 'reindex-phones-main'))).toMatchObject({ changed: 0 });
  });

  it('is revealed for a stated purpose, which is kept with who looked', async () => {
    const { id } = await f.register();
    const { status, body } = await f.clerk.post<object>(`${REQUESTS}/${id}/reveal`, { purpose: '电话回访' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: '张三', phone: '13800001234', address: '学府社区3号楼2单元501' });
    const records = await f.stack.sql('intake', 'select actor_id, purpose from access_record where subject = $1', [id]);
    expect(records).toEqual([{ actor_id: 'clerk', purpose: '电话回访' }]);
    const told = await eventually(async () => {
      const event = (await f.stack.published('intake.access.recorded.v1')).find(({ data }) => data.subject === id);
      if (!event) throw new Error('the audit trail was not told');
      return event.data;
    });
    expect(told).toMatchObject({ action: 'reveal', actorId: 'clerk' });
    expect(JSON.stringify(told)).not.toContain('电话回访');
  });

  it('is not revealed without a purpose or without the scope', async () => {
    const { id } = await f.register();
    expect((await f.clerk.post(`${REQUESTS}/${id}/reveal`, {})).status).toBe(422);
    const token = await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk'], area: '230903' });
    expect((await f.stack.http('intake', token).post(`${REQUESTS}/${id}/reveal`, { purpose: '电话回访' })).status).toBe(403);
    expect(await f.stack.sql('intake', 'select 1 from access_record where subject = $1', [id])).toEqual([]);
  });

  it('of a confidential requester is neither shown nor revealed to who need not know it', async () => {
    const { id } = await f.register({ requester: { ...REQUEST.requester, confidential: true } });
    const token = await f.stack.token({ scopes: ['intake:read', 'intake:reveal'], roles: ['mediator'], area: '230903' });
    const mediator = f.stack.http('intake', token);
    expect((await mediator.get<Shown>(`${REQUESTS}/${id}`)).body.requester).toBeNull();
    const answer = await mediator.post<Problem>(`${REQUESTS}/${id}/reveal`, { purpose: '核实情况' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'intake.requester.confidential' } });
  });
});
