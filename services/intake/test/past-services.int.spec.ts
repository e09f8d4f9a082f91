import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dateOf } from '@zero-distance/calendar';
import { bringIn, eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, startIntake } from './fixture.js';

const PASTS = '/api/intake/v1';
const IMPORTS = '/api/intake/v1/imports';
const CASE_HEAD =
  'reference,areaCode,itemCode,outcome,oneStop,askedLater,openedAt,dueAt,decidedAt,deliveredAt,oneVisit,alone,satisfaction,ratedAt';
const RATED = `${AREA},HF-04,delivered,true,false,2025-03-03 10:00,2025-03-10 17:00,2025-03-05 10:00,2025-03-06 10:00,true,true,satisfied,2025-03-07 10:00`;
const REFUSED = `${AREA},HF-04,refused,true,true,2025-03-04 10:00,,,,,,,`;
const VISIT_HEAD = 'reference,areaCode,cause,visitedAt';

let f: Fixture;
let importer: HttpClient;
beforeAll(async () => {
  f = await startIntake();
  const token = await f.stack.token({ clientId: 'importer', scopes: ['intake:import'], roles: ['importer'], area: '230903011' });
  importer = f.stack.http('intake', token);
}, 60_000);
afterAll(() => f?.stack.stop());

const past = (register: string, ...rows: string[]) => bringIn(importer, `${IMPORTS}?register=${register}`, rows);
const cases = (...rows: string[]) => past('past-service-cases', CASE_HEAD, ...rows);
const visits = (...rows: string[]) => past('past-home-visits', VISIT_HEAD, ...rows);
const told = (type: string, count: number) =>
  eventually(async () => {
    const events = (await f.stack.published()).filter((event) => event.type === `intake.${type}.imported.v1`);
    expect(events).toHaveLength(count);
    return events;
  });

describe('a service case of the time before', () => {
  it('is checked first, each fault by its row and column, and nothing is kept of the check', async () => {
    const rows = [
      CASE_HEAD,
      `BJ-1,${RATED}`,
      `BJ-2,${RATED.replace('2025-03-06', '2025-03-04')}`,
      `BJ-3,${REFUSED.replace(AREA, '110101001')}`,
    ];
    expect(await bringIn(importer, `${IMPORTS}?register=past-service-cases&dryRun=true`, rows)).toMatchObject({
      done: { created: 1, refused: 2 },
      faults: [
        [3, 'out_of_order'],
        [4, 'unknown'],
      ],
      places: [
        [3, 'J'],
        [4, 'B'],
      ],
    });
    expect(await f.stack.sql('intake', 'select 1 from past_service_case')).toEqual([]);
  });

  it('is brought in with its own times and rating, told once as version 1 without who applied, and nobody has to do anything', async () => {
    expect(await cases(`BJ-1,${RATED}`, `BJ-2,${REFUSED}`)).toMatchObject({ done: { created: 2, refused: 0 } });
    const events = await told('past-service-case', 2);
    expect(events.map(({ aggregateVersion }) => aggregateVersion)).toEqual([1, 1]);
    expect(events.map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        {
          ...{ pastServiceCaseId: expect.any(String), areaCode: AREA, itemCode: 'HF-04', at: expect.any(String) },
          ...{ openedAt: '2025-03-03T02:00:00.000Z', askedLater: false, oneStop: true, deliveredAt: '2025-03-06T02:00:00.000Z' },
          ...{ inTime: true, oneVisit: true, alone: true, ratedAt: '2025-03-07T02:00:00.000Z', satisfaction: 'satisfied' },
        },
        expect.objectContaining({ askedLater: true, deliveredAt: null, inTime: false, ratedAt: null, satisfaction: null }),
      ]),
    );
    expect(await f.stack.sql('intake', 'select 1 from service_case')).toEqual([]);
  });

  it('is brought in once: the same again changes nothing, and another past under its number is refused', async () => {
    expect(await cases(`BJ-1,${RATED}`)).toMatchObject({ done: { created: 0, unchanged: 1 } });
    expect(await cases(`BJ-1,${RATED.replace('satisfied', 'dissatisfied')}`)).toMatchObject({
      faults: [[2, 'differs']],
      places: [[2, 'M']],
    });
    await told('past-service-case', 2);
  });

  it('is refused to who does not import, and elsewhere', async () => {
    const said = {
      areaCode: OTHER_AREA,
      itemCode: 'HF-04',
      outcome: 'refused',
      oneStop: false,
      askedLater: false,
      openedAt: '2025-03-03T02:00:00Z',
    };
    const path = '/api/intake/v1/past-service-cases/BJ-9';
    expect((await importer.put(path, said)).status).toBe(403);
    expect((await f.clerk.put(path, { ...said, areaCode: AREA })).status).toBe(403);
  });
});

