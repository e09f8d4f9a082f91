import { describe, expect, it } from '@jest/globals';
import { EVENTS, type EventType } from '@zero-distance/contracts';
import { ROLES } from '@zero-distance/kernel';
import { MATTER_NOUNS, TOLD_TYPES, toldData, toldFields, treatmentOf } from './feed.js';
import { nounsFor } from './feed-scope.js';
import { type Matter, matterAfter, movedTo } from './matter.js';

const FREE_TEXT = /(?:text|publicAnswer|name|note|title)$/i;

describe('what leaves of an event', () => {
  it.each(TOLD_TYPES)('of %s is ids, codes, times and counts, and says for whom something is hidden of nobody', (type) => {
    const fields = toldFields(type);
    expect(fields.length).toBeGreaterThan(2);
    expect(fields.filter((name) => FREE_TEXT.test(name) || name.startsWith('barred'))).toEqual([]);
    expect(fields).toContain('areaCode');
  });

  it('is nothing sealed, no word of anybody, and no field that this version does not know', () => {
    const type = 'intake.request.registered.v1';
    const data = {
      ...EVENTS[type].example,
      sealedText: 'k1:AAAA',
      barredAccountIds: ['zhang'],
      fileIds: ['0190a5c0-7c1e-7000-8000-000000000009'],
      more: 1,
    };
    expect(toldData(type, data)).toEqual({ ...EVENTS[type].example, fileIds: data.fileIds });
    expect(toldData('intake.request.replied.v1', EVENTS['intake.request.replied.v1'].example)).not.toHaveProperty('publicAnswer');
    expect(toldData('intake.request.shelved.v9', { text: 'words' })).toEqual({});
  });

  it('is not told of accesses, accounts, registers and dead letters; of a type that is not known it is counted, as a matter that nobody hears of', () => {
    const unheard = MATTER_NOUNS.filter((noun) =>
      /\.(access|account|area|category|dead-letter|erasure|holiday|organisation|webhook)$/.test(noun),
    );
    expect([MATTER_NOUNS.includes('intake.request'), unheard]).toEqual([true, []]);
    expect((Object.keys(EVENTS) as EventType[]).filter((type) => type.includes('.access.')).map((type) => treatmentOf(type).as)).toEqual(
      Array(6).fill('left-out'),
    );
    expect(treatmentOf('intake.nobody-knows.entered.v1')).toEqual({ as: 'matter' });
    expect(treatmentOf('intake.resident.registered.v1')).toEqual({ as: 'left-out' });
  });

  it('is nothing of key persons, of whom only staff is told: no webhook, stream or feed can ask for them', () => {
    expect(treatmentOf('intake.key-person.overdue.v1')).toMatchObject({ as: 'matter' });
    expect(TOLD_TYPES.filter((type) => type.startsWith('intake.key-person'))).toEqual([]);
  });
});

