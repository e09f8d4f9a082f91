import { startTestStack, type TestStack } from '@zero-distance/testing';

export const AREA = '230903011001';
export const OTHER_AREA = '230903012001';
export const REQUESTS = '/api/intake/v1/requests';

/** What a clerk types in. */
export const REQUEST = {
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: AREA,
  title: '路灯不亮',
  text: '3号楼前路灯三天不亮，老人出行不便。',
  requester: { name: '张三', phone: '13800001234', address: '学府社区3号楼2单元501' },
};

/** 撤回, as a caller says it. */
export const WITHDRAWAL = { channel: 'hotline-12345', reason: '来电人说不用办了。' };

/** A request as the API shows it. */
export interface Shown {
  id: string;
  number: string;
  state: string;
  version: number;
  requester: { name: string; phone: string } | null;
  publicAnswer: string | null;
  actions: string[];
}

type Api = ReturnType<TestStack['http']>;

export interface Fixture {
  readonly stack: TestStack;
  readonly clerk: Api;
  readonly admin: Api;
  /** The clerk takes a request in: `REQUEST`, with changes. */
  register(changes?: object): Promise<Shown>;
  stateOf(requestId: string): Promise<string>;
}

/** Intake alone, with two communities and one category registered. */
export async function startIntake(env: Readonly<Record<string, string>> = {}): Promise<Fixture> {
  const stack = await startTestStack({ services: ['intake'], env });
  const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
  const admin = stack.http(
    'intake',
    await stack.token({ scopes: [...scopes, 'intake:erase'], roles: ['administrator', 'intake-clerk'], area: '', clientId: 'admin' }),
  );
  const clerk = stack.http('intake', await stack.token({ scopes, roles: ['intake-clerk'], area: '230903011', clientId: 'clerk' }));
  const areas = [
    ['230903', '桃山区', 'district'],
    ['230903011', '桃东街道', 'street'],
    [AREA, '学府社区', 'residents_committee'],
    ['230903012', '桃南街道', 'street'],
    [OTHER_AREA, '运销社区', 'residents_committee'],
  ];
  for (const [code, name, kind] of areas) await admin.put(`/api/intake/v1/areas/${code}`, { name, kind, edition: 'NBS-2023' });
  await admin.put('/api/intake/v1/categories/010203', { name: '路灯照明' });
  const register = async (changes: object = {}): Promise<Shown> => {
    const { status, body } = await clerk.post<Shown>(REQUESTS, { ...REQUEST, ...changes });
    if (status !== 201) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const stateOf = async (id: string) => (await clerk.get<Shown>(`${REQUESTS}/${id}`)).body.state;
  return { stack, clerk, admin, register, stateOf };
}

/** How many rows a table of intake has: what was refused left nothing behind. */
export async function count(stack: TestStack, table: string): Promise<number> {
  const rows = await stack.sql<{ n: number }>('intake', `select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? -1;
}
