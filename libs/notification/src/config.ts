import { SIGNED_LINK_CONFIG, Type } from '@zero-distance/platform';

/** What a service that writes to people reads from its environment besides. */
export const NOTIFICATION_CONFIG = {
  ...SIGNED_LINK_CONFIG,
  /** Where the links in messages lead: as the outside sees the gateway. */
  PUBLIC_URL: Type.String({
    pattern: '^https?://[^/\\s]+/?$',
    description: 'scheme, host and port of the gateway, as the outside sees it',
  }),
  /** `none`: nobody is written to, and nothing is kept to be sent. */
  SMS_ADAPTER: Type.Enum(['none', 'http', 'local'], { default: 'none' }),
  SMS_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s]+$', description: 'where text messages are posted to' })),
  /** May hold the gateway's key: rather a file (`SMS_HEADERS_FILE`). */
  SMS_HEADERS: Type.String({ default: '{"content-type":"application/json"}', description: 'headers as a JSON object of texts' }),
  SMS_BODY: Type.String({
    default: '{"id":"{{id}}","to":"{{to}}","text":"{{text}}"}',
    description: 'what is posted, with {{to}}, {{text}} and {{id}}',
  }),
  /** Many gateways answer 200 to what they refuse. */
  SMS_SUCCESS: Type.Optional(
    Type.String({ maxLength: 200, description: 'a text that stands in the answer to what was taken: "errcode":0' }),
  ),
  /** Of the adapter `local`: what would have been sent is written there. For demonstrations: it holds numbers and links. */
  SMS_OUTBOX_DIRECTORY: Type.Optional(Type.String({ pattern: '^/', description: 'an absolute path' })),
};

/** The same, read. */
export interface NotificationConfig {
  readonly SIGNED_LINK_KEYS: string;
  readonly PUBLIC_URL: string;
  readonly SMS_ADAPTER: 'none' | 'http' | 'local';
  readonly SMS_URL?: string;
  readonly SMS_HEADERS: string;
  readonly SMS_BODY: string;
  readonly SMS_SUCCESS?: string;
  readonly SMS_OUTBOX_DIRECTORY?: string;
}
