import { describe, expect, it } from '@jest/globals';
import { isMailbox, type MailServer, smtpAdapter } from './smtp.js';

const SERVER: MailServer = { host: '127.0.0.1', port: 2525, tls: 'starttls', from: 'notice@example.gov.cn' };

describe('an address that is written to', () => {
  it.each([
    'two@example.gov.cn, three@example.gov.cn',
    'a@example.gov.cn\r\nBcc: b@example.gov.cn',
    'Zhang <a@example.gov.cn>',
    '<a@example.gov.cn>',
    '"a b"@example.gov.cn',
    'a@-example.gov.cn',
    'a@[127.0.0.1]',
    'example.gov.cn',
    '',
  ])('is one mailbox, which %j is not', (text) => {
    expect(isMailbox(text)).toBe(false);
  });

  it('is any other, as people have them', () => {
    expect(['a.b+c@example.gov.cn', "o'neil_1@mail.example.cn", 'x@y'].filter((text) => !isMailbox(text))).toEqual([]);
  });
});

it.each<[string, Partial<MailServer>, RegExp]>([
  ['with a password in plain', { tls: 'none', user: 'u', password: 'p' }, /SMTP_TLS/],
  ['with half of a log-in', { user: 'u' }, /belong together/],
  ['from more than one address', { from: 'a@x.cn, b@x.cn' }, /MAIL_FROM/],
])('E-mail is not configured %s', (_, wrong, says) => {
  expect(() => smtpAdapter({ ...SERVER, ...wrong })).toThrow(says);
});
