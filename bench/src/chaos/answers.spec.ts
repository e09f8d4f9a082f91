import { describe, expect, it } from '@jest/globals';
import { Answers } from './answers.js';

describe('the answers of a client', () => {
  it('are clean when they are success, or a refusal that says when to come again', () => {
    const answers = new Answers();
    answers.add(201, undefined, '{}');
    answers.add(503, '2', '{"code":"platform.overloaded"}');
    answers.add(429, '1', '{}');
    expect(answers.unclean()).toEqual([]);
    expect([...answers.kinds]).toEqual([
      ['2xx', 1],
      ['503', 1],
      ['429', 1],
    ]);
  });

  it('are unclean otherwise, unless that is allowed', () => {
    const answers = new Answers();
    answers.add(503, undefined, '{}');
    answers.add(500, undefined, '{}');
    answers.addNone(Object.assign(new Error('cut'), { code: 'ECONNRESET' }));
    expect(answers.unclean()).toEqual(['503 without Retry-After', '500', 'no answer (ECONNRESET)']);
    expect(answers.unclean(['no answer'])).toEqual(['503 without Retry-After', '500']);
  });

  it('leave open whether a call was carried out when none came, it came too late, or the connection behind the gateway broke', () => {
    const answers = new Answers();
    answers.addNone(new Error('gone'));
    answers.add(504, undefined, '{}');
    answers.add(503, '1', '{"code":"gateway.answer_lost"}');
    expect(answers.undecided).toBe(3);
    answers.add(503, '2', '{"code":"platform.overloaded"}');
    answers.add(201, undefined, '{}');
    answers.add(500, undefined, '{}');
    expect(answers.undecided).toBe(3);
  });
});
