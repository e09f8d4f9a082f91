import { describe, expect, it } from '@jest/globals';
import { ORGANISATION_KINDS } from '@zero-distance/contracts';
import { type Actor, ROLES, SYSTEM } from '@zero-distance/kernel';
import { actingFor, type OrganisationFacts } from './acting-organisation.js';
import { type Asked, type Given, type MatterVisibility, visibleSets, visibleTo } from './visibility.js';

const facts = (kind: string): OrganisationFacts => ({ id: 'o-1', code: 'somebody', kind, areaCode: '230903011' });
const actor = (kind?: string, area = '230903'): Actor => ({
  id: 'li',
  roles: ROLES,
  scopes: [],
  area,
  ...(kind !== undefined && { org: 'somebody', organisation: actingFor(facts(kind)) }),
});
const UNREGISTERED: Actor = { ...actor(), org: 'nobody-knows' };
const MATTERS: MatterVisibility = {
  by: 'matter',
  takenInBy: 'reported_by',
  participants: [{ from: 'part', id: 'matter', open: 'is_open' }],
  recuses: true,
};
const WHO = 't.id in (select matter from part where organisation_id = "o-1")';

describe('the territory of a caller', () => {
  it.each(ORGANISATION_KINDS.map((kind) => [kind, ['street', 'town', 'community', 'village', 'centre'].includes(kind)] as const))(
    'is that of its organisation for kind %s: %s, with any roles',
    (kind, hasTerritory) => {
      expect(actingFor(facts(kind)).territory).toBe(hasTerritory ? '230903011' : undefined);
    },
  );

  it('is undefined for an organisation of a kind that is not known yet', () => {
    expect(actingFor(facts('something-new')).territory).toBeUndefined();
  });
});

/** The conditions that are joined by `and`, outside of all parentheses. */
function topLevel(sql: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const word of sql.split(/(\s+|[()])/)) {
    if (word === '(') depth++;
    if (word === ')') depth--;
    if (depth === 0 && word === 'or') throw new Error(`either of two conditions at the top: ${sql}`);
    if (depth === 0 && word === 'and') parts.push('');
    else parts[parts.length - 1] += word;
  }
  return parts.map((part) => part.trim());
}

