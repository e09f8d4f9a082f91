import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas } from '@zero-distance/testing';
import { History } from './history.js';
import type { Figures } from './story-truth.js';

const COMMUNITY = '300007001005';
const NEIGHBOUR = '300007001006';
const OF_NOBODY = '300007001007';
/** Of one day in Shanghai, which is the one before elsewhere. */
const NIGHT = '2025-07-31T16:30:00.000Z';
const AT = '2025-08-09T01:00:00.000Z';

type Step = 'confirmed' | 'lost' | 'withdrawn' | 'overdue' | 'left-open';

class Activity extends History {
  constructor(private readonly areaCode = COMMUNITY) {
    super();
  }

  announced(): this {
    const planned = { startsAt: NIGHT, endsAt: AT, capacity: 60 };
    return this.tell('intake.activity.announced.v1', { ...this.brief(), ...planned });
  }

  held(): this {
    return this.tell('intake.activity.held.v1', { ...this.brief(), startsAt: NIGHT, attended: 0 });
  }

  ended(how: 'closed' | 'expired', attended: number): this {
    return this.tell(`intake.activity.${how}.v1`, { ...this.brief(), startsAt: NIGHT, attended });
  }

  /** What came of it for somebody, and what was heard of that since. */
  outcome(outcome: EventData<'intake.activity-outcome.recorded.v1'>['outcome'], ...steps: readonly Step[]): History {
    const history = new History();
    const { areaCode, id: activityId } = this;
    const data = { activityOutcomeId: history.id, activityId, outcome, occurredOn: '2025-08-02', areaCode, at: AT };
    history.tell('intake.activity-outcome.recorded.v1', data);
    for (const step of steps) history.tell(`intake.activity-outcome.${step}.v1`, data);
    return history;
  }

  private brief() {
    return { activityId: this.id, kind: 'job-fair' as const, areaCode: this.areaCode, at: AT };
  }
}

describe('the figures of activities', () => {
  let stack: TestStack;
  let leader: HttpClient;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['evaluation'] });
    await tellAreas(stack, 'evaluation', [COMMUNITY, NEIGHBOUR, OF_NOBODY]);
    leader = stack.http('evaluation', await stack.token({ scopes: ['evaluation:read'], roles: ['leader'] }));
  }, 60_000);
  afterAll(() => stack?.stop());

  const figuresOf = async (areaCode: string, period = '2025-08') => {
    const { body } = await leader.get<Figures>(`/api/evaluation/v1/figures?areaCode=${areaCode}&period=${period}`);
    const { activitiesHeld, activityAttendances, hires, hiresKeptRate } = body;
    return { held: activitiesHeld, came: activityAttendances, hires, kept: hiresKeptRate };
  };
  const tell = async (...told: readonly History[]) => {
    for (const { events } of told) for (const { type, aggregate, data } of events) await stack.publish(type, aggregate, data);
  };

  it('count those that were held on the day that they began, whoever came, and hires but what was recorded by mistake', async () => {
    const fair = new Activity().announced().held().ended('closed', 48);
    const forgotten = new Activity().announced().held().ended('expired', 2);
    const hires = [
      fair.outcome('hired'),
      fair.outcome('hired', 'overdue', 'confirmed'),
      fair.outcome('hired', 'confirmed'),
      fair.outcome('hired', 'lost'),
      fair.outcome('hired', 'overdue', 'left-open'), // nobody asked: in no rate
    ];
    await tell(fair, forgotten, new Activity().announced(), ...hires, fair.outcome('hired', 'withdrawn'), fair.outcome('interview'));
    await tell(fair, ...hires); // told twice
    const counted = { held: 2, came: 50, hires: 5, kept: expect.objectContaining({ numerator: 2, denominator: 3 }) };
    await eventually(async () => expect(await figuresOf(COMMUNITY)).toEqual(counted));
    expect(await figuresOf(COMMUNITY, '2025-08-01')).toMatchObject({ held: 2, came: 50, hires: 0 });
    expect(await figuresOf(COMMUNITY, '2025-08-02')).toMatchObject({ held: 0, came: 0, hires: 5 });
    await stack.sql('evaluation', 'select recount_figures()');
    expect(await figuresOf(COMMUNITY)).toEqual(counted);
  });

  it('are the same in whatever order it is heard', async () => {
    const fair = new Activity(NEIGHBOUR).held().ended('closed', 7);
    const [kept, mistaken] = [fair.outcome('hired', 'confirmed'), fair.outcome('hired', 'withdrawn')];
    for (const { events } of [mistaken, kept, fair])
      for (const { type, aggregate, data } of events.toReversed()) await stack.publish(type, aggregate, data);
    const counted = { held: 1, came: 7, hires: 1, kept: expect.objectContaining({ numerator: 1, denominator: 1 }) };
    await eventually(async () => expect(await figuresOf(NEIGHBOUR)).toEqual(counted));
  });

  it('are none of an area in which nothing was held', async () => {
    expect(await figuresOf(OF_NOBODY)).toMatchObject({ held: 0, came: 0, hires: 0, kept: { denominator: 0, rate: null } });
  });
});
