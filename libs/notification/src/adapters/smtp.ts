import { log } from '@zero-distance/platform';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Failure } from '../message/message.js';
import type { Adapter, Letter } from './adapter.js';

/** The mail server that takes what is to be sent. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `starttls` and `implicit` send nothing in plain; `none` is for a server on this machine. */
  readonly tls: 'starttls' | 'implicit' | 'none';
  readonly user?: string;
  readonly password?: string;
  /** A certificate authority of the house's own, as PEM. */
  readonly ca?: string;
  readonly from: string;
}

/** One command may take so long, and a whole letter. */
const STEP_MS = 10_000;
const LETTER_MS = 30_000;

/** One mailbox, and nothing that could be read as two, as a name or as the beginning of another line. */
export const MAILBOX = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,185}[A-Za-z0-9])?$/;

/** Whether a text is one address that can be written to. */
export const isMailbox = (text: string): boolean => MAILBOX.test(text);

/** 电子邮件: one connection a letter, plain text only. @throws when what it is given cannot be right */
export function smtpAdapter(server: MailServer): Adapter {
  if (!isMailbox(server.from)) throw new Error('MAIL_FROM must be one address, as notice@example.gov.cn');
  if ((server.user === undefined) !== (server.password === undefined)) throw new Error('SMTP_USER and SMTP_PASSWORD belong together');
  if (server.tls === 'none' && server.password !== undefined)
    throw new Error('SMTP_PASSWORD is not sent in plain: SMTP_TLS must not be none');
  return {
    async send(letter) {
      if (!isMailbox(letter.to)) return { code: 'no-address', permanent: true };
      return deliver(server, letter, await compose(server, letter));
    },
  };
}

/** Files and addresses named in a text are never opened; the id stays the same for each attempt, so that a mailbox can tell. */
const compose = ({ from }: MailServer, { id, to, title, text }: Letter): Promise<Buffer> =>
  new MailComposer({
    from,
    to: { name: '', address: to },
    subject: title.replace(/[\r\n]+/g, ' '),
    text,
    messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

async function deliver(server: MailServer, { to }: Letter, message: Buffer): Promise<Failure | undefined> {
  const connection = connect(server);
  const ended = new Promise<never>((_, reject) => connection.once('error', reject));
  const late = setTimeout(() => connection.emit('error', Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), LETTER_MS);
  try {
    await Promise.race([ended, converse(connection, server, { from: server.from, to: [to] }, message)]);
    connection.quit();
    return undefined;
  } catch (error) {
    return failureOf(error as SMTPConnection.SMTPError);
  } finally {
    clearTimeout(late);
    connection.on('error', () => undefined); // what is left of it says so when it is closed
    connection.close();
  }
}

function connect({ host, port, tls, ca }: MailServer): SMTPConnection {
  return new SMTPConnection({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    tls: { ca, minVersion: 'TLSv1.2' },
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
  });
}

async function converse(
  connection: SMTPConnection,
  { user, password }: MailServer,
  envelope: SMTPConnection.Envelope,
  message: Buffer,
): Promise<void> {
  await said((done) => connection.connect(done));
  if (user !== undefined && password !== undefined)
    await said((done) => connection.login({ credentials: { user, pass: password } } as SMTPConnection.AuthenticationType, done));
  await said((done) => connection.send(envelope, message, done));
}

const said = (ask: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => ask((error) => (error ? reject(error) : resolve())));

/** The commands that are about the letter. What is refused before them is the sender's own matter, and may be mended. */
const OF_THE_LETTER = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

/** 5xx to the letter stays as it is; 4xx passes, and so does whatever is wrong with the server or with us. */
function failureOf({ code, command, responseCode }: SMTPConnection.SMTPError): Failure {
  log.debug({ code, command, responseCode }, 'a letter could not be sent');
  if (responseCode !== undefined)
    return { code: `smtp-${responseCode}`, permanent: responseCode >= 500 && OF_THE_LETTER.has(command ?? '') };
  return { code: code === 'ETIMEDOUT' ? 'timeout' : code === 'ETLS' ? 'tls' : 'unreachable', permanent: false };
}