describe('the conditions of a query', () => {
  const sqlOf = (build: (given: Given) => string) => {
    const params: unknown[] = [];
    const sql = build((value) => `$${params.push(value)}`);
    return sql.replace(/\$(\d+)/g, (_, n: string) => JSON.stringify(params[Number(n) - 1]));
  };
  const alone = (who: Actor, matters = MATTERS) => sqlOf((given) => visibleTo(who, given, matters));
  const sets = (who: Actor, { matters = MATTERS, ...asked }: Partial<Asked> & { matters?: MatterVisibility } = {}) =>
    sqlOf((given) =>
      visibleSets(who, given, matters, { area: who.area, ...asked })
        .map((set) => set.join(' and '))
        .join(' UNION '),
    );

  it('hide a matter from the accounts and organisations it names, in lists and alone', () => {
    for (const sql of [sets(actor('department')), alone(actor('department'))]) {
      expect(sql).toContain('(t.barred_account_ids is null or "li" <> all(t.barred_account_ids))');
      expect(sql).toContain('(t.barred_organisation_ids is null or "o-1" <> all(t.barred_organisation_ids))');
    }
    expect(sets(actor())).not.toContain('barred_organisation_ids');
  });

  it('are one set for a caller without a territory, or with a token within it, and two for a territory in a wider token', () => {
    expect(sets(actor())).not.toContain('UNION');
    expect(sets(actor('department'))).toContain(WHO);
    expect(sets(actor('department'))).not.toContain('UNION');
    expect(sets(actor('street', '230903011001'))).not.toContain('from part');
    const wider = sets(actor('street'));
    expect(wider).toContain('left(t.area_code, 9) = "230903011"');
    expect(wider).toContain(`not starts_with(t.area_code, "230903011") and ${WHO}`);
    expect(wider.match(/ UNION /g)).toHaveLength(1);
  });

  it('are one set where the area asked for lies within the territory or apart from it, as the other adds nothing', () => {
    const within = sets(actor('street'), { area: '230903011001' });
    expect(within).toMatch(/ and true$/);
    const apart = sets(actor('street'), { area: '230903012' });
    expect(apart).not.toContain('UNION');
    expect(apart).not.toContain('starts_with');
    expect(apart).toContain(WHO);
  });

  it('are a set for each table that names who takes part, as each has its index', () => {
    const [open] = MATTERS.participants as [{ from: string; id: string }];
    const matters = { ...MATTERS, participants: [open, { from: 'made', id: 'visit', of: 'visit_id' }] };
    const [, one, other] = /^(.*) UNION (.*)$/.exec(sets(actor('department'), { matters })) ?? [];
    expect(one).toContain(WHO);
    expect(other).toContain('t.visit_id in (select visit from made where organisation_id = "o-1")');
    const behind = sets(actor('department'), { matters, behind: { id: 'm-9', is: '<' } });
    expect(behind).toContain('organisation_id = "o-1" and matter < "m-9")');
    expect(behind).not.toContain('visit < "m-9"'); // the visits of a page are not those behind its last id
    expect(topLevel(alone(actor('department'), matters))[1]).toContain(`(${WHO}) or (t.visit_id in (`);
  });

  it('are also those of whom its organisation took over from, looked through apart; and what names one of them is hidden from it', () => {
    const heir = { ...actor('department'), organisation: { id: 'o-1', predecessors: ['o-2', 'o-3'] } };
    const [, one, other] = /^(.*) UNION (.*)$/.exec(sets(heir)) ?? [];
    expect(one).toContain(WHO);
    expect(other).toContain('organisation_id = any(["o-2","o-3"]::uuid[])');
    for (const id of ['o-1', 'o-2', 'o-3']) {
      expect(one).toContain(`"${id}" <> all(t.barred_organisation_ids)`);
      expect(other).toContain(`"${id}" <> all(t.barred_organisation_ids)`);
    }
  });

  it('are limited to open rows when the query asks only for open ones', () => {
    expect(sets(actor('department'), { openOnly: true })).toContain('organisation_id = "o-1" and is_open');
  });

  it('must all hold, however many ways of being visible they offer', () => {
    const [area, either, ...recusals] = topLevel(alone(actor('street')));
    expect(area).toBe('starts_with(t.area_code, "230903")');
    expect(either).toMatch(/^\(\(left\(t\.area_code.*\) or \(not starts_with\(.*organisation_id = "o-1"\)\)\)$/);
    expect(recusals).toHaveLength(2);
  });

  it('show nothing to a caller who acts for an organisation that is not registered', () => {
    expect(topLevel(alone(UNREGISTERED))[1]).toBe('((false))');
    expect(sets(UNREGISTERED)).toMatch(/ and false$/);
  });

  it('show callers limited to their own matters what they took in, for any organisation', () => {
    for (const kind of [undefined, 'street', 'department']) {
      const who = { ...actor(kind), onlyOwn: true };
      const [area, own] = topLevel(alone(who));
      expect([area, own]).toEqual(['starts_with(t.area_code, "230903")', '((t.reported_by = "li"))']);
      const { takenInBy, ...nobodys } = MATTERS;
      expect(topLevel(alone(who, nobodys))[1]).toBe('((false))');
    }
  });

  it('are a set for each column with an account or organisation that a matter is given to', () => {
    const matters: MatterVisibility = {
      by: 'matter',
      participants: ['has', 'is_asked'],
      takenInBy: ['worker', 'offered_to'],
      recuses: false,
    };
    const own = { ...actor(), onlyOwn: true };
    expect(sets(own, { matters })).toMatch(/t\.worker = "li".* UNION .*t\.offered_to = "li"/);
    expect(topLevel(alone(own, matters))[1]).toBe('((t.worker = "li") or (t.offered_to = "li"))');
    expect(sets(actor('department'), { matters })).toMatch(/t\.has = "o-1".* UNION .*t\.is_asked = "o-1"/);
  });

  it('hide nothing from the system, even where a matter bars its account, so that events and clocks go on', () => {
    expect(alone(SYSTEM)).toBe('true');
    expect(alone({ ...actor(), id: SYSTEM.id })).toContain('"system" <> all(t.barred_account_ids)');
  });

  it.each(ORGANISATION_KINDS)('never let a row beyond the area of the token of a %s be read alone', (kind) => {
    expect(topLevel(alone(actor(kind)))[0]).toBe('starts_with(t.area_code, "230903")');
  });
});