describe('who may hear of a matter', () => {
  const id = 'request-1';
  const registered = EVENTS['intake.request.registered.v1'].example;
  const dispatched = EVENTS['dispatch.work-order.dispatched.v1'].example;
  const after = (...tellings: [type: EventType, more?: object][]): Matter | undefined =>
    tellings.reduce<Matter | undefined>(
      (matter, [type, more]) => matterAfter(matter, id, { type, data: { ...EVENTS[type].example, ...more } }),
      undefined,
    );

  it('is not known before it was told whether it is confidential, and so nobody', () => {
    expect(after(['dispatch.work-order.dispatched.v1'])).toBeUndefined();
    expect(after(['intake.request.dispatched.v1'])).toBeUndefined();
    expect(after(['case-mediation.case.applied.v1'])).toBeUndefined();
    expect(after(['evaluation.callback.opened.v1'])).toBeUndefined();
    expect(after(['case-mediation.case.applied.v1', { requestId: null }])).toMatchObject({ withheld: false });
  });

  it('is nobody when it is confidential, and stays so', () => {
    expect(
      after(['intake.request.registered.v1', { confidential: true }], ['intake.request.replied.v1', { confidential: false }]),
    ).toMatchObject({
      withheld: true,
    });
  });

  it('are, of a supervision order and of a whistle, those whom none of its orders is hidden from: each step says so anew', () => {
    for (const noun of ['dispatch.supervision-order', 'dispatch.whistle'] as const) {
      const first = noun === 'dispatch.whistle' ? 'dispatch.whistle.called.v1' : 'dispatch.supervision-order.opened.v1';
      expect(after([first])).toMatchObject({ withheld: false, barredAccountIds: [] });
      const corrected = { barredAccountIds: ['li'], barredOrganisationIds: [id] };
      expect(after([first], [`${noun}.corrected.v1`, corrected])).toMatchObject({ ...corrected, withheld: false });
      expect(after([first], [`${noun}.corrected.v1`, { confidential: true }], [first])).toMatchObject({ withheld: true });
    }
  });

  it('are nobody, of a supervision order told by a release that did not say whom it is hidden from', () => {
    expect(after(['dispatch.supervision-order.opened.v1', { confidential: undefined }])).toBeUndefined();
  });

  it('are the organisations that have its order, until it is returned or ended', () => {
    const given = after(['intake.request.registered.v1'], ['dispatch.work-order.dispatched.v1', { coOrganisationIds: ['co'] }]);
    expect(given?.organisationIds).toEqual([dispatched.leadOrganisationId, 'co']);
    const returned = matterAfter(given, id, {
      type: 'dispatch.work-order.returned.v1',
      data: EVENTS['dispatch.work-order.returned.v1'].example,
    });
    expect(returned?.organisationIds).toEqual([]);
  });

  it('are never those that it is hidden from, and no later event that names none takes that back', () => {
    const barred = { barredOrganisationIds: ['bureau'], barredAccountIds: ['zhang'] };
    const matter = after(['intake.request.registered.v1', barred], ['intake.request.replied.v1', { organisationId: 'other' }]);
    expect(matter).toEqual({
      id,
      number: registered.number,
      withheld: registered.confidential,
      organisationIds: ['other'],
      barredOrganisationIds: ['bureau'],
      barredAccountIds: ['zhang'],
      areas: {},
    });
  });

  it('have lost it in the area that something of it leaves, and as an organisation that has it no more; of what stays nobody has', () => {
    const given = after(['intake.request.registered.v1'], ['dispatch.work-order.dispatched.v1', { coOrganisationIds: ['co'] }]) as Matter;
    const here = movedTo(undefined, given, 'order', '230903001').matter;
    expect(here.areas).toEqual({ order: '230903001' });
    expect(movedTo(here, here, 'order', '230903001')).toEqual({ matter: here, left: undefined });
    expect(movedTo(here, here, 'order', '')).toEqual({ matter: here, left: undefined });
    expect(movedTo(here, here, 'another', '230903002').left).toBeUndefined();
    expect(movedTo(here, here, 'order', '230903002')).toMatchObject({
      matter: { areas: { order: '230903002' } },
      left: { area: '230903001', organisationIds: [] },
    });
    const others = { ...here, organisationIds: ['co'] };
    expect(movedTo(here, others, 'order', '230903001').left).toEqual({ area: null, organisationIds: [dispatched.leadOrganisationId] });
  });
});

describe('what somebody may hear of', () => {
  const all = ['intake:read', 'dispatch:read', 'case-mediation:read', 'inspection:read', 'evaluation:read'];
  it('is what they may list, with the scope and a role that lists all of it', () => {
    const ofOrders = [
      'dispatch.work-order',
      'dispatch.application',
      'dispatch.part',
      'dispatch.supervision-order',
      'dispatch.whistle',
      'dispatch.rendition',
    ];
    expect(nounsFor({ scopes: ['dispatch:read'], roles: ['handler'] }).toSorted()).toEqual(ofOrders.toSorted());
    expect(nounsFor({ scopes: all, roles: ['administrator'] })).toEqual(expect.arrayContaining(['intake.request', 'inspection.hazard']));
    expect(nounsFor({ scopes: all, roles: ROLES }).toSorted()).toEqual(
      MATTER_NOUNS.filter((noun) => noun !== 'intake.key-person').toSorted(),
    );
    expect(nounsFor({ scopes: all, roles: ['mobile-grid-worker'] })).not.toContain('intake.request');
    expect(nounsFor({ scopes: [], roles: ['administrator'] })).toEqual([]);
  });
});
