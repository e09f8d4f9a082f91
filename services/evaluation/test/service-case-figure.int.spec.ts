import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas } from '@zero-distance/testing';
import { History, type Told } from './history.js';
import type { Figures } from './story-truth.js';

const AREA = '300008001001';
const AT = '2025-07-01T02:00:00.000Z';
const LATER = '2025-07-03T02:00:00.000Z';

interface Ending {
  readonly oneStop?: boolean;
  readonly alone?: boolean;
  readonly oneVisit?: boolean;
  readonly inTime?: boolean;
}

/** What is told of a service case. */
class Case extends History {
  private readonly of = (at: string) => ({ serviceCaseId: this.id, areaCode: AREA, itemCode: 'HF-04', mode: 'window', at }) as const;

  opened(): this {
    return this.tell('intake.service-case.opened.v1', { ...this.of(AT), missing: 0 });
  }

  askedLater(count: number): this {
    return this.tell('intake.service-case.materials-asked.v1', { ...this.of(AT), askedLater: count });
  }

  delivered({ oneStop = true, alone = true, oneVisit = true, inTime = true }: Ending = {}): this {
    return this.tell('intake.service-case.delivered.v1', { ...this.of(LATER), oneStop, alone, oneVisit, inTime });
  }

  takenBack(what: 'delivery' | 'rating'): this {
    return this.tell(`intake.service-case.${what}-taken-back.v1`, this.of(LATER));
  }

  rated(satisfaction: 'satisfied' | 'dissatisfied'): this {
    return this.tell('intake.service-case.rated.v1', { ...this.of(LATER), satisfaction });
  }
}

/** What is told of a home visit. */
class Visit extends History {
  ended(how: 'done' | 'not-met'): this {
    return this.tell(`intake.home-visit.${how}.v1`, { homeVisitId: this.id, areaCode: AREA, at: AT, visitedAt: AT });
  }
}

/** Each way in which some events may come. */
const ordersOf = <T>(all: readonly T[]): T[][] =>
  all.length < 2 ? [[...all]] : all.flatMap((one, at) => ordersOf(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));

