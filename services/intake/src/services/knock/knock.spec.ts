import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { KnockOutcome } from '@zero-distance/contracts';
import { HOUR_MS } from '@zero-distance/kernel';
import { KeyRing } from '@zero-distance/personal-data';
import type { Question } from '../round/question.js';
import { countedOf, isTooSoon, openSaid, sealSaid, wrongAnswer } from './knock.js';

const NOW = new Date('2026-11-27T04:00:00Z');
const hours = (count: number) => new Date(NOW.getTime() + count * HOUR_MS);
const knock = (at: number, outcome: KnockOutcome) => ({ at: hours(at), outcome });

describe('what counts of a household', () => {
  it('is met once somebody was met, whatever came before or after', () => {
    expect(countedOf([knock(0, 'met'), knock(5, 'not-home')])).toBe('met');
    expect(countedOf([knock(0, 'refused'), knock(5, 'met')])).toBe('met');
  });

  it('is else the last knock by when it was, in whatever order they were recorded', () => {
    expect(countedOf([knock(9, 'moved'), knock(0, 'not-home'), knock(5, 'refused')])).toBe('moved');
    expect(countedOf([])).toBeNull();
  });
});

describe('two knocks at one door', () => {
  it('are so many hours apart, whichever was first', () => {
    const at = (hour: number) => isTooSoon(hours(hour), [{ at: NOW }], 4);
    expect([at(3.9), at(-3.9), at(0), at(4), at(-4)]).toEqual([true, true, true, false, false]);
  });
});

describe('answers at the door', () => {
  const ask = (code: string, kind: Question['kind']): Question => ({ code, zh: '问', en: 'ask', kind });
  const choice = (code: string) => ({ code, zh: '选', en: 'choice' });
  const questions = [
    ask('alone', 'yes-no'),
    ask('people', 'number'),
    ask('wishes', 'words'),
    { ...ask('heating', 'choice'), choices: [choice('a'), choice('b')] },
  ];
  const say = (code: string, answer: string) => ({ code, answer });

  it('are for the questions of the round, each of its kind and once', () => {
    const good = [say('alone', 'no'), say('people', '3'), say('wishes', '想学手机'), say('heating', 'b')];
    expect(wrongAnswer(questions, good)).toBe(-1);
    for (const bad of [say('alone', '是'), say('people', '12345'), say('people', '-1'), say('heating', 'c'), say('pets', 'yes')])
      expect(wrongAnswer(questions, [say('wishes', '无'), bad])).toBe(1);
    expect(wrongAnswer(questions, [say('alone', 'no'), say('alone', 'yes')])).toBe(1);
  });

  it('are kept sealed under the knock, and nothing is kept where nothing was said', () => {
    const ring = new KeyRing(`k1:${randomBytes(32).toString('base64')}`);
    const said = { answers: [say('alone', 'yes')], note: '约周六' };
    const sealed = sealSaid('k', said, ring);
    expect(sealed).not.toContain('alone');
    expect(openSaid({ id: 'k', said: sealed }, ring)).toEqual(said);
    expect(() => openSaid({ id: 'other', said: sealed }, ring)).toThrow();
    expect(sealSaid('k', { answers: [], note: null }, ring)).toBeNull();
    expect(openSaid({ id: 'k', said: null }, ring)).toEqual({ answers: [], note: null });
  });
});
