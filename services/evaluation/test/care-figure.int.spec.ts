import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { DAY_MS, newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas } from '@zero-distance/testing';
import { History, type Told } from './history.js';
import type { Figures } from './story-truth.js';

const AREA = '300007001001';
const AT = '2025-07-01T02:00:00.000Z';
const dueOn = (day: number): string => new Date(Date.parse(AT) + day * DAY_MS).toISOString();

type Risk = EventData<'intake.key-person.visited.v1'>['risk'];

/** What is told of a key person: due times that were missed, and visits with what they settle. */
class Care extends History {
  constructor(
    private readonly risk: Risk,
    private readonly areaCode = AREA,
  ) {
    super();
  }

  private of(risk = this.risk, areaCode = this.areaCode) {
    return { keyPersonId: this.id, areaCode, kind: 'living-alone', risk, at: AT } as const;
  }

  missed(day: number, risk?: Risk): this {
    return this.tell('intake.key-person.overdue.v1', { ...this.of(risk), dueAt: dueOn(day) });
  }

  visited(settled: number | null, { risk, areaCode }: { readonly risk?: Risk; readonly areaCode?: string } = {}): this {
    const visit = { visitId: newId(), way: 'home', met: true, counts: settled !== null, visitedAt: AT } as const;
    return this.tell('intake.key-person.visited.v1', {
      ...this.of(risk, areaCode),
      ...visit,
      settledDueAt: settled === null ? null : dueOn(settled),
    });
  }
}

describe('visits to key persons', () => {
  let stack: TestStack;
  let leader: HttpClient;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['evaluation'] });
    await tellAreas(stack, 'evaluation', [AREA, '300007001002']);
    leader = stack.http('evaluation', await stack.token({ scopes: ['evaluation:read'], roles: ['leader'] }));
  }, 60_000);
  afterAll(() => stack?.stop());

  const figuresOf = async (areaCode: string, period: string) =>
    (await leader.get<Figures>(`/api/evaluation/v1/figures?areaCode=${areaCode}&period=${period}`)).body;
  const publish = async (events: readonly Told[]) => {
    for (const { type, aggregate, data } of events) await stack.publish(type, aggregate, data);
  };
  const counted = () =>
    stack.sql<{ name: string; amount: number }>(
      'evaluation',
      `select name, sum(amount)::int as amount from (
         select d.name, d.amount from figure_delta t, delta(t.before, t.after) d where starts_with(t.area_code, $1)
         union all select name, amount from figure where area_code = $1 and length(period) = 7
       ) as both_kinds where name like 'care-%' group by 1 having sum(amount) <> 0 order by 1`,
      [AREA],
    );

  it('are due once each, by the risk of then, and made where somebody was there in time, in whatever order that is heard', async () => {
    const due = [1, 2, 3, 4, 5];
    const inTime = due.map((day) => new Care('key').visited(day).visited(null)); // one that does not count settles nothing
    const late = new Care('key').missed(8).visited(9);
    const recordedLate = new Care('key').missed(10).visited(10, { risk: 'high' }); // the risk was changed meanwhile
    const high = due.map((day) => new Care('high').missed(day));
    const all = [...inTime, late, recordedLate, ...high].flatMap(({ events }) => events);
    const reversed = [late, recordedLate].flatMap(({ events }) => events).toReversed();
    await publish([...all.filter((one) => !reversed.includes(one)), ...reversed]);
    await publish(reversed); // told twice
    const expected = [
      { name: 'care-done-key', amount: 7 },
      { name: 'care-due-high', amount: 5 },
      { name: 'care-due-key', amount: 8 },
      ...['month', 'year'].flatMap((of) => [
        { name: `care-people-${of}-high`, amount: 5 },
        { name: `care-people-${of}-key`, amount: 7 },
      ]),
    ];
    await eventually(async () => expect(await counted()).toEqual(expected));
    expect(await figuresOf(AREA, '2025-07')).toMatchObject({
      careVisitRateKey: { numerator: 7, denominator: 8 },
      careVisitRateHigh: { numerator: 0, denominator: 5 },
      careVisitRateGeneral: { numerator: 0, denominator: 0, rate: null },
      withheld: [],
    });
    await stack.sql('evaluation', 'select recount_figures()');
    expect(await counted()).toEqual(expected);
  });

  it('count where they were due, though they live elsewhere when the visit is recorded', async () => {
    await publish(new Care('general', '300007001002').missed(20).visited(20, { areaCode: AREA }).events);
    const sql = 'select area_code, done from care_visit where due_at = $1';
    await eventually(async () =>
      expect(await stack.sql('evaluation', sql, [dueOn(20)])).toEqual([{ area_code: '300007001002', done: true }]),
    );
  });

  it('of a few people are shown to nobody, also not to who sees the matters', async () => {
    const { careVisitRateGeneral, withheld } = (await figuresOf('300007001002', '2025-07')) as Figures & { withheld: string[] };
    expect([careVisitRateGeneral, withheld]).toEqual([null, ['careVisitRateGeneral']]);
    await publish(new Care('general', '300007001002').missed(3).missed(4).visited(5).visited(6).visited(20).events);
    await eventually(async () =>
      expect(
        await stack.sql('evaluation', "select visits from care_person where area_code = '300007001002' and period = '2025' order by 1"),
      ).toEqual([{ visits: 1 }, { visits: 5 }]),
    );
    expect((await figuresOf('300007001002', '2025')).careVisitRateGeneral).toBeNull(); // six visits, two people
    const day = (await figuresOf(AREA, dueOn(8).slice(0, 10))) as Figures & { withheld: string[] };
    expect(day.withheld).toEqual(['careVisitRateKey']);
  });
});
