import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { idFloor, SYSTEM } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';

jest.setTimeout(30_000); // commands are processes of their own

const AUDIT = '/api/gateway/v1/audit';

interface Line {
  readonly id: string;
  readonly service: string;
  readonly action: string;
  readonly subject: string;
  readonly actorId: string;
  readonly at: string;
}
interface Lines {
  readonly items: readonly Line[];
  readonly next: string | null;
}

let stack: TestStack;
let auditor: HttpClient;

const claims = { roles: ['administrator'], area: '230903', clientId: 'auditor' } as const;

beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'] });
  auditor = stack.http('gateway', await stack.token({ ...claims, scopes: ['gateway:audit', 'gateway:export'] }));
}, 60_000);
afterAll(() => stack?.stop());

/** Tells of an access as a service would; gives the record's id. */
async function tell(service: 'intake' | 'dispatch', subject: string, actorId: string, at = new Date()): Promise<string> {
  const id = idFloor(at);
  const data = { accessRecordId: id, action: 'reveal', subject, actorId, clientId: 'console', at: at.toISOString() } as const;
  await stack.publish(`${service}.access.recorded.v1`, { id, version: 1 }, data);
  return id;
}

const found = (query: string, count: number): Promise<readonly Line[]> =>
  eventually(async () => {
    const { items } = (await auditor.get<Lines>(`${AUDIT}?${query}`)).body;
    expect(items).toHaveLength(count);
    return items;
  });

const headAt = (position: number) =>
  eventually(async () => {
    const { body } = await auditor.get<{ position: number; hash: string }>(`${AUDIT}/head`);
    expect(body.position).toBe(position);
    return body;
  });

const doctor = (...args: string[]) => stack.run('gateway', 'doctor', '--only', 'audit-chain', ...args);
/** What the doctor prints when it finds a fault, which it also says by its exit code. */
const complaint = (...args: string[]) =>
  doctor(...args).then(
    (said) => Promise.reject(new Error(`found nothing: ${said}`)),
    (error: { stdout: string }) => error.stdout,
  );

describe('the audit trail', () => {
  let kept: { position: number; hash: string };

  it('has what each service tells of, once however often it is told, found by service, who, what and when', async () => {
    const at = new Date();
    const id = await tell('intake', 'matter-1', 'clerk', at);
    await stack.publish(
      'intake.access.recorded.v1',
      { id, version: 1 },
      { accessRecordId: id, action: 'reveal', subject: 'matter-1', actorId: 'clerk', clientId: 'console', at: at.toISOString() },
    );
    await tell('dispatch', 'matter-2', 'dispatcher', new Date(at.getTime() - 86_400_000));
    await found('', 2);
    const [line] = await found('service=intake', 1);
    expect(line).toEqual({
      id,
      service: 'intake',
      action: 'reveal',
      subject: 'matter-1',
      actorId: 'clerk',
      clientId: 'console',
      organisation: null,
      detail: null,
      at: at.toISOString(),
    });
    await found('actorId=dispatcher', 1);
    await found('subject=matter-1', 1);
    await found('action=export', 0);
    const noon = encodeURIComponent(new Date(at.getTime() - 3_600_000).toISOString());
    expect(await found(`from=${noon}`, 1)).toMatchObject([{ subject: 'matter-1' }]);
    expect(await found(`to=${noon}`, 1)).toMatchObject([{ subject: 'matter-2' }]);
  });

  it('gives every line a place in a chain, whose head is told and which the doctor finds whole', async () => {
    kept = await headAt(2);
    expect(kept.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await doctor('--known-head', `2:${kept.hash}`)).toMatch(/^ok .* the audit trail is whole: 2 lines/);
  });

  it('has the lists of the gateway that are taken away, the trail itself among them', async () => {
    const { status } = await auditor.get(AUDIT, { headers: { accept: 'text/csv' } });
    expect(status).toBe(200);
    expect(await found('action=export', 1)).toMatchObject([{ service: 'gateway', subject: 'gateway.audit.list', actorId: 'auditor' }]);
    await headAt(3);
  });

  it('is read by nobody without its scope, and by nobody who is not answerable for the district', async () => {
    const refused = async (token: Parameters<TestStack['token']>[0]) =>
      (await stack.http('gateway', await stack.token({ ...claims, ...token })).get(AUDIT)).status;
    expect(await refused({ scopes: ['gateway:read'] })).toBe(403);
    expect(await refused({ scopes: ['gateway:audit'], area: '230903001' })).toBe(403);
    expect(await refused({ scopes: ['gateway:audit'], roles: ['leader'] })).toBe(403);
  });

  it('can be changed by no role of the gateway', async () => {
    const [rights] = await stack.sql(
      'gateway',
      `select bool_or(has_table_privilege('gateway', t, 'update, delete, truncate')) as any
       from unnest(array['gateway.audit', 'gateway.audit_link']) as t`,
    );
    expect(rights).toEqual({ any: false });
  });

  it.each([
    ['a line was changed', `update audit set actor_id = 'other' where subject = 'matter-1'`, /broken at \d, line [^:]+: hash-differs/],
    ['a line was taken out', `delete from audit where subject = 'matter-1'`, /broken at \d, line [^:]+: line-missing/],
    ['a place was taken out', 'delete from audit_link where position = 2', /broken at 2, line [^:]+: gap/],
    [
      'a line was put in past the chain',
      `insert into audit (id, service, action, subject, actor_id, at) select gen_random_uuid(), 'intake', 'reveal', 'x', 'y', now()`,
      /has no place in it/,
    ],
    [
      'a line was taken out before it had its place',
      `insert into audit_waiting (audit_id) values ('00000000-0000-0000-0000-000000000001')`,
      /line 00000000-0000-0000-0000-000000000001 was taken out before/,
    ],
  ])('is found out by the doctor when %s by somebody who may do anything', async (_, statement, says) => {
    const before = await stack.sql(
      'gateway',
      'select (select json_agg(a) from audit a) as lines, (select json_agg(l) from audit_link l) as links',
    );
    await stack.sql('gateway', statement);
    expect(await complaint()).toMatch(says);
    const [{ lines, links } = { lines: [], links: [] }] = before as { lines: object[]; links: object[] }[];
    await stack.sql('gateway', 'delete from audit_waiting');
    await stack.sql('gateway', 'delete from audit');
    await stack.sql('gateway', 'delete from audit_link');
    await stack.sql('gateway', 'insert into audit select * from json_populate_recordset(null::audit, $1::json)', [JSON.stringify(lines)]);
    await stack.sql('gateway', 'insert into audit_link select * from json_populate_recordset(null::audit_link, $1::json)', [
      JSON.stringify(links),
    ]);
    expect(await doctor()).toMatch(/^ok /);
  });

  it('goes on past lines that were taken out before they had their places, however many', async () => {
    await stack.sql('gateway', `insert into audit_waiting (audit_id) select lpad(to_hex(n), 32, '0')::uuid from generate_series(1, 600) n`);
    await tell('intake', 'matter-3', 'clerk');
    await headAt(4);
    const { body } = await stack.operations('gateway').get<string>('/metrics');
    expect(body).toMatch(/^zd_audit_waiting\{.*\} 600$/m);
    await stack.sql('gateway', 'delete from audit_waiting');
  });

  it('says of lines that wait too long how many they are', async () => {
    await stack.sql(
      'gateway',
      `alter table audit_link add constraint nothing_more check (position < 5);
       with line as (insert into audit (id, service, action, subject, actor_id, at) values (uuidv7(), 'intake', 'reveal', 'late', 'clerk', now()) returning id)
       insert into audit_waiting (audit_id, since) select id, now() - interval '5 minutes' from line`,
    );
    expect(await complaint()).toMatch(/1 lines of the audit trail wait for their place, one of them for 3\d\d s/);
    await stack.sql('gateway', 'alter table audit_link drop constraint nothing_more');
    await headAt(5);
  });

  it('is found out when the whole chain was made anew, by a head that was kept elsewhere', async () => {
    expect(await complaint('--known-head', `2:${'a'.repeat(64)}`)).toContain('at 2 it is not what was kept elsewhere');
    expect(await complaint('--known-head', `9:${kept.hash}`)).toContain('it ends at 5, before 9');
  });
});

