import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AREA, type Fixture, startIntake } from './fixture.js';

const RESIDENTS = '/api/intake/v1/residents';
const CONSENT = { consentOn: '2026-11-01', consentWay: 'written' };
interface Answer {
  id: string;
  code: string;
  risk: string;
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const resident = async () => (await f.clerk.post<Answer>(RESIDENTS, { name: '张秀英', areaCode: AREA, ...CONSENT })).body.id;
const enter = async (residentId: string, risk: string) =>
  (await f.clerk.post<Answer>('/api/intake/v1/key-persons', { residentId, kind: 'living-alone', risk })).body.id;
const merge = (id: string, mainResidentId: string) => f.clerk.post<Answer>(`${RESIDENTS}/${id}/merge`, { mainResidentId });
const splitOff = (id: string) => f.clerk.post<Answer>(`${RESIDENTS}/${id}/split-off`);

describe('residents who are looked after', () => {
  it('may be merged and split off at once: whoever comes too late is told that it is so already, and each is looked after once', async () => {
    const three = await Promise.all([resident(), resident(), resident()]);
    const [a, b, c] = three as [string, string, string];
    for (const id of three) await enter(id, 'key');
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all([merge(b, a), splitOff(b), merge(c, b), splitOff(c), merge(c, a), splitOff(b), splitOff(c)]);
      for (const { status, body } of answers)
        expect([200, 'intake.resident.transition_not_allowed', 'intake.resident.main_not_registered']).toContain(
          status === 200 ? status : body.code,
        );
    }
    for (const id of [c, b, c]) await splitOff(id);
    const open = await f.stack.sql<{ id: string }>('intake', `select resident_id as id from key_person where state <> 'left'`);
    expect(open.map(({ id }) => id).toSorted()).toEqual([...three].toSorted());
  });
});