describe('a visit at home of the time before', () => {
  it('is brought in with its own time, told once without whom it was for, and once', async () => {
    const rows = [`SM-1,${AREA},elderly,2025-03-05 10:00`, `SM-2,${AREA},ill,2099-03-05 10:00`];
    expect(await visits(...rows)).toMatchObject({ done: { created: 1 }, faults: [[3, 'in_future']], places: [[3, 'D']] });
    expect(await visits(rows[0] as string)).toMatchObject({ done: { unchanged: 1 } });
    expect(await visits((rows[0] as string).replace('10:00', '10:01'))).toMatchObject({ faults: [[2, 'differs']] });
    const [event] = await told('past-home-visit', 1);
    expect(event?.data).toEqual({
      ...{ pastHomeVisitId: expect.any(String), areaCode: AREA, visitedAt: '2025-03-05T02:00:00.000Z', at: expect.any(String) },
    });
  });
});

describe('a grid of a door-knocking round of the time before', () => {
  it('is brought in with how many were on its list and met, told once, and once', async () => {
    const rows = [
      `QM-1,${AREA},2025-03-03 09:00,60,48`,
      `QM-2,${AREA},2025-03-03 09:00,60,61`,
      `QM-3,${AREA},2099-03-03 09:00,60,48`,
      `QM-4,${AREA},2025-03-03 09:00,60,60`,
    ];
    expect(await past('past-rounds', 'reference,areaCode,openedAt,doors,met', ...rows)).toMatchObject({
      ...{
        done: { created: 2, refused: 2 }, // all of them were met
        faults: [
          [3, 'more_met'],
          [4, 'in_future'],
        ],
        places: [
          [3, 'E'],
          [4, 'C'],
        ],
      },
    });
    expect(await past('past-rounds', 'reference,areaCode,openedAt,doors,met', rows[0] as string)).toMatchObject({ done: { unchanged: 1 } });
    const [event] = (await told('past-round', 2)).filter(({ data }) => (data as { met: number }).met === 48);
    expect(event?.data).toEqual({
      ...{
        pastRoundId: expect.any(String),
        areaCode: AREA,
        openedAt: '2025-03-03T01:00:00.000Z',
        doors: 60,
        met: 48,
        at: expect.any(String),
      },
    });
  });
});

