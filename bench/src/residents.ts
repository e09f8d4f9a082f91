import { type Call, closedLoop, type Measured, Target } from './load.js';
import type { Product } from './product.js';
import { fillServices, SERVICE_CALLS } from './service-rooms.js';

/** An answer may take so many milliseconds at a district's size, and so many where there are a million residents. */
const OF_A_DISTRICT = 50;
const OF_A_MILLION = 100;
const DISTRICT = 120_000;

/** One clerk after the other: how long an answer takes, not how many the machine gives at once. */
const CLERKS = 1;
/** So many residents are registered over the API: their telephone numbers are found. */
const FOUND = 400;
const AT = '/api/intake/v1';

export interface ResidentsMeasured {
  readonly total: number;
  readonly asked: Readonly<Record<string, Measured>>;
}

/** (j) The registers of people, filled up to `total` residents, of whom six in ten belong to a group and two of these to another. */
export async function measureResidents(product: Product, total: number, seconds: number): Promise<ResidentsMeasured> {
  for (const statement of [...fill(total), ...fillServices(total)]) await product.sql('intake', statement);
  await product.sql('intake', 'vacuum analyze');
  const intake = new Target(product.url('intake'), CLERKS);
  const aside = new Target(product.url('intake'), 1);
  const token = product.tokens.everybody;
  const joiners = await registerSome(intake, token);
  let joined = 0;
  const asked: Record<string, Measured> = {};
  for (const [one, call] of Object.entries(await callsOf(product))) {
    const { status } = await intake.send({ token, ...call });
    if (status !== 200) throw new Error(`${one} was answered with ${status}`);
    asked[one] = await closedLoop(intake, CLERKS, seconds, () => {
      if (one !== WHILE_JOINING || joined >= joiners.length) return { token, ...call };
      void aside
        .send({ method: 'POST', path: `${AT}/residents/${joiners[joined++]}/join-group`, token, body: JOINED })
        .catch(() => undefined);
      return { token, ...call };
    });
  }
  await aside.close();
  await intake.close();
  return { total, asked };
}

const WHILE_JOINING = 'coverage while residents join groups';

/** What is asked: of the registers of people, and of the rooms of services, where the ids are of this run. */
async function callsOf(product: Product): Promise<Record<string, Omit<Call, 'token'>>> {
  const [ids] = await product.sql<{ activity: string; round: string }>(
    'intake',
    'select (select id from activity limit 1) as activity, (select id from round limit 1) as round',
  );
  const path = (of: string) => of.replace('{activity}', ids?.activity ?? '').replace('{round}', ids?.round ?? '');
  return { ...CALLS, ...Object.fromEntries(Object.entries(SERVICE_CALLS).map(([one, of]) => [one, get(path(of))])) };
}

const JOINED = { group: 'disabled', source: 'declared' };
const phoneOf = (n: number): string => `1390000${String(1_000 + n)}`;

async function registerSome(intake: Target, token: string): Promise<string[]> {
  const policy = await intake.send({
    method: 'PUT',
    path: `${AT}/policies/resident-finds-a-day`,
    token,
    body: { value: 100_000, reason: 'bench' },
  });
  if (policy.status !== 200) throw new Error(`the policy was answered with ${policy.status}`);
  const ids: string[] = [];
  for (let n = 0; n < FOUND; n++) {
    const body = { name: '张秀英', phone: phoneOf(n), areaCode: '230903011001', consentOn: '2026-11-01', consentWay: 'written' };
    const { status, body: made } = await intake.send<{ id: string }>({ method: 'POST', path: `${AT}/residents`, token, body });
    if (status !== 201) throw new Error(`a resident was answered with ${status}`);
    ids.push(made.id);
  }
  return ids;
}

const get = (path: string) => ({ method: 'GET' as const, path: `${AT}/${path}` });
const CALLS: Readonly<Record<string, Omit<Call, 'token'>>> = {
  'residents of a community': get('residents?areaCode=230903011001&limit=20'),
  'residents of a group': get('residents?group=disabled&areaCode=230903&limit=20'),
  'key persons, the soonest due first': get('key-persons?sort=due&limit=20'),
  'a resident by telephone': { method: 'POST', path: `${AT}/residents/find?limit=20`, body: { phone: phoneOf(7) } },
  'coverage of groups in a month': get('group-coverage?areaCode=230903'),
  'coverage of groups in a year': get('group-coverage?areaCode=230903&period=2025'),
  [WHILE_JOINING]: get('group-coverage?areaCode=230903'),
};

/** As many as there are missing, in the communities that there are: a third for years, served now and then; one in 764 is a key person, as in the article's district. */
const fill = (total: number): readonly string[] => [
  'set session_replication_role = replica',
  `create unlogged table bench_people as
     select uuidv7() as id, n, place.code as area_code, case when n % 10 < 6 then (array['elderly','disabled','hard-to-employ','rider','courier'])[1 + n % 5] end as first,
       case when n % 10 < 2 then 'living-alone-elderly' end as second
     from generate_series((select count(*)::int + 1 from resident), ${total}) as n
     join (select code, row_number() over (order by code)::int - 1 as nth, count(*) over ()::int as places from area where length(code) = 12) as place on place.nth = n % place.places`,
  `insert into resident (id, version, state, area_code, file, name_masked, id_number_masked, phone_masked, phone_index, groups, consent_on, consent_way,
       registered_at, checked_at, next_at)
     select id, 1, 'registered', area_code, repeat('s', 700), '张*', '999***********5127', '138****1234', md5(n::text),
       array_remove(array[first, second], null), '2024-01-01', 'written', now(), now(), now() + interval '5 years' from bench_people`,
  'insert into resident_id_number (id_index, resident_id) select md5(id::text), id from bench_people',
  `insert into group_membership (id, resident_id, group_code, since, until, source)
     select uuidv7(), id, code, date '2023-01-01' + n % 1000, case when n % 7 = 0 then date '2025-11-01' + n % 300 end, 'declared'
     from bench_people, unnest(array[first, second]) as code where code is not null`,
  `insert into resident_served (resident_id, day, times)
     select distinct id, date '2025-01-01' + (n * 37 + visit * 53) % 690, 1 from bench_people, generate_series(1, 3) as visit where first is not null and n % 3 = 0`,
  `insert into key_person (id, version, state, area_code, resident_id, kind, risk, worker_id, entered_at, due_at, next_at, entered_for)
     select uuidv7(), 1, 'cared-for', area_code, id, 'living-alone', 'key', 'bench', now(), now() + (n % 30) * interval '1 day', now() + interval '30 days', id
     from bench_people where n % 764 = 0`,
  'drop table bench_people',
  'insert into coverage_change (area_code, changes) select distinct area_code, 1 from resident', // the triggers were left out
  'set session_replication_role = origin',
];

export const residentLines = ({ total, asked }: ResidentsMeasured) =>
  Object.entries(asked).map(([one, { p99 }]) => ({
    name: `(j) ${one}, of ${total.toLocaleString('en')}, p99`,
    figure: p99,
    unit: 'ms',
    reach: { atMost: total > DISTRICT ? OF_A_MILLION : OF_A_DISTRICT },
  }));
