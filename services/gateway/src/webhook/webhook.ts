import { HOUR_MS } from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import { isReachable, type Networks } from './reachable-address.js';

export const WEBHOOK_STATES = ['enabled', 'disabled'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** Why a webhook is disabled: its owner or an administrator asked for it, its receiver is gone (410), or took nothing for too long. */
export const DISABLED_REASONS = ['asked', 'gone', 'unreachable'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

export const DELIVERY_STATES = ['waiting', 'delivered', 'dropped'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** 订阅: which events a client is told of, and where. */
export interface Webhook {
  readonly id: string;
  readonly version: number;
  /** The client whose it is. */
  readonly ownerId: string;
  readonly url: string;
  readonly types: readonly string[];
  /** What the owner's token could do when it was registered or changed; what the client may do now narrows it. */
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** '' for every area. */
  readonly areaCode: string;
  readonly org: string | null;
  readonly organisationId: string | null;
  readonly state: WebhookState;
  readonly disabledReason: DisabledReason | null;
  readonly secretSealed: Buffer;
  /** The one before, with which is signed besides until then. */
  readonly previousSecretSealed: Buffer | null;
  readonly previousUntil: Date | null;
  /** Up to here the feed is told, or waits to be. */
  readonly lastId: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Webhooks of one client. */
export const MOST_WEBHOOKS = 20;

/** What is sent because somebody asked for it, and not because something happened: no more often than this, of one webhook. */
export interface Bound {
  readonly most: number;
  readonly spanMs: number;
}
/** Each may send the events of weeks once more, and leaves a row of each. */
export const REPLAYS: Bound = { most: 10, spanMs: 24 * HOUR_MS };
/** Each goes to an address that nobody has shown to be the caller's. */
export const TESTS: Bound = { most: 30, spanMs: HOUR_MS };

/** When there were some within the bound's span, and one more now; refuses one too many. @param times oldest first */
export function withOneMore(times: readonly Date[], { most, spanMs }: Bound, now: Date): Date[] {
  const within = times.filter((time) => now.getTime() - time.getTime() < spanMs);
  const last = within.at(-most);
  if (last === undefined) return [...within, now];
  const retryAfterSeconds = Math.ceil((last.getTime() + spanMs - now.getTime()) / 1000);
  throw refuse('webhook.too_often', { limit: most, hours: spanMs / HOUR_MS, retryAfterSeconds });
}

/** Where webhooks may be sent. */
export class WebhookReach {
  constructor(
    readonly networks: Networks,
    readonly plainHttp: boolean,
  ) {}
}

/**
 * The address as it will be called: in one spelling, without what nobody sees. Refuses one to which nothing would be sent. A name is looked at when it is
 * connected to: what it leads to now says nothing of later.
 */
export function checkUrl(text: string, { networks, plainHttp }: WebhookReach): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const no = (zh: string, en: string) => refuse('webhook.url_refused', { zh, en });
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) throw no('须为 https 地址', 'it is no https address');
  if (url.protocol === 'http:' && !plainHttp) throw no('须为 https', 'it has to be https');
  if (url.username || url.password || url.hash) throw no('不得含用户名、密码或“#”', 'it may have no user, password or fragment');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':');
  if (isAddress && !isReachable(host, networks)) throw no('不得为内部地址', 'it is an address of the house');
  return url.href;
}
