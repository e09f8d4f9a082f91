import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkEventData, EVENTS } from '@zero-distance/contracts';
import { type Actor, ROLES, type Role, reachableStates, SYSTEM, transitionsMarkdown } from '@zero-distance/kernel';
import { isPublishable, REQUEST_EVENTS, type Request, transition } from './request.js';
import { REQUEST_STATES, REQUEST_TRANSITIONS, type RequestState } from './request.transitions.js';
import { NumberDrawer, requestNumber } from './request-number.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const ID = '0190a5c0-7c1e-7000-8000-000000000001';

const REQUEST: Request = {
  id: ID,
  number: '230903011001-261123-000100',
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
  receivedAt: NOW,
  round: 1,
  workOrderId: ID,
  caseId: ID,
  organisationId: ID,
  registeredBy: null,
  reportedBy: null,
  complainedAbout: null,
  recusedOrganisations: null,
  barredOrganisationIds: null,
  barredAccountIds: null,
  answeredBy: 'dispatch',
  publicAnswer: '已修复',
  repliedAt: NOW,
  closedAt: null,
  version: 1,
};

const actorWith = (role: Role | 'system'): Actor => ({ ...SYSTEM, id: 'a', roles: [role] });
const everyRole = [...ROLES, 'system'] as const;
const actions = [...new Set(REQUEST_TRANSITIONS.rows.map((row) => row.action))];

describe('the state table of a request', () => {
  const matrix = REQUEST_STATES.flatMap((state) => actions.flatMap((action) => everyRole.map((role) => ({ state, action, role }))));

  it.each(matrix)('from $state, $action by $role happens exactly when a row says so', ({ state, action, role }) => {
    const row = REQUEST_TRANSITIONS.rows.find((r) => r.action === action && r.from.includes(state));
    const step = transition({ ...REQUEST, state }, action, actorWith(role));
    expect(step.ok).toBe(row?.by.includes(role) ?? false);
    if (step.ok) expect(step.value.after).toMatchObject({ state: row?.to, version: 2 });
  });

  it('reaches every state', () => {
    expect(reachableStates(REQUEST_TRANSITIONS, 'received')).toEqual(new Set<RequestState>(REQUEST_STATES));
  });

  it('tells of each action with an event of the house, with data that fits', () => {
    for (const { event } of REQUEST_TRANSITIONS.rows) {
      expect(Object.keys(EVENTS)).toContain(event);
      const data = REQUEST_EVENTS[event]({ ...REQUEST, round: 2 }, NOW, 'other');
      expect(() => checkEventData(event, data)).not.toThrow();
    }
  });

  it('is the one in the README', () => {
    const readme = readFileSync('services/intake/README.md', 'utf8');
    const shown = /<!-- transitions:start -->\n+([\s\S]*?)\n+<!-- transitions:end -->/.exec(readme)?.[1];
    expect(squeeze(shown ?? '')).toBe(squeeze(transitionsMarkdown(REQUEST_TRANSITIONS)));
  });
});

describe('publication', () => {
  it('shows an ordinary request', () => expect(isPublishable('complaint', false, true)).toBe(true));
  it('never shows a confidential one', () => expect(isPublishable('complaint', true, true)).toBe(false));
  it('never shows a report about somebody', () => expect(isPublishable('report', false, true)).toBe(false));
  it('does not show what the clerk keeps back', () => expect(isPublishable('complaint', false, false)).toBe(false));
});

describe('the number of a request', () => {
  it('is area, day in Shanghai, sequence', () => {
    expect(requestNumber('230903011001', new Date('2026-11-23T15:59:59Z'), 417)).toBe('230903011001-261123-000417');
    expect(requestNumber('230903011001', new Date('2026-11-23T16:00:00Z'), 417)).toBe('230903011001-261124-000417');
  });

  it('does not tell the grid', () => {
    expect(requestNumber('230903011001007', new Date('2026-11-23T02:00:00Z'), 417)).toBe('230903011001-261123-000417');
  });

  it('is never given twice, however many ask at once', async () => {
    let drawn = 0;
    const drawer = new NumberDrawer(async () => 100 * drawn++);
    const numbers = await Promise.all(Array.from({ length: 1000 }, () => drawer.take()));
    expect(new Set(numbers).size).toBe(1000);
    expect(drawn).toBe(10);
  });

  it('can be drawn again after a draw that failed', async () => {
    let tries = 0;
    const drawer = new NumberDrawer(async () => {
      if (tries++ === 0) throw new Error('no database');
      return 700;
    });
    await expect(drawer.take()).rejects.toThrow('no database');
    expect(await drawer.take()).toBe(700);
  });
});

/** Markdown tables compare equal however their columns are padded. */
const squeeze = (table: string): string => table.replace(/ +/g, ' ').replace(/ ?-{3,} ?/g, '---');
