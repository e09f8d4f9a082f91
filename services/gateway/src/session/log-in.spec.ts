import { describe, expect, it } from '@jest/globals';
import { isEnded, logInOf } from './log-in.js';

const bearer = (claims: unknown) => `Bearer head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
const person = { accountId: 'wang', sessionId: 's-1', credentials: 2 };
const client = { clientId: 'desk', credentials: 4 };

describe('the log-in of an access token', () => {
  it('is what the token of a person or of a system says, and none of another issuer or of what is no token', () => {
    const ofPerson = { sub: 'wang', sid: 's-1', credentials: 2 };
    const ofClient = { client_id: 'desk', clientCredentials: 4 };
    expect(logInOf(bearer({ ...ofPerson, ...ofClient }))).toEqual({ person, client });
    expect(logInOf(bearer(ofPerson))).toEqual({ person });
    expect(logInOf(bearer({ sub: 'desk', ...ofClient }))).toEqual({ client });
    const others = [
      { sub: 'housing', client_id: 'housing' },
      { sub: 'wang', sid: 's-1' },
      { sub: 'wang', sid: 's-1', credentials: '2' },
      null,
      'text',
    ];
    const none = [...others.map(bearer), undefined, '', 'Bearer x', 'Bearer a.%%%.c', 'Basic d2FuZzpzZWNyZXQ='];
    expect(none.map(logInOf)).toEqual(none.map(() => undefined));
  });

  it('is ended with its session alone, and with all of the account that were let in by credentials of before', () => {
    expect(isEnded(new Map([['s-1', null]]), { person })).toBe(true);
    expect(isEnded(new Map([['s-2', null]]), { person })).toBe(false);
    expect(isEnded(new Map([['wang', 3]]), { person })).toBe(true);
    expect(isEnded(new Map([['wang', 2]]), { person })).toBe(false);
    expect(isEnded(new Map([['li', 3]]), { person })).toBe(false);
  });

  it('is ended with the credentials of the client it was issued to, be it a system or the screen of a person', () => {
    expect(isEnded(new Map([['client:desk', 5]]), { client })).toBe(true);
    expect(isEnded(new Map([['client:desk', 5]]), { person, client })).toBe(true);
    expect(isEnded(new Map([['client:desk', 4]]), { person, client })).toBe(false);
    expect(isEnded(new Map([['client:window', 5]]), { client })).toBe(false);
    expect(isEnded(new Map([['desk', 5]]), { client })).toBe(false); // an account of the same name
  });
});
