import { SIGNED_LINK_CONFIG, Type } from '@zero-distance/platform';

/** How text messages, or whatever goes to a telephone number, leave the house. */
export const SMS_CONFIG = {
  /** `none`: nobody is written to, and nothing is kept to be sent. */
  SMS_ADAPTER: Type.Enum(['none', 'http', 'local'], { default: 'none' }),
  SMS_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$', description: 'where text messages are posted to' })),
  /** May hold the gateway's key: rather a file (`SMS_HEADERS_FILE`). */
  SMS_HEADERS: Type.String({ default: '{"content-type":"application/json"}', description: 'headers as a JSON object of texts' }),
  SMS_BODY: Type.String({
    default: '{"id":"{{id}}","to":"{{to}}","text":"{{text}}"}',
    description: 'what is posted, with {{to}}, {{text}}, {{title}} and {{id}}',
  }),
  /** Many gateways answer 200 to what they refuse. */
  SMS_SUCCESS: Type.Optional(
    Type.String({ maxLength: 200, description: 'a text that stands in the answer to what was taken: "errcode":0' }),
  ),
  /** Of the adapter `local`: what would have been sent is written there. For demonstrations: it holds numbers and links. */
  SMS_OUTBOX_DIRECTORY: Type.Optional(Type.String({ pattern: '^/', description: 'an absolute path' })),
};

/** How e-mail leaves the house. */
export const MAIL_CONFIG = {
  /** `local` writes to `SMS_OUTBOX_DIRECTORY`. */
  MAIL_ADAPTER: Type.Enum(['none', 'smtp', 'local'], { default: 'none' }),
  MAIL_FROM: Type.Optional(Type.String({ maxLength: 254, description: 'the address that e-mail comes from: notice@example.gov.cn' })),
  SMTP_HOST: Type.Optional(Type.String({ pattern: '^[\\w.:-]+$', description: 'the name or address of the mail server' })),
  SMTP_PORT: Type.Integer({ minimum: 1, maximum: 65535, default: 587 }),
  SMTP_TLS: Type.Enum(['starttls', 'implicit', 'none'], { default: 'starttls' }),
  SMTP_USER: Type.Optional(Type.String({ maxLength: 256 })),
  /** Rather a file (`SMTP_PASSWORD_FILE`). */
  SMTP_PASSWORD: Type.Optional(Type.String({ maxLength: 1024 })),
  /** As a file (`SMTP_CA_FILE`). Without it: the authorities that Node.js trusts. */
  SMTP_CA: Type.Optional(Type.String({ pattern: '^-----BEGIN CERTIFICATE-----', description: 'certificates as PEM' })),
};

/** What a service that writes to residents reads from its environment besides. */
export const NOTIFICATION_CONFIG = {
  ...SIGNED_LINK_CONFIG,
  ...SMS_CONFIG,
  /** Where the links in messages lead: as the outside sees the gateway. */
  PUBLIC_URL: Type.String({
    pattern: '^https?://[^/\\s]+/?$',
    description: 'scheme, host and port of the gateway, as the outside sees it',
  }),
};

/** {@link SMS_CONFIG}, read. */
export interface SmsConfig {
  readonly SMS_ADAPTER: 'none' | 'http' | 'local';
  readonly SMS_URL?: string;
  readonly SMS_HEADERS: string;
  readonly SMS_BODY: string;
  readonly SMS_SUCCESS?: string;
  readonly SMS_OUTBOX_DIRECTORY?: string;
}

/** {@link MAIL_CONFIG}, read. */
export interface MailConfig {
  readonly MAIL_ADAPTER: 'none' | 'smtp' | 'local';
  readonly MAIL_FROM?: string;
  readonly SMTP_HOST?: string;
  readonly SMTP_PORT: number;
  readonly SMTP_TLS: 'starttls' | 'implicit' | 'none';
  readonly SMTP_USER?: string;
  readonly SMTP_PASSWORD?: string;
  readonly SMTP_CA?: string;
  readonly SMS_OUTBOX_DIRECTORY?: string;
}

/** What links to residents are made with. */
export interface LinkConfig {
  readonly SIGNED_LINK_KEYS: string;
  readonly PUBLIC_URL: string;
}