describe('the oldest lines of the audit trail', () => {
  const aged = (n: number, at: string) => `
    insert into audit (id, service, action, subject, actor_id, at) values ('0190a5c0-7c1e-7000-8000-00000000000${n}', 'intake', 'reveal', 'old', 'clerk', ${at});
    insert into audit_waiting (audit_id) values ('0190a5c0-7c1e-7000-8000-00000000000${n}');`;
  let atTheCut: { position: number; hash: string };

  beforeAll(async () => {
    await stack.sql('gateway', 'delete from audit_waiting; delete from audit; delete from audit_link');
    for (const n of [1, 2, 3]) await stack.sql('gateway', aged(n, `now() - interval '3 years ${10 - n} days'`));
    atTheCut = await headAt(3);
    await stack.sql('gateway', aged(4, `now() - interval '2 years'`));
    await headAt(4);
  });

  it('go when their time is over; the place of the cut is kept and told, so that the doctor finds the rest whole', async () => {
    await stack.restart('gateway'); // its timer runs when it begins to lead
    expect(await found('action=audit-cut', 1)).toMatchObject([{ subject: 'gateway.audit', actorId: SYSTEM.id }]);
    const { position, hash } = atTheCut;
    expect(await stack.sql('gateway', 'select position::int, hash, lines from audit_cut')).toEqual([{ position, hash, lines: 3 }]);
    await found('subject=old', 1);
    await headAt(5);
    expect(await doctor('--known-head', `2:${'a'.repeat(64)}`, '--known-head', `3:${hash}`)).toMatch(/^ok .* whole: 2 lines/);
    expect(await complaint('--known-head', `3:${'a'.repeat(64)}`)).toMatch(/at 3 it is not what was kept elsewhere/);
  });

  it('are not taken away before six months, nor at a place that is none', async () => {
    await expect(stack.sql('gateway', 'select cut_audit(position, hash) from audit_link order by position desc limit 1')).rejects.toThrow(
      /six months at least/,
    );
    await expect(stack.sql('gateway', `select cut_audit(4, 'x')`)).rejects.toThrow(/another hash/);
  });

  it('are missed by the doctor when somebody who may do anything cuts them by hand', async () => {
    await stack.sql(
      'gateway',
      `insert into audit_cut select position, hash, 1, now() from audit_link where position = 4; delete from audit where subject = 'old';
       delete from audit_link where position = 4`,
    );
    expect(await complaint()).toMatch(/it begins behind 4, and no line of it tells of that cut/);
  });
});
