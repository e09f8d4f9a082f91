import { describe, expect, it } from '@jest/globals';
import { HOUSE_NAMES } from '@zero-distance/kernel';
import {
  administersNoMore,
  changesOf,
  checkArea,
  checkName,
  checkOrganisation,
  checkOthers,
  checkReach,
  checkRoles,
  checkScopes,
  firstOf,
  type Holder,
  isAdministrator,
} from './holder.js';

const HOLDER: Holder = { scopes: ['intake:read'], roles: ['intake-clerk'], area: '230903', org: null };

describe('who may be given what', () => {
  it.each([[['handler', 'reviewer']], [['callback-agent', 'handler']], [['handler', 'inspector', 'appraiser']]])(
    'one person is not given the roles %s together',
    (roles) => {
      expect(checkRoles(roles)?.code).toBe('gateway.holder.roles_not_separate');
    },
  );

  it('one person may have roles that do not look at one another', () => {
    expect(checkRoles(['reviewer', 'callback-agent', 'dispatcher'])).toBeUndefined();
  });

  it.each(Object.values(HOUSE_NAMES))('nobody is called %s, since what is recorded under it nobody but the house has done', (name) => {
    expect(checkName(name)?.code).toBe('gateway.holder.name_reserved');
  });

  it.each(['13800001234', 'li.13800001234', '138-0000-1234', '230903198001011234', '230903-19800101-1234', 'u13800001234', '04648123456'])(
    'nobody is called by a number of a person: %s',
    (name) => {
      expect(checkName(name)?.code).toBe('gateway.holder.name_personal');
      expect(checkName(name)?.text('en')).not.toContain(name);
    },
  );

  it.each([
    'zhang.wei',
    'operator',
    'systems',
    'clerk-01',
    '20230017',
    'grid.230903001002',
    'housing-2026',
    '0190a5c0-7c1e-7000-8000-138000012345',
  ])('a name that is nobody’s number is good: %s', (name) => {
    expect(checkName(name)).toBeUndefined();
  });

  it('nobody changes what they are themselves', () => {
    expect(checkOthers({ id: 'me' }, 'me')?.code).toBe('gateway.holder.own');
    expect(checkOthers({ id: 'me' }, 'other')).toBeUndefined();
  });

  it.each([
    ['230903001', '230903'],
    ['230903001', '230903002'],
    ['230903', ''],
  ])('an administrator of %s gives no area %p', (own, area) => {
    expect(checkArea({ area: own }, area)?.code).toBe('gateway.holder.area_wider');
  });

  it.each([
    ['230903', '230903001'],
    ['230903', '230903'],
    ['', ''],
  ])('an administrator of %p gives the area %p', (own, area) => {
    expect(checkArea({ area: own }, area)).toBeUndefined();
  });

  it('an administrator gives no scope that they do not have, and leaves a holder what it has', () => {
    const actor = { scopes: ['intake:read'] };
    const auditor = { ...HOLDER, scopes: ['intake:read', 'gateway:audit'] };
    expect(checkScopes(actor, auditor)?.params).toEqual({ scope: 'gateway:audit' });
    expect(checkScopes(actor, auditor, HOLDER)?.params).toEqual({ scope: 'gateway:audit' });
    expect(checkScopes(actor, auditor, { ...auditor, area: '' })).toBeUndefined();
    expect(checkScopes(actor, HOLDER)).toBeUndefined();
  });

  it.each<[string, Partial<Holder>]>([
    ['a wider area', { area: '' }],
    ['another area', { area: '230904' }],
    ['another role', { roles: ['leader'] }],
    ['another organisation', { org: 'fire-rescue' }],
    ['no organisation any more', { org: null }],
  ])('an administrator gives %s to no holder of a scope that they do not have', (_what, more) => {
    const before = { ...HOLDER, scopes: ['gateway:audit'], org: 'housing-bureau' };
    expect(checkScopes({ scopes: ['intake:read'] }, { ...before, ...more }, before)?.code).toBe('gateway.holder.scope_beyond_own');
    expect(checkScopes({ scopes: ['gateway:audit'] }, { ...before, ...more }, before)).toBeUndefined();
  });

  it('an administrator opens no way into what may do more than they may', () => {
    expect(checkReach({ scopes: ['intake:read'] }, { scopes: ['intake:read', 'intake:reveal'] })?.params).toEqual({
      scope: 'intake:reveal',
    });
    expect(checkReach({ scopes: ['intake:read', 'intake:reveal'] }, { scopes: ['intake:read'] })).toBeUndefined();
  });

  it.each([null, 'fire-rescue'])('an administrator who acts for an organisation gives nobody the organisation %p', (org) => {
    expect(checkOrganisation({ org: 'housing-bureau' }, org)?.code).toBe('gateway.holder.organisation_not_own');
    expect(checkOrganisation({ org: 'housing-bureau' }, 'housing-bureau')).toBeUndefined();
    expect(checkOrganisation({}, org)).toBeUndefined();
  });

  it.each<[string, Partial<Holder>, boolean]>([
    ['without the role', { roles: [] }, true],
    ['in a part of the area', { area: '230903001' }, true],
    ['for one organisation', { org: 'street-001' }, true],
    ['in a wider area', { area: '' }, false],
    ['with more roles', { roles: ['administrator', 'leader'] }, false],
  ])('an administrator who goes on %s manages less than before: %s', (_how, changes, isLess) => {
    const before = { ...HOLDER, roles: ['administrator'], scopes: ['gateway:administer'] };
    expect(administersNoMore(before, { ...before, ...changes })).toBe(isLess);
  });

  it('an administrator has the role and the scope', () => {
    expect(isAdministrator({ roles: ['administrator'], scopes: ['gateway:administer'] })).toBe(true);
    expect(isAdministrator({ roles: ['administrator'], scopes: ['intake:operate'] })).toBe(false);
    expect(isAdministrator({ roles: ['leader'], scopes: ['gateway:administer'] })).toBe(false);
  });
});

describe('a change of a holder', () => {
  const before = { ...HOLDER, name: 'a', redirectUris: ['https://a.example/'], postLogoutRedirectUris: [], secretHash: 'one' };

  it('is told by the codes that changed, with what they are now', () => {
    expect(changesOf(before, before)).toEqual({});
    const after = { ...before, roles: ['inspector', 'leader'], scopes: ['intake:read', 'intake:write'], area: '', org: 'fire-rescue' };
    expect(changesOf(before, after)).toEqual({
      roles: 'inspector leader',
      scopes: 'intake:read intake:write',
      area: '',
      org: 'fire-rescue',
    });
  });

  it.each([
    ['name', { name: 'b' }],
    ['redirectUris', { redirectUris: ['https://elsewhere.example/'] }],
    ['postLogoutRedirectUris', { postLogoutRedirectUris: ['https://elsewhere.example/'] }],
    ['secret', { secretHash: 'other' }],
    ['secret', { secretHash: null }],
  ])('of its %s tells that it changed, and no word of it', (name, change) => {
    expect(changesOf(before, { ...before, ...change })).toEqual({ [name]: 'changed' });
  });

  it('is told of a new one too: what it may do', () => {
    expect(firstOf(before)).toEqual({ roles: 'intake-clerk', scopes: 'intake:read', area: '230903' });
  });
});
