import { describe, expect, it } from '@jest/globals';
import { ORGANISATION_KINDS } from '@zero-distance/contracts';
import { type Actor, ROLES } from '@zero-distance/kernel';
import { type OrganisationFacts, reachOf } from './reach.js';
import { type MatterColumns, selectReached, withinReach } from './reach-conditions.js';

const actor = (org?: string): Actor => ({ id: 'li', roles: ROLES, scopes: [], area: '230903', ...(org !== undefined && { org }) });
const organisation = (kind: string): OrganisationFacts => ({ id: 'o-1', code: 'somebody', kind, areaCode: '230903011' });
const COLUMNS: MatterColumns = {
  alias: 'm',
  takenInBy: (id) => `m.reported_by = ${id}`,
  participates: (id) => `m.id in (select matter from part where who = ${id})`,
  recuses: true,
};

describe('the reach of a caller', () => {
  it('is the area of the token, for who acts for no organisation', () => {
    expect(reachOf(actor(), undefined)).toEqual({ accountId: 'li', area: '230903' });
  });

  it.each(ORGANISATION_KINDS.map((kind) => [kind, !['department', 'utility', 'property-company'].includes(kind)] as const))(
    'holds the territory of an organisation of kind %s: %s, whatever the roles',
    (kind, hasTerritory) => {
      expect(reachOf(actor('somebody'), organisation(kind)).organisation).toEqual({
        id: 'o-1',
        territory: hasTerritory ? '230903011' : undefined,
      });
    },
  );

  it('is nothing for an organisation that is not registered, or whose kind is not known yet', () => {
    const nobody = reachOf(actor('nobody-knows'), undefined).organisation;
    expect(nobody).toMatchObject({ id: expect.stringMatching(/^[0-]+$/) });
    expect(nobody?.territory).toBeUndefined();
    expect(reachOf(actor('somebody'), organisation('something-new')).organisation?.territory).toBeUndefined();
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
  const sqlOf = (build: (given: (value: unknown) => string) => string) => {
    const params: unknown[] = [];
    const sql = build((value) => `$${params.push(value)}`);
    return sql.replace(/\$(\d+)/g, (_, n: string) => JSON.stringify(params[Number(n) - 1]));
  };
  const list = (org: string | undefined, kind: string, area = '230903') =>
    sqlOf((given) =>
      selectReached(reachOf({ ...actor(org), area }, org === undefined ? undefined : organisation(kind)), given, COLUMNS, {
        select: 'select id from matter m',
        conditions: [],
        limit: 5,
      }),
    );

  it('hide a matter from the accounts and organisations it names, in lists and alone', () => {
    const alone = sqlOf((given) => withinReach(reachOf(actor('somebody'), organisation('department')), given, COLUMNS));
    for (const sql of [list('somebody', 'department'), alone]) {
      expect(sql).toContain('(m.barred_account_ids is null or "li" <> all(m.barred_account_ids))');
      expect(sql).toContain('(m.barred_organisation_ids is null or "o-1" <> all(m.barred_organisation_ids))');
    }
    expect(list(undefined, '')).not.toContain('barred_organisation_ids');
  });

  it('are one select for who has no territory, or a token within it, and two for a territory in a wider token', () => {
    expect(list(undefined, '')).not.toContain('union all');
    expect(list('somebody', 'department')).toContain('m.id in (select matter from part where who = "o-1")');
    expect(list('somebody', 'department')).not.toContain('union all');
    expect(list('somebody', 'street', '230903011001')).not.toContain('from part');
    const wider = list('somebody', 'street');
    expect(wider).toContain('left(m.area_code, 9) = "230903011"');
    expect(wider).toContain('not starts_with(m.area_code, "230903011") and m.id in (select matter from part where who = "o-1")');
    expect(wider.match(/order by id desc limit 5/g)).toHaveLength(3);
  });

  it('have to hold all together, however many ways there are of being seen', () => {
    const alone = sqlOf((given) => withinReach(reachOf(actor('somebody'), organisation('street')), given, COLUMNS));
    const [area, either, ...recusals] = topLevel(alone);
    expect(area).toBe('starts_with(m.area_code, "230903")');
    expect(either).toMatch(/^\(\(left\(m\.area_code.*\) or \(not starts_with\(.*who = "o-1"\)\)\)$/);
    expect(recusals).toHaveLength(2);
  });

  it('show who sees only their own what they took in, whatever their organisation', () => {
    for (const org of [undefined, 'somebody'])
      for (const kind of ['street', 'department']) {
        const reach = reachOf({ ...actor(org), onlyOwn: true }, org === undefined ? undefined : organisation(kind));
        const [area, own] = topLevel(sqlOf((given) => withinReach(reach, given, COLUMNS)));
        expect([area, own]).toEqual(['starts_with(m.area_code, "230903")', '((m.reported_by = "li"))']);
        const { takenInBy, ...nobodys } = COLUMNS;
        expect(topLevel(sqlOf((given) => withinReach(reach, given, nobodys)))[1]).toBe('((false))');
      }
  });

  it('never let a row beyond the area of the token be read alone', () => {
    for (const kind of ORGANISATION_KINDS)
      expect(sqlOf((given) => withinReach(reachOf(actor('somebody'), organisation(kind)), given, COLUMNS))).toContain(
        'starts_with(m.area_code, "230903")',
      );
  });
});
