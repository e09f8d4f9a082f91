import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { EventType } from '@zero-distance/contracts';
import { FIGURE_DEFINITIONS } from './figure/figure.definition.js';

/** By which event the time before fills what figures count: of each table, the one that brings its rows along. */
const PAST_OF: Readonly<Record<string, EventType>> = {
  request: 'intake.request.imported.v1',
  work_order: 'intake.request.imported.v1', // a past request says of its due time and its answer what its order says of others
  callback: 'evaluation.callback.imported.v1', // of this very service; of ordered services, too, which are requests
  mediation_case: 'case-mediation.case.imported.v1',
  visit: 'inspection.visit.imported.v1',
  hazard: 'inspection.hazard.imported.v1',
  hotline_call: 'intake.past-call.imported.v1', // those that nobody answered, too
  reception_day: 'intake.reception-day.imported.v1',
  care_visit: 'intake.past-care.imported.v1',
  care_person: 'intake.past-care.imported.v1',
  door_list: 'intake.past-round.imported.v1',
  door: 'intake.past-round.imported.v1',
  service_case: 'intake.past-service-case.imported.v1',
  home_visit: 'intake.past-home-visit.imported.v1',
  point_use: 'intake.service-point.used.v1', // said of a day of its own, and brought in by file as any other
  activity: 'intake.past-activity.imported.v1',
  activity_outcome: 'intake.past-activity-outcome.imported.v1',
};

const source = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

describe('the time before', () => {
  const counted = FIGURE_DEFINITIONS.flatMap(({ sql }) =>
    [...sql.matchAll(/function contribution\(\w+ (\w+)\)/g)].map(([, table]) => table),
  );

  it('comes along of everything that a figure counts', () => {
    expect(Object.keys(PAST_OF).sort()).toEqual(counted.sort());
  });

  it('is heard of by evaluation, which tells of its own callbacks itself', () => {
    const heard = [...(source('./past-events.ts') + source('./events.ts')).matchAll(/@OnEvent\(([^)]+)\)/g)]
      .map(([, types]) => types)
      .join();
    const unheard = Object.values(PAST_OF).filter((type) => !heard.includes(`'${type}'`));
    expect(unheard).toEqual(['evaluation.callback.imported.v1']);
  });
});