describe('service cases and home visits', () => {
  let stack: TestStack;
  let leader: HttpClient;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['evaluation'] });
    await tellAreas(stack, 'evaluation', [AREA]);
    leader = stack.http('evaluation', await stack.token({ scopes: ['evaluation:read'], roles: ['leader'] }));
  }, 60_000);
  afterAll(() => stack?.stop());

  const figuresOf = async (period: string) =>
    (await leader.get<Figures>(`/api/evaluation/v1/figures?areaCode=${AREA}&period=${period}`)).body;
  const publish = async (events: readonly Told[]) => {
    for (const { type, aggregate, data } of events) await stack.publish(type, aggregate, data);
  };
  const EXPECTED = {
    serviceCases: 5,
    oneStopRate: { numerator: 3, denominator: 4 },
    oneVisitRate: { numerator: 4, denominator: 5 },
    caseInTimeRate: { numerator: 4, denominator: 5 },
    askedLaterRate: { numerator: 1, denominator: 6 },
    servicesRated: 2,
    serviceGoodRate: { numerator: 1, denominator: 2 },
    homeVisits: 5,
    withheld: [],
  };

  it('count by how they were completed, in whatever order that is heard, and come to the same counted again from the rows', async () => {
    const cases = [
      new Case().opened().delivered().rated('satisfied'),
      new Case().opened().delivered().rated('dissatisfied'),
      new Case().opened().delivered(),
      new Case().opened().askedLater(1).askedLater(3).delivered({ alone: false, oneVisit: false, inTime: false }),
      new Case().opened().delivered({ oneStop: false, alone: false }),
      new Case().opened(),
    ].map(({ events }) => events);
    const visits = [...Array.from({ length: 5 }, () => new Visit().ended('done')), new Visit().ended('not-met')].flatMap(
      ({ events }) => events,
    );
    await publish([...cases.slice(0, 3).flat(), ...cases.slice(3).flatMap((events) => events.toReversed()), ...visits]);
    await publish(cases.flat()); // told twice
    await eventually(async () => expect(await figuresOf('2025-07')).toMatchObject(EXPECTED));
    await stack.sql('evaluation', 'select recount_figures()');
    expect(await figuresOf('2025-07')).toMatchObject(EXPECTED);
  });

  it('lie on the day that each was opened, delivered or made, and of a few visits nobody is told', async () => {
    expect(await figuresOf('2025-07-01')).toMatchObject({
      serviceCases: 0,
      askedLaterRate: { numerator: 1, denominator: 6 },
      homeVisits: 5,
    });
    expect(await figuresOf('2025-07-03')).toMatchObject({ serviceCases: 5, askedLaterRate: { denominator: 0 }, homeVisits: 0 });
    await publish(
      new Visit().ended('done').events.map((one) => ({ ...one, data: { ...one.data, visitedAt: '2025-08-01T02:00:00.000Z' } }) as Told),
    );
    await eventually(async () => expect(await figuresOf('2025-08')).toMatchObject({ homeVisits: null, withheld: ['homeVisits'] }));
  });

  it('of which something is taken back count as though it had never been, in whatever order that is heard and however often', async () => {
    const cases = ordersOf([0, 1, 2, 3]).map((order) => {
      const { events } = new Case().delivered().rated('satisfied').takenBack('rating').takenBack('delivery');
      return order.map((at) => events[at] as Told);
    });
    const again = cases.slice(0, 5).map((events) => [...events, ...events.filter(({ type }) => !type.includes('taken-back'))]);
    const back = (visit: Visit) =>
      visit.tell('intake.home-visit.taken-back.v1', { homeVisitId: visit.id, areaCode: AREA, at: AT, from: AT, until: LATER });
    const visits = [back(new Visit().ended('done')).events, back(new Visit().ended('done')).events.toReversed()];
    const stay = back(new Visit().ended('done')).ended('done').events;
    const told = [...cases.slice(5), ...again, ...visits, ...ordersOf(stay).slice(-1)];
    for (const events of told) await publish(events);
    const ids = [...cases, ...visits].map((events) => events[0]?.aggregate.id);
    const kept = async () =>
      (
        await stack.sql<{ n: number; counted: number }>(
          'evaluation',
          `select count(*)::int as n, count(*) filter (where delivered_at is not null or rated_at is not null or visited_at is not null
             or one_stop or alone or one_visit or in_time or satisfaction is not null)::int as counted
           from (select id, delivered_at, rated_at, null::timestamptz as visited_at, one_stop, alone, one_visit, in_time, satisfaction from service_case
             union all select id, null, null, visited_at, false, false, false, false, null from home_visit) t where id = any($1::uuid[])`,
          [ids],
        )
      )[0];
    await eventually(async () => expect(await kept()).toEqual({ n: cases.length + visits.length, counted: 0 }));
    const [visit] = await stack.sql('evaluation', 'select visited_at is not null as is from home_visit where id = $1', [
      stay[0]?.aggregate.id,
    ]);
    expect(visit).toEqual({ is: true });
  });

  it('lie where they go on when their area was retired, with outcomes and activities that are held, in whatever order that is heard', async () => {
    const [into, at, day] = ['300008001002', LATER, '2025-07-01'];
    const held = (id: string) => ({ activityId: id, kind: 'culture', areaCode: AREA, at: AT, startsAt: AT, attended: 3 }) as const;
    const plan = { startsAt: AT, endsAt: LATER, capacity: 9 };
    const outcome = (id: string) =>
      ({ activityOutcomeId: id, activityId: newId(), outcome: 'hired', occurredOn: day, areaCode: AREA, at: AT }) as const;
    const cases = [new Case().opened(), new Case().opened()].map((one) => {
      const [{ data }] = one.events as unknown as [{ data: { at: string } }];
      const { missing: _, ...of } = data as { missing?: number; at: string };
      return one.tell('intake.service-case.relocated.v1', { ...of, areaCode: into, at } as never).events;
    });
    const outcomes = [newId(), newId()].map(
      (id) =>
        new History(id)
          .tell('intake.activity-outcome.recorded.v1', outcome(id))
          .tell('intake.activity-outcome.relocated.v1', { ...outcome(id), areaCode: into, at }).events,
    );
    const activity = newId();
    const fair = new History(activity)
      .tell('intake.activity.held.v1', held(activity))
      .tell('intake.activity.relocated.v1', { activityId: activity, kind: 'culture', areaCode: into, at, ...plan, attended: 3 });
    const planned = newId(); // nobody has held it: it counts nowhere, and is no dead letter
    const ahead = { activityId: planned, kind: 'culture', areaCode: into, at, ...plan } as const;
    await publish(new History(planned).tell('intake.activity.relocated.v1', ahead as never).events);
    const inOrder = [cases[0], outcomes[0], fair.events].flatMap((events) => events ?? []);
    await publish([...inOrder, ...[cases[1], outcomes[1]].flatMap((events) => events?.toReversed() ?? [])]);
    const ids = [...cases, ...outcomes, fair.events].map((events) => events[0]?.aggregate.id);
    const areas = `select area_code as area from service_case where id = any($1::uuid[]) union all
      select area_code from activity_outcome where id = any($1::uuid[]) union all select area_code from activity where id = any($1::uuid[])`;
    await eventually(async () => {
      expect(await stack.sql('evaluation', areas, [ids])).toEqual(Array(5).fill({ area: into }));
    });
    expect(await stack.sql('evaluation', 'select 1 from activity where id = $1', [planned])).toEqual([]);
    expect(await stack.sql('evaluation', 'select 1 from dead_letter')).toEqual([]);
  });
});
