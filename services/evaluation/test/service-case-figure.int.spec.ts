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
    const inOrder = [cases[0], outcomes[0], fair.events].flatMap((events) => events ?? []);
    await publish([...inOrder, ...[cases[1], outcomes[1]].flatMap((events) => events?.toReversed() ?? [])]);
    const ids = [...cases, ...outcomes, fair.events].map((events) => events[0]?.aggregate.id);
    const areas = `select area_code as area from service_case where id = any($1::uuid[]) union all
      select area_code from activity_outcome where id = any($1::uuid[]) union all select area_code from activity where id = any($1::uuid[])`;
    await eventually(async () => {
      expect(await stack.sql('evaluation', areas, [ids])).toEqual(Array(5).fill({ area: into }));
    });
  });
});
