import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas } from '@zero-distance/testing';
import { History } from './history.js';
import type { Figures } from './story-truth.js';

const COMMUNITY = '300007001003';
const GRID = `${COMMUNITY}001`;
const AT = '2025-08-01T02:00:00.000Z';

type Outcome = EventData<'intake.knock.recorded.v1'>['outcome'];

/** A round whose list has some households of a grid, and some of none. */
class Round extends History {
  opened(inGrid: number, inNone: number): this {
    const grids = [
      { areaCode: GRID, targets: inGrid },
      { areaCode: COMMUNITY, targets: inNone },
    ];
    return this.tell('intake.round.opened.v1', {
      roundId: this.id,
      areaCode: COMMUNITY,
      at: AT,
      untilOn: '2025-08-31',
      openedAt: AT,
      grids,
    });
  }
}

/** A household on a list. */
class Door extends History {
  constructor(
    private readonly roundId: string,
    private readonly areaCode: string,
  ) {
    super();
  }

  knocked(outcome: Outcome): this {
    return this.tell('intake.knock.recorded.v1', this.of(outcome));
  }

  corrected(outcome: Outcome): this {
    return this.tell('intake.knock.corrected.v1', this.of(outcome));
  }

  private of(outcome: Outcome) {
    const knock = { knockId: newId(), outcome, counted: outcome, knocks: 1, knockedAt: AT, roundOpenedAt: AT, at: AT };
    return { targetId: this.id, roundId: this.roundId, areaCode: this.areaCode, ...knock };
  }
}

describe('the coverage of door-knocking', () => {
  let stack: TestStack;
  let leader: HttpClient;
  beforeAll(async () => {
    stack = await startTestStack({ services: ['evaluation'] });
    await tellAreas(stack, 'evaluation', [COMMUNITY, '300007001004']);
    leader = stack.http('evaluation', await stack.token({ scopes: ['evaluation:read'], roles: ['leader'] }));
  }, 60_000);
  afterAll(() => stack?.stop());

  const coverageOf = async (areaCode: string) =>
    (await leader.get<Figures>(`/api/evaluation/v1/figures?areaCode=${areaCode}&period=2025-08`)).body.knockCoverage;
  const tell = async (...told: readonly History[]) => {
    for (const { events } of told) for (const { type, aggregate, data } of events) await stack.publish(type, aggregate, data);
  };

  it('is the households where somebody was met among all of the frozen list, whatever their grid, in whatever order that is heard', async () => {
    const round = new Round().opened(6, 4);
    const met = Array.from({ length: 3 }, () => new Door(round.id, GRID).knocked('not-home').knocked('met'));
    const refused = new Door(round.id, GRID).knocked('refused');
    const elsewhere = new Door(round.id, COMMUNITY).knocked('met');
    const mistaken = new Door(round.id, COMMUNITY).knocked('met').corrected('wrong-address');
    await tell(...met, refused, elsewhere, mistaken, round);
    await tell(elsewhere, round); // told twice
    await eventually(async () => expect(await coverageOf(COMMUNITY)).toMatchObject({ numerator: 4, denominator: 10, rate: 0.4 }));
    await stack.sql('evaluation', 'select recount_figures()');
    expect(await coverageOf(COMMUNITY)).toMatchObject({ numerator: 4, denominator: 10 });
  });

  it('is none of an area in which no round was opened', async () => {
    expect(await coverageOf('300007001004')).toMatchObject({ numerator: 0, denominator: 0, rate: null });
  });
});
