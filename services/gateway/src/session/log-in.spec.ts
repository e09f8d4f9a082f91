import { describe, expect, it } from '@jest/globals';
import { isEnded, logInOf } from './log-in.js';

const bearer = (claims: unknown) => `Bearer head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
const logIn = { accountId: 'wang', sessionId: 's-1', credentials: 2 };

describe('the log-in of an access token', () => {
  it('is what the token of a person says, and none of a system, of another issuer or of what is no token', () => {
    expect(logInOf(bearer({ sub: 'wang', sid: 's-1', credentials: 2 }))).toEqual(logIn);
    const others = [{ sub: 'housing' }, { sub: 'wang', sid: 's-1' }, { sub: 'wang', sid: 's-1', credentials: '2' }, null, 'text'];
    const none = [...others.map(bearer), undefined, '', 'Bearer x', 'Bearer a.%%%.c', 'Basic d2FuZzpzZWNyZXQ='];
    expect(none.map(logInOf)).toEqual(none.map(() => undefined));
  });

  it('is ended with its session alone, and with all of the account that were let in by credentials of before', () => {
    expect(isEnded(new Map([['s-1', null]]), logIn)).toBe(true);
    expect(isEnded(new Map([['s-2', null]]), logIn)).toBe(false);
    expect(isEnded(new Map([['wang', 3]]), logIn)).toBe(true);
    expect(isEnded(new Map([['wang', 2]]), logIn)).toBe(false);
    expect(isEnded(new Map([['li', 3]]), logIn)).toBe(false);
  });
});
