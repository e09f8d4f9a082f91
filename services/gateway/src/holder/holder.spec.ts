import { describe, expect, it } from '@jest/globals';
import {
  administersNoMore,
  changesOf,
  checkArea,
  checkOrganisation,
  checkOwn,
  checkRoles,
  checkScopes,
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

  it('nobody changes what they are themselves', () => {
    expect(checkOwn({ id: 'me' }, 'me')?.code).toBe('gateway.holder.own');
    expect(checkOwn({ id: 'me' }, 'other')).toBeUndefined();
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
    expect(checkScopes(actor, ['intake:read', 'gateway:audit'])?.params).toEqual({ scope: 'gateway:audit' });
    expect(checkScopes(actor, ['intake:read', 'gateway:audit'], ['gateway:audit'])).toBeUndefined();
    expect(checkScopes(actor, ['intake:read'])).toBeUndefined();
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

it('a change is told by the fields that changed, with what they are now', () => {
  expect(changesOf(HOLDER, HOLDER)).toEqual({});
  expect(changesOf(HOLDER, { ...HOLDER, roles: ['inspector', 'leader'], org: 'fire-rescue' })).toEqual({
    roles: 'inspector leader',
    org: 'fire-rescue',
  });
});
