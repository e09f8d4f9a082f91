import { newId } from '@zero-distance/kernel';
import type { HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, startIntake } from './fixture.js';

export const ROUNDS = '/api/intake/v1/rounds';
export const TARGETS = '/api/intake/v1/round-targets';
export const GRIDS = [`${AREA}001`, `${AREA}002`] as const;

/** A day so many days from today, as people in Shanghai say it. */
export const day = (ahead: number): string => new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);

/** What a clerk plans. */
export const PLAN = {
  ...{ areaCode: AREA, title: '冬季敲门行动', fromOn: day(0), untilOn: day(10) },
  questions: [
    { code: 'alone', zh: '是否独居', en: 'lives alone', kind: 'yes-no' },
    { code: 'people', zh: '常住人数', en: 'people who live here', kind: 'number' },
    {
      ...{ code: 'heating', zh: '供暖方式', en: 'heating', kind: 'choice' },
      choices: [
        { code: 'central', zh: '集中供暖', en: 'central' },
        { code: 'stove', zh: '自采暖', en: 'own stove' },
      ],
    },
    { code: 'wishes', zh: '其他意愿', en: 'anything else', kind: 'words' },
  ],
};

/** A round as the API shows it. */
export interface Round {
  id: string;
  version: number;
  state: string;
  code: string;
  actions: string[];
  targets: number;
  met: number;
  left: number;
  untilOn: string;
  explanation: string | null;
  history: { action: string; reason: string | null }[];
}

export interface Target {
  id: string;
  number: number;
  areaCode: string;
  actions: string[];
  outcome: string | null;
  toKnock: boolean;
  knocks: number;
  code: string;
}

export interface DoorKnocking extends Fixture {
  /** A worker of the first grid. */
  readonly worker: HttpClient;
  readonly other: HttpClient;
  plan(changes?: object): Promise<Round>;
  /** Puts so many households of a grid on the list. */
  list(roundId: string, count: number, areaCode?: string): Promise<void>;
  act(roundId: string, action: string, body?: object): Promise<{ status: number; body: Round }>;
  targetsOf(roundId: string, query?: string): Promise<Target[]>;
}

/** Intake with a community of two grids, and a worker of each. */
export async function startDoorKnocking(): Promise<DoorKnocking> {
  const f = await startIntake();
  for (const code of GRIDS) await f.admin.put(`/api/intake/v1/areas/${code}`, { name: '网格', kind: 'grid', edition: 'NBS-2023' });
  const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
  const workerOf = async (area: string, clientId: string) =>
    f.stack.http('intake', await f.stack.token({ scopes, roles: ['grid-worker'], area, clientId }));
  const plan = async (changes: object = {}): Promise<Round> => {
    const { status, body } = await f.clerk.post<Round>(ROUNDS, { ...PLAN, ...changes });
    if (status !== 201) throw new Error(`not planned: ${status} ${JSON.stringify(body)}`);
    return body;
  };
  const list = async (roundId: string, count: number, areaCode: string = GRIDS[0]): Promise<void> => {
    const households = Array.from({ length: count }, (_, n) => ({ areaCode, address: `学府社区3号楼${newId()}门${n}` }));
    const { status, body } = await f.clerk.post(`${ROUNDS}/${roundId}/targets`, { households });
    if (status !== 201 && status !== 200) throw new Error(`not listed: ${status} ${JSON.stringify(body)}`);
  };
  const targetsOf = async (roundId: string, query = ''): Promise<Target[]> =>
    (await f.clerk.get<{ items: Target[] }>(`${ROUNDS}/${roundId}/targets?limit=100${query}`)).body.items;
  return {
    ...f,
    worker: await workerOf(GRIDS[0], 'worker-1'),
    other: await workerOf(GRIDS[1], 'worker-2'),
    ...{ plan, list, targetsOf },
    act: (roundId, action, body = {}) => f.clerk.post<Round>(`${ROUNDS}/${roundId}/${action}`, body),
  };
}
