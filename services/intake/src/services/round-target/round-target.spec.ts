import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { KNOCK_OUTCOMES } from '@zero-distance/contracts';
import { KeyRing } from '@zero-distance/personal-data';
import { householdsOf, isSameDoor, isToKnock, listTarget, openHousehold } from './round-target.js';

const AREA = '230903011001';
const ring = new KeyRing(`k1:${randomBytes(32).toString('base64')}`);

describe('a household on the list of a round', () => {
  it('is kept sealed, under its own id', () => {
    const target = listTarget({ id: 'r', plannedBy: null }, { areaCode: AREA, address: '3号楼501', residentIds: ['x'] }, 7, ring);
    expect(target).toMatchObject({ roundId: 'r', number: 7, version: 0, outcome: null, knocks: 0, residentIds: ['x'] });
    expect(JSON.stringify(target)).not.toContain('3号楼');
    expect(openHousehold(target, ring)).toEqual({ address: '3号楼501' });
    expect(() => openHousehold({ ...target, id: 'another' }, ring)).toThrow();
    expect(openHousehold({ ...target, household: null }, ring)).toBeUndefined();
  });

  it('is called on while nobody has knocked, or somebody is to come again', () => {
    expect([null, ...KNOCK_OUTCOMES].filter((outcome) => isToKnock({ outcome }))).toEqual([null, 'not-home', 'will-call']);
  });
});

describe('households of the register', () => {
  const who = (id: string, said: { address?: string; householdNumber?: string } = {}) => ({ id, areaCode: AREA, ...said });
  const nobody = () => false;

  it('are those with one household number, or with one address where there is none; who says no address is in none', () => {
    const dwellers = [
      who('1', { address: 'A', householdNumber: '7' }),
      who('2', { address: 'A, 501', householdNumber: '7' }),
      who('3', { address: 'A' }),
      who('4', { address: 'A' }),
      who('5'),
    ];
    expect(householdsOf(dwellers, nobody)).toEqual([
      { areaCode: AREA, address: 'A', householdNumber: '7', residentIds: ['1', '2'] },
      { areaCode: AREA, address: 'A', residentIds: ['3', '4'] },
    ]);
  });

  it('are on the list already when somebody of them is', () => {
    const dwellers = [who('1', { address: 'A' }), who('2', { address: 'A' }), who('3', { address: 'B' })];
    expect(householdsOf(dwellers, (id) => id === '2').map(({ address }) => address)).toEqual(['B']);
  });
});

describe('two households', () => {
  it('are one where the address is the same, however it is written, unless both say another number of the household', () => {
    const door = { address: '学府社区3号楼 501' };
    expect(isSameDoor(door, { address: '学府社区３号楼501' })).toBe(true);
    expect(isSameDoor(door, { address: '学府社区3号楼502' })).toBe(false);
    expect(isSameDoor({ ...door, householdNumber: '3-501a' }, { ...door, householdNumber: '3-501b' })).toBe(false);
    expect(isSameDoor({ ...door, householdNumber: '3-501a' }, { ...door, householdNumber: '3-501A' })).toBe(true);
    expect(isSameDoor({ ...door, householdNumber: '3-501a' }, door)).toBe(true);
  });
});
