import { describe, expect, it } from '@jest/globals';
import { ConcurrentChange, isOutage, retryOnConflict } from './failures.js';

const LOCK = { text: 'lock', params: [] };
const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('races', () => {
  it('A use case that lost a race runs again with the lost row locked', async () => {
    const locks: unknown[] = [];
    const answer = await retryOnConflict(async (lock) => {
      locks.push(lock);
      if (locks.length === 1) throw withCode('40001');
      if (locks.length === 2) throw new ConcurrentChange(LOCK);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(locks).toEqual([undefined, undefined, LOCK]);
  });

  it('A use case that loses every race is refused', async () => {
    await expect(retryOnConflict(() => Promise.reject(new ConcurrentChange(LOCK)))).rejects.toMatchObject({
      code: 'platform.too_much_contention',
    });
  });

  it('A failure that is no lost race is thrown at once', async () => {
    let runs = 0;
    const failing = () => {
      runs += 1;
      return Promise.reject(withCode('23505'));
    };
    await expect(retryOnConflict(failing)).rejects.toMatchObject({ code: '23505' });
    expect(runs).toBe(1);
  });
});

describe('an outage', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', '57P01', '57P03', '53100', '53300', '08006'])(
    '%s is an outage',
    (code) => expect(isOutage(withCode(code))).toBe(true),
  );
  it.each(['23505', '22P02', '57014', 'ZD001', '40001', 'ENOENT'])('%s is no outage', (code) =>
    expect(isOutage(withCode(code))).toBe(false),
  );
  it('A session that the server refuses is an outage, whatever the reason', () => {
    expect(isOutage(Object.assign(withCode('55000'), { severity: 'FATAL' }))).toBe(true);
    expect(isOutage(Object.assign(withCode('55000'), { severity: 'ERROR' }))).toBe(false);
  });
  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Query read timeout'])(
    '"%s" is an outage',
    (message) => expect(isOutage(new Error(message))).toBe(true),
  );
  it('A Unix socket that is gone is an outage, and another file that is gone is none', () => {
    expect(isOutage(Object.assign(withCode('ENOENT'), { syscall: 'connect' }))).toBe(true);
    expect(isOutage(Object.assign(withCode('ENOENT'), { syscall: 'open' }))).toBe(false);
  });
  it('An outage is found in what TypeORM wraps, and where several addresses were tried', () => {
    expect(isOutage(Object.assign(withCode('x'), { driverError: withCode('57P01') }))).toBe(true);
    expect(isOutage(new AggregateError([withCode('ECONNREFUSED')]))).toBe(true);
    expect(isOutage(Object.assign(withCode('x'), { driverError: withCode('23505') }))).toBe(false);
  });
  it('A thrown value that is no error is no outage', () => {
    for (const thrown of [undefined, null, 'ECONNREFUSED', { code: 'ECONNREFUSED' }]) expect(isOutage(thrown)).toBe(false);
  });
});
