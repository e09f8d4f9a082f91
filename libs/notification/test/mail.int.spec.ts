import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { type MailServer, smtpAdapter } from '../src/adapters/smtp.js';
import { selfSigned } from './certificate.js';

/** What the server was given. */
interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly message: string;
}

const LETTER = {
  id: '0190a5c0-7c1e-7000-8000-000000000031',
  to: 'zhang@example.gov.cn',
  title: '有工单派给您的单位',
  text: '有工单派给您的单位，编号230903011001-261123-000417。',
};

const certificate = selfSigned();
let server: SMTPServer;
let taken: Taken[] = [];
/** What is answered to the next command of a kind. */
let refusals: { readonly at: 'MAIL' | 'RCPT' | 'DATA'; readonly code: number }[] = [];

const refusal = (at: 'MAIL' | 'RCPT' | 'DATA'): Error | null => {
  if (refusals[0]?.at !== at) return null;
  const { code } = refusals.shift() as { code: number };
  return Object.assign(new Error('not for zhang@example.gov.cn'), { responseCode: code });
};

beforeAll(async () => {
  server = new SMTPServer({
    ...certificate,
    authOptional: true,
    onAuth: ({ username, password }, _, done) =>
      password === 'right' ? done(null, { user: username }) : done(Object.assign(new Error('wrong'), { responseCode: 535 })),
    onMailFrom: (_, __, done) => done(refusal('MAIL')),
    onRcptTo: (_, __, done) => done(refusal('RCPT')),
    onData: (stream, { envelope, secure, user }, done) => {
      void text(stream).then((message) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const fault = refusal('DATA');
        if (!fault)
          taken.push({ from, to: envelope.rcptTo.map(({ address }) => address), secure, user: user as string | undefined, message });
        done(fault);
      });
    },
  });
  server.on('error', () => undefined); // who does not trust it hangs up
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(() => {
  taken = [];
  refusals = [];
});

const portOf = (listening: { address(): unknown }): number => (listening.address() as AddressInfo).port;
const mail = (changes: Partial<MailServer> = {}) =>
  smtpAdapter({ host: '127.0.0.1', port: portOf(server.server), tls: 'none', from: 'notice@example.gov.cn', ...changes });

describe('an e-mail', () => {
  it('goes to one address as plain text, with the same id at each attempt, and asks for no answer', async () => {
    for (const _ of [1, 2]) expect(await mail().send(LETTER)).toBeUndefined();
    const [{ message, ...envelope }] = taken as [Taken];
    expect(envelope).toEqual({ from: 'notice@example.gov.cn', to: [LETTER.to], secure: false, user: undefined });
    expect(message).toMatch(new RegExp(`^Message-ID: <${LETTER.id}@example.gov.cn>\r?$`, 'm'));
    expect(message).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(message).toMatch(/^Content-Type: text\/plain; charset=utf-8\r?$/m);
    expect(Buffer.from(message.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString()).toBe(LETTER.text);
    expect(taken[1]?.message).toContain(`Message-ID: <${LETTER.id}@`);
  });

  it('has no line and no recipient that a title or an address tries to add', async () => {
    expect(await mail().send({ ...LETTER, title: 'a\r\nBcc: other@example.gov.cn\r\n\r\nbody' })).toBeUndefined();
    expect(taken[0]?.message).not.toMatch(/^Bcc:/m);
    expect(taken[0]?.to).toEqual([LETTER.to]);
    for (const to of ['a@x.cn, b@x.cn', 'a@x.cn>\r\nRCPT TO:<b@x.cn'])
      expect(await mail().send({ ...LETTER, to })).toEqual({ code: 'no-address', permanent: true });
    expect(taken).toHaveLength(1);
  });

  it.each([
    ['RCPT', 550, true],
    ['DATA', 554, true],
    ['MAIL', 451, false],
    ['RCPT', 450, false],
  ] as const)('that is refused at %s with %i is given up: %s, and what is told of it holds no address', async (at, code, permanent) => {
    refusals = [{ at, code }];
    expect(await mail().send(LETTER)).toEqual({ code: `smtp-${code}`, permanent });
  });
});

describe('the connection', () => {
  it('is encrypted before the password and the letter go over it', async () => {
    const login = { host: 'localhost', tls: 'starttls', user: 'zd', ca: certificate.cert } as const;
    expect(await mail({ ...login, password: 'right' }).send(LETTER)).toBeUndefined();
    expect(taken).toMatchObject([{ secure: true, user: 'zd', to: [LETTER.to] }]);
    // The letter is not to blame for a wrong password: it is tried again.
    expect(await mail({ ...login, password: 'wrong' }).send(LETTER)).toEqual({ code: 'smtp-535', permanent: false });
  });

  it('is not made in plain where TLS is asked for: a server whose certificate nobody vouches for gets neither password nor letter', async () => {
    expect(await mail({ tls: 'starttls', user: 'zd', password: 'right' }).send(LETTER)).toEqual({ code: 'unreachable', permanent: false });
    expect(taken).toEqual([]);
  });

  it('that leads nowhere passes', async () => {
    const closed: Server = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const port = portOf(closed);
    closed.close();
    expect(await mail({ port }).send(LETTER)).toEqual({ code: 'unreachable', permanent: false });
  });
});
