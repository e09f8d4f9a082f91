import { describe, expect, it } from '@jest/globals';
import { DAY_MS } from '@zero-distance/kernel';
import { type Request, UNTOUCHED } from '../request/request.js';
import { ANSWERED_STATES, checkMain, isUrgencyToJudge, repliedWithMain } from './merging.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);
const request = (changes: Partial<Request> = {}): Request => ({
  ...UNTOUCHED,
  id: 'a',
  number: 'N-A',
  state: 'received',
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010203',
  areaCode: '230903011001',
  place: null,
  point: null,
  title: '路灯不亮',
  text: '三天不亮',
  urgency: 'normal',
  upstreamReference: null,
  upstreamSystem: null,
  confidential: false,
  publishable: true,
  callbackPossible: true,
  receivedAt: daysAgo(1),
  registeredBy: null,
  reportedBy: null,
  complainedAbout: null,
  recusedOrganisations: null,
  foundBy: null,
  service: null,
  residentId: null,
  barredOrganisationIds: null,
  barredAccountIds: null,
  ...changes,
});
const main = (changes: Partial<Request> = {}) => request({ id: 'm', number: 'N-M', state: 'dispatched', ...changes });
const refusalOf = (one: Request, other: Request, mainOfMain?: string) =>
  checkMain(one, other, { mainOfMain, losesFinder: false, days: 7, now: NOW })?.code;

describe('a request may be merged', () => {
  it.each<[string, Partial<Request>]>([
    ['into one that is worked on', { state: 'dispatched' }],
    ['into one that nobody has yet', { state: 'received' }],
    ['into one that is in mediation', { state: 'mediating' }],
    ['into one that is handled again', { state: 'reopened', round: 2 }],
    ['into one that was answered, however long its callback takes', { state: 'replied', publicAnswer: '已修复', repliedAt: daysAgo(30) }],
    ['into one that was closed within the window', { state: 'closed', publicAnswer: '已修复', closedAt: daysAgo(7) }],
    ['into one that was answered on the spot within the window', { state: 'answered', publicAnswer: '已解释', repliedAt: daysAgo(7) }],
  ])('%s', (_, changes) => expect(refusalOf(request(), main(changes))).toBeUndefined());

  it('into one that recuses everybody whom it recuses, and others besides', () => {
    const barred = { barredOrganisationIds: ['o1'], barredAccountIds: ['a1'] };
    expect(refusalOf(request(barred), main({ barredOrganisationIds: ['o2', 'o1'], barredAccountIds: ['a1'] }))).toBeUndefined();
  });
});