describe('an activity of the time before, and what came of it', () => {
  const ACTIVITIES = 'reference,areaCode,kind,delivery,startsAt,attended';
  const OUTCOMES = 'reference,activity,outcome,occurredOn,followUp';

  it('is brought in with its own time and how many came, and what came of it for each by its number, where and not before it was', async () => {
    const activities = [
      `HD-1,${AREA},job-fair,,2025-03-05 09:00,48`,
      `HD-2,${AREA},five-delivery,skills,2025-03-06 09:00,20`,
      `HD-3,${AREA},job-fair,skills,2025-03-06 09:00,20`,
      `HD-4,${AREA},five-delivery,,2025-03-06 09:00,20`,
      `HD-5,${AREA},job-fair,,2099-03-06 09:00,20`,
    ];
    expect(await past('past-activities', ACTIVITIES, ...activities)).toMatchObject({
      ...{
        done: { created: 2, refused: 3 },
        faults: [
          [4, 'delivery_unfit'],
          [5, 'delivery_unfit'],
          [6, 'in_future'],
        ],
        places: [
          [4, 'D'],
          [5, 'D'],
          [6, 'E'],
        ],
      },
    });
    const outcomes = [
      'LY-1,HD-1,hired,2025-03-05,confirmed',
      'LY-2,HD-1,hired,2025-03-04,recorded',
      'LY-3,HD-9,hired,2025-03-06,lost',
      'LY-4,HD-1,hired,2099-03-06,lost',
      `LY-5,HD-1,trained,${dateOf(new Date())},recorded`, // today
    ];
    expect(await past('past-activity-outcomes', OUTCOMES, ...outcomes)).toMatchObject({
      ...{
        done: { created: 2 },
        faults: [
          [3, 'before_activity'],
          [4, 'no_activity'],
          [5, 'in_future'],
        ],
        places: [
          [3, 'D'],
          [4, 'B'],
          [5, 'D'],
        ],
      },
    });
    expect((await told('past-activity', 2)).map(({ data }) => data)).toEqual(
      expect.arrayContaining([
        {
          ...{ pastActivityId: expect.any(String), areaCode: AREA, kind: 'job-fair', startsAt: '2025-03-05T01:00:00.000Z' },
          ...{ attended: 48, at: expect.any(String) },
        },
        expect.objectContaining({ kind: 'five-delivery', delivery: 'skills' }),
      ]),
    );
    const [outcome] = (await told('past-activity-outcome', 2)).filter(({ data }) => (data as { outcome: string }).outcome === 'hired');
    expect(outcome?.data).toEqual({
      ...{ pastActivityOutcomeId: expect.any(String), areaCode: AREA, outcome: 'hired', occurredOn: '2025-03-05' },
      ...{ followUp: 'confirmed', at: expect.any(String) },
    });
  });

  it('had no outcome for more people than came, whatever a slip in its number says', async () => {
    await past('past-activities', ACTIVITIES, `HD-70,${AREA},job-fair,,2025-03-05 09:00,1`, `HD-71,${AREA},job-fair,,2025-03-05 09:00,0`);
    const rows = ['LY-70,HD-70,hired', 'LY-71,HD-70,hired', 'LY-72,HD-70,trained', 'LY-73,HD-71,hired'].map(
      (row) => `${row},2025-03-06,recorded`,
    );
    expect(await past('past-activity-outcomes', OUTCOMES, ...rows)).toMatchObject({
      done: { created: 2 },
      faults: [
        [3, 'more_than_came'],
        [5, 'more_than_came'],
      ],
    });
    expect(await past('past-activity-outcomes', OUTCOMES, rows[0] as string)).toMatchObject({ done: { unchanged: 1 } });
    await past('past-activities', ACTIVITIES, `HD-72,${AREA},job-fair,,2025-03-05 09:00,3`);
    const said = { activity: 'HD-72', outcome: 'hired', occurredOn: '2025-03-06', followUp: 'recorded' };
    const put = (n: number) => importer.put<{ code?: string }>(`${PASTS}/past-activity-outcomes/LY-72-${n}`, said);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => put(n)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ body }) => body.code === 'intake.past_activity_outcome.more_than_came')).toHaveLength(7);
  });

  it('is brought in once', async () => {
    expect(await past('past-activities', ACTIVITIES, `HD-1,${AREA},job-fair,,2025-03-05 09:00,49`)).toMatchObject({
      faults: [[2, 'differs']],
    });
    expect(await past('past-activity-outcomes', OUTCOMES, 'LY-1,HD-1,hired,2025-03-05,confirmed')).toMatchObject({
      done: { unchanged: 1 },
    });
    expect(await past('past-activity-outcomes', OUTCOMES, 'LY-1,HD-1,hired,2025-03-05,lost')).toMatchObject({ faults: [[2, 'differs']] });
  });

  it('is brought in by who imports where it was, also what came of it: the number of an activity elsewhere opens no door', async () => {
    const token = await f.stack.token({ clientId: 'of-the-district', scopes: ['intake:import'], roles: ['importer'], area: '230903' });
    const everywhere = f.stack.http('intake', token);
    const activity = { areaCode: OTHER_AREA, kind: 'job-fair', startsAt: '2025-03-05T01:00:00Z', attended: 3 };
    expect((await everywhere.put(`${PASTS}/past-activities/HD-60`, activity)).status).toBe(200);
    const outcome = { activity: 'HD-60', outcome: 'hired', occurredOn: '2025-03-05', followUp: 'confirmed' };
    const path = `${PASTS}/past-activity-outcomes/LY-60`;
    const { status, body } = await importer.put<{ errors: object[] }>(path, outcome);
    expect([status, body.errors]).toMatchObject([403, [{ pointer: '/activity' }]]);
    expect((await everywhere.put(path, outcome)).status).toBe(200);
  });
});

describe('what is brought along from the time before', () => {
  it('is there once, however many bring it along at once: the same is the same one, and another is refused', async () => {
    const round = { areaCode: AREA, openedAt: '2025-03-03T01:00:00Z', doors: 60 };
    const put = (met: number) => importer.put<{ code?: string }>(`${PASTS}/past-rounds/QM-70`, { ...round, met });
    const answers = await Promise.all([48, 48, 48, 47, 47, 47, 46, 46].map(put));
    const came = new Set(answers.map(({ status, body }) => body.code ?? status));
    expect(came).toEqual(new Set([200, 'intake.past_round.differs']));
    expect(await f.stack.sql('intake', `select 1 from past_round where past_reference = 'QM-70'`)).toHaveLength(1);
  });

  it('is known by nobody’s number: a list that was kept by identity or telephone numbers is refused with the fix, and nothing of it is kept', async () => {
    const [id, mobile] = ['230903195503120017', '13800001235'];
    const visit = `${AREA},disabled,2025-03-05 10:00`;
    expect(await visits(`${id},${visit}`, `KP-${mobile},${visit}`, `SM-90,${visit}`)).toMatchObject({
      done: { created: 1, refused: 2 },
      faults: [
        [2, 'personal_data'],
        [3, 'personal_data'],
      ],
      places: [
        [2, 'A'],
        [3, 'A'],
      ],
    });
    expect(await cases(`BJ-91,${RATED.replace('HF-04', mobile)}`)).toMatchObject({ faults: [[2, 'personal_data']], places: [[2, 'C']] });
    const kept = await f.stack.sql(
      'intake',
      'select past_reference, null as faults from past_home_visit union all select key, faults::text from import_row',
    );
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${id}|${mobile}`));
    expect(JSON.stringify(kept)).toContain('A-1');
  });
});
