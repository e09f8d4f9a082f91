import type { MailConfig, SmsConfig } from '../config.js';
import type { MessageChannel } from '../message/message.js';
import type { Adapter } from './adapter.js';
import { httpAdapter } from './http-template.js';
import { localOutbox } from './local-outbox.js';
import { smtpAdapter } from './smtp.js';

/** The ways out, by channel; a channel that is not here is closed. */
export type Adapters = ReadonlyMap<MessageChannel, Adapter>;

/** The ways out that the configuration names. @throws when what they need is missing */
export function chosenAdapters(config: SmsConfig & Partial<MailConfig>): Adapters {
  const directory = config.SMS_OUTBOX_DIRECTORY;
  let outbox: Adapter | undefined; // one, however many channels lead there: it writes one message after the other
  const local = (variable: string): Adapter => {
    if (directory === undefined) throw new Error(`${variable}=local needs SMS_OUTBOX_DIRECTORY`);
    outbox ??= localOutbox(directory);
    return outbox;
  };
  const chosen: [MessageChannel, Adapter][] = [];
  if (config.SMS_ADAPTER !== 'none') chosen.push(['sms', config.SMS_ADAPTER === 'local' ? local('SMS_ADAPTER') : posted(config)]);
  if (config.MAIL_ADAPTER === 'local') chosen.push(['email', local('MAIL_ADAPTER')]);
  if (config.MAIL_ADAPTER === 'smtp') chosen.push(['email', mailed(config as MailConfig)]);
  return new Map(chosen);
}

function posted({ SMS_URL, SMS_HEADERS, SMS_BODY, SMS_SUCCESS }: SmsConfig): Adapter {
  if (SMS_URL === undefined) throw new Error('SMS_ADAPTER=http needs SMS_URL');
  try {
    return httpAdapter({ url: SMS_URL, headers: JSON.parse(SMS_HEADERS), body: SMS_BODY, success: SMS_SUCCESS });
  } catch {
    throw new Error('SMS_HEADERS must be a JSON object with a content-type, and SMS_BODY of that type'); // not what they hold: a key
  }
}

function mailed({ MAIL_FROM, SMTP_HOST, SMTP_PORT, SMTP_TLS, SMTP_USER, SMTP_PASSWORD, SMTP_CA }: MailConfig): Adapter {
  if (SMTP_HOST === undefined || MAIL_FROM === undefined) throw new Error('MAIL_ADAPTER=smtp needs SMTP_HOST and MAIL_FROM');
  const login = { user: SMTP_USER, password: SMTP_PASSWORD };
  return smtpAdapter({ host: SMTP_HOST, port: SMTP_PORT, tls: SMTP_TLS, ca: SMTP_CA, from: MAIL_FROM, ...login });
}
