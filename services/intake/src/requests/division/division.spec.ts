import { describe, expect, it } from '@jest/globals';
import { canBeHandledAgain } from '../request/part.js';
import { type Request, UNTOUCHED } from '../request/request.js';
import { answeredInParts, checkParts, type PartFacts, partOf } from './division.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const EARLIER = new Date('2026-11-20T02:00:00Z');
const WHOLE: Request = {
  ...UNTOUCHED,
  id: 'w',
  number: '230903011001-261120-000417',
  state: 'dispatched',
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: '230903011001',
  place: '学府社区3号楼前',
  point: { type: 'Point', coordinates: [131.0159, 45.7712] },
  title: '路灯、垃圾和漏水',
  text: '三件事',
  urgency: 'utilities',
  upstreamReference: 'U-1',
  upstreamSystem: 'hotline-12345',
  confidential: false,
  publishable: true,
  callbackPossible: true,
  receivedAt: EARLIER,
  registeredBy: 'o0',
  reportedBy: 'a0',
  complainedAbout: ['housing-bureau'],
  recusedOrganisations: null,
  foundBy: null,
  service: null,
  residentId: null,
  barredOrganisationIds: ['o1'],
  barredAccountIds: ['a1'],
  workOrderId: 'order',
  version: 4,
};
const input = (changes: Partial<PartFacts> = {}): PartFacts => ({
  kind: 'complaint',
  categoryCode: '010204',
  title: '路灯不亮',
  text: '三天不亮',
  ...changes,
});
const part = (place: number, changes: Partial<Request> = {}): Request => ({
  ...partOf(WHOLE, input(), place, NOW),
  state: 'replied',
  publicAnswer: `答复${place}`,
  repliedAt: NOW,
  ...changes,
});

describe('a part', () => {
  it('has its own matter, and the number of the whole with its place behind it', () => {
    expect(partOf(WHOLE, input({ kind: 'dispute', urgency: 'normal' }), 2, NOW)).toMatchObject({
      number: '230903011001-261120-000417-2',
      parentId: 'w',
      state: 'received',
      kind: 'dispute',
      categoryCode: '010204',
      title: '路灯不亮',
      urgency: 'normal',
      workOrderId: null,
      version: 1,
      round: 1,
    });
  });

  it('has what the whole has where nothing else was said, but for the number of another platform', () => {
    const { areaCode, place, point, urgency } = WHOLE;
    const begun = partOf(WHOLE, input(), 1, NOW);
    expect(begun).toMatchObject({ areaCode, place, point, urgency, upstreamReference: null, upstreamSystem: null });
  });

  it('is hidden from whom the whole is hidden from', () => {
    const { complainedAbout, barredOrganisationIds, barredAccountIds, registeredBy, reportedBy } = WHOLE;
    const kept = { complainedAbout, barredOrganisationIds, barredAccountIds, registeredBy, reportedBy };
    expect(partOf({ ...WHOLE, confidential: true }, input(), 1, NOW)).toMatchObject({ ...kept, confidential: true, publishable: false });
  });

  it('in another area does not lie where the whole does', () => {
    expect(partOf(WHOLE, input({ areaCode: '230903012001' }), 1, NOW)).toMatchObject({
      areaCode: '230903012001',
      place: null,
      point: null,
    });
    expect(partOf(WHOLE, input({ areaCode: '230903012001', place: '运销街' }), 1, NOW).place).toBe('运销街');
  });

  it('waits since the whole was taken in; of one that is handled again, from now', () => {
    expect(partOf(WHOLE, input(), 1, NOW).receivedAt).toEqual(EARLIER);
    expect(partOf({ ...WHOLE, round: 2 }, input(), 1, NOW).receivedAt).toEqual(NOW);
  });

  it('that reports somebody is not for the public', () => expect(partOf(WHOLE, input({ kind: 'report' }), 1, NOW).publishable).toBe(false));

  it.each<[Request['state'], boolean]>([
    ['replied', true],
    ['closed', true],
    ['answered', true],
    ['declined', true],
    ['withdrawn', false],
    ['redirected', false],
    ['dispatched', false],
  ])('that is %s can be handled again: %s', (state, can) => {
    expect(canBeHandledAgain(part(1, { state }))).toBe(can);
    expect(canBeHandledAgain(part(1, { state, erasedAt: NOW }))).toBe(false);
  });
});

describe('a request', () => {
  const refusal = (parts: PartFacts[]) => checkParts(WHOLE, parts, 3)?.code;

  it('is divided into two parts of its own kind, or into one of another', () => {
    expect(refusal([input(), input()])).toBeUndefined();
    expect(refusal([input({ kind: 'dispute' })])).toBeUndefined();
  });
  it('is not divided into one part of its own kind', () => expect(refusal([input()])).toBe('intake.request.one_part_is_no_division'));
  it('is not divided into more parts than the policy says', () => {
    expect(refusal([input(), input(), input()])).toBeUndefined();
    expect(refusal([input(), input(), input(), input()])).toBe('intake.request.too_many_parts');
  });
});

describe('a divided request of which no part is open', () => {
  const divided: Request = { ...WHOLE, state: 'divided', workOrderId: null };

  it('has the answers of its parts, and waits for one callback about those that can be handled again', () => {
    const parts = [
      part(1, { repliedAt: EARLIER }),
      part(2, { state: 'withdrawn', publicAnswer: null }),
      part(3, { state: 'declined', publicAnswer: '请向法院咨询', repliedAt: null }),
      part(4, { state: 'redirected', publicAnswer: null, repliedAt: null, emergencyNumber: '119' }),
      part(10),
    ];
    const { after, event } = answeredInParts(divided, parts, NOW);
    expect(event).toBe('intake.request.replied-in-parts.v1');
    expect(after).toMatchObject({ state: 'replied', answeredBy: 'parts', repliedAt: NOW, publishable: true });
    expect(after.publicAnswer?.split('\n').map((line) => line.slice(0, 12))).toEqual([
      '分项1：答复1',
      '分项2：诉求人已撤回。',
      '分项3：请向法院咨询',
      '分项4：您反映的是火情或',
      '分项10：答复10',
    ]);
    expect(after.parts?.map(({ number }) => number.slice(WHOLE.number.length))).toEqual(['-1', '-3', '-10']);
  });

  it('is answered when its last part was, also of an earlier round', () => {
    expect(answeredInParts(divided, [part(1, { state: 'closed', repliedAt: EARLIER })], NOW).after.repliedAt).toEqual(EARLIER);
  });

  it('is declined when each part was, and withdrawn when each was', () => {
    const declined = part(1, { state: 'declined', publicAnswer: '请向法院咨询', repliedAt: null });
    const withdrawn = part(2, { state: 'withdrawn', publicAnswer: null });
    expect(answeredInParts(divided, [declined, withdrawn], NOW)).toMatchObject({
      event: 'intake.request.declined.v1',
      reasonCode: 'other',
      after: { state: 'declined', publicAnswer: '分项1：请向法院咨询\n分项2：诉求人已撤回。' },
    });
    expect(answeredInParts(divided, [withdrawn], NOW)).toMatchObject({
      event: 'intake.request.withdrawn.v1',
      after: { state: 'withdrawn' },
    });
  });

  it('is not for the public when a part is not', () => {
    expect(answeredInParts(divided, [part(1), part(2, { publishable: false })], NOW).after.publishable).toBe(false);
    const withdrawn = part(2, { publishable: false, state: 'withdrawn' });
    expect(answeredInParts(divided, [part(1), withdrawn], NOW).after.publishable).toBe(true);
  });
});