describe('a request may not be merged', () => {
  it.each<[string, Partial<Request>, string]>([
    ['into itself', { id: 'a' }, 'main_is_itself'],
    ['into one that is merged itself', { state: 'merged' }, 'main_is_merged'],
    ['into a part of another', { parentId: 'w' }, 'main_is_a_part'],
    ['into one that was declined', { state: 'declined', publicAnswer: '请向法院咨询' }, 'main_has_no_answer_to_share'],
    ['into one that was withdrawn', { state: 'withdrawn' }, 'main_has_no_answer_to_share'],
    ['into one that was sent elsewhere', { state: 'redirected', publicAnswer: '已转12345' }, 'main_has_no_answer_to_share'],
    ['into one of the time before that has no answer', { state: 'closed', closedAt: NOW }, 'main_has_no_answer_to_share'],
    ['into one answered on the spot whose answer is not public', { state: 'answered', repliedAt: NOW }, 'main_has_no_answer_to_share'],
    [
      'into one whose words were erased',
      { state: 'closed', publicAnswer: '已修复', closedAt: NOW, erasedAt: NOW },
      'main_has_no_answer_to_share',
    ],
    [
      'into one that was closed before the window',
      { state: 'closed', publicAnswer: '已修复', closedAt: daysAgo(7.01) },
      'main_ended_long_ago',
    ],
    [
      'into one answered on the spot before the window',
      { state: 'answered', publicAnswer: '已解释', repliedAt: daysAgo(8) },
      'main_ended_long_ago',
    ],
  ])('%s', (_, changes, code) => expect(refusalOf(request(), main(changes))).toBe(`intake.request.${code}`));

  it.each<[string, Partial<Request>]>([
    ['an organisation', { barredOrganisationIds: ['o1'] }],
    ['an account', { barredAccountIds: ['a1'] }],
  ])('into one that does not recuse %s that it complains about or recuses', (_, barred) => {
    expect(refusalOf(request(barred), main({ barredOrganisationIds: ['o2'], barredAccountIds: ['a2'] }))).toBe(
      'intake.request.main_recuses_fewer',
    );
    expect(refusalOf(request(barred), main())).toBe('intake.request.main_recuses_fewer');
  });

  it('into a merged one, and is told the main request of that', () => {
    const refusal = checkMain(request(), main({ state: 'merged' }), { mainOfMain: 'top', losesFinder: false, days: 7, now: NOW });
    expect(refusal?.text('en')).toContain('merge into its main request, top');
  });

  it.each<[string, Partial<Request>]>([
    ['is a part', { parentId: 'w' }],
    ['is merged', { state: 'merged' }],
    ['has no answer to share', { state: 'withdrawn' }],
    ['ended long ago', { state: 'closed', publicAnswer: '已修复', closedAt: daysAgo(8) }],
  ])('into a main request that %s: the refusal names it by its number, and the field that named it', (_, changes) => {
    const refusal = checkMain(request(), main(changes), { mainOfMain: undefined, losesFinder: false, days: 7, now: NOW });
    expect([refusal?.text('en'), refusal?.text('zh-CN'), refusal?.pointer]).toEqual([
      expect.stringContaining('N-M'),
      expect.stringContaining('N-M'),
      '/mainRequestId',
    ]);
  });
});

it('How urgent the main request is has to be judged again where a more urgent one is merged into it, unless that is answered', () => {
  const judged = (said: Request['urgency'], state: Request['state'] = 'dispatched') =>
    isUrgencyToJudge(request({ urgency: said }), main({ urgency: 'normal', state }));
  expect([judged('life-safety'), judged('utilities'), judged('normal'), judged('complex')]).toEqual([true, true, false, false]);
  expect(judged('life-safety', 'replied')).toBe(false);
});

it('A main request has an answer for all who asked once it was answered, declined or sent elsewhere, and in no other state', () => {
  expect([...ANSWERED_STATES].sort()).toEqual(['answered', 'closed', 'declined', 'redirected', 'replied']);
});

describe('the answer of the main request', () => {
  const answered = main({
    state: 'replied',
    answeredBy: 'dispatch',
    workOrderId: 'w',
    organisationId: 'o',
    publicAnswer: '已修复',
    repliedAt: daysAgo(0.5),
  });
  const member = request({ state: 'merged', round: 2 });

  it('is that of the merged one, in the round that this is in, and counts from when it was given', () => {
    const { before, after, event } = repliedWithMain(member, answered, daysAgo(1), NOW);
    expect([before.state, event]).toEqual(['merged', 'intake.request.replied-with-main.v1']);
    expect(after).toMatchObject({
      id: 'a',
      state: 'replied',
      round: 2,
      mainRequestId: 'm',
      answeredBy: 'dispatch',
      workOrderId: 'w',
      organisationId: 'o',
      publicAnswer: '已修复',
      repliedAt: daysAgo(0.5),
    });
  });

  it('counts from now for who was merged after it: nobody was answered before they were heard', () => {
    expect(repliedWithMain(member, answered, NOW, NOW).after.repliedAt).toEqual(NOW);
  });

  it('counts from now where it was declined, which has no time of an answer', () => {
    const declined = main({ state: 'declined', answeredBy: 'intake', publicAnswer: '请向法院咨询' });
    expect(repliedWithMain(member, declined, daysAgo(1), NOW).after).toMatchObject({
      repliedAt: NOW,
      answeredBy: 'intake',
      workOrderId: null,
    });
  });
});
