import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP } from 'node:net';
import { within } from '@zero-distance/kernel';
import { Agent, buildConnector } from 'undici';
import type { Answer, DeliveryFault } from './outcome.js';
import { isReachable, type Networks } from './reachable-address.js';

/** All the time that a receiver has, from its name to the end of its answer. */
const ANSWER_MS = 10_000;
const CONNECT_MS = 5_000;
/** As much of an answer as is read: it says nothing that counts but its status. */
const ANSWER_BYTES = 16_384;
/** Deliveries of one webhook under way at once, each on a connection of its own: none of them waits for another's answer. */
export const AT_ONCE = 8;

/** What is sent to a receiver. */
export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

class AddressNotAllowed extends Error {
  override readonly name = 'AddressNotAllowed';
}

/** The way to the receivers of webhooks. */
export class Receivers {
  /** @param networks which may be reached besides the public internet */
  constructor(private readonly networks: Networks) {}

  /** Connections for one webhook alone: what stands at the same address, of another client perhaps, waits for none of them. */
  open(): Receiver {
    return new Receiver(this.networks);
  }
}

/**
 * Sends the deliveries of one webhook. Where a name leads is looked at when the connection is made, and the connection goes to just those addresses: a name
 * that leads somewhere else a moment later (DNS rebinding) is of no use. Redirects are not followed.
 */
export class Receiver {
  private readonly agent: Agent;

  /**
   * @param networks which may be reached besides the public internet
   * @param resolve finds the addresses of a name
   */
  constructor(networks: Networks, resolve: Resolve = lookup) {
    const isAllowed = (address: string) => isReachable(address, networks);
    const connect = buildConnector({ timeout: CONNECT_MS, lookup: guardedLookup(isAllowed, resolve) as never });
    this.agent = new Agent({
      connections: AT_ONCE,
      pipelining: 1,
      headersTimeout: ANSWER_MS,
      bodyTimeout: ANSWER_MS,
      keepAliveTimeout: 4_000,
      maxHeaderSize: ANSWER_BYTES,
      connect: (options, callback) => {
        const host = options.hostname.replace(/^\[|\]$/g, '');
        if (isIP(host) !== 0 && !isAllowed(host)) callback(new AddressNotAllowed(host), null);
        else connect(options, callback);
      },
    });
  }

  /** Sends it, and waits no longer than ten seconds. Never throws. */
  async post(post: Post, stopped: AbortSignal): Promise<Answer> {
    const began = performance.now();
    const took = () => Math.round(performance.now() - began);
    try {
      return { ...(await within(ANSWER_MS, (signal) => this.send(post, signal), stopped)), tookMs: took() };
    } catch (error) {
      return { fault: faultOfError(error as Error), tookMs: took() };
    }
  }

  /** The status counts as soon as it is there: of what comes behind it a part is read, for as long as there is time. */
  private async send({ url, headers, body }: Post, signal: AbortSignal): Promise<Omit<Answer, 'tookMs'>> {
    const { origin, pathname, search } = new URL(url);
    const answer = await this.agent.request({
      origin,
      path: pathname + search,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'user-agent': 'zero-distance-webhooks/1' },
      body,
      signal,
    });
    const retryAfter = answer.headers['retry-after'];
    await answer.body.dump({ limit: ANSWER_BYTES, signal }).catch(() => answer.body.destroy());
    return { status: answer.statusCode, ...(typeof retryAfter === 'string' && { retryAfter }) };
  }

  /** Breaks off what is under way. */
  close(): Promise<void> {
    return this.agent.destroy();
  }
}

const TIMED_OUT = /Timeout/;

function faultOfError(error: Error): DeliveryFault {
  if (error instanceof AddressNotAllowed || error.cause instanceof AddressNotAllowed) return 'address-not-allowed';
  return TIMED_OUT.test(error.name) ? 'timed-out' : 'not-reached';
}

/** `dns.lookup` for all addresses. */
type Resolve = (hostname: string, options: LookupAllOptions, callback: (error: Error | null, addresses: LookupAddress[]) => void) => void;
type LookedUp = (error: Error | null, addresses: string | LookupAddress[], family?: number) => void;

/** As `dns.lookup`, but refuses a name of which one address is not allowed. */
const guardedLookup =
  (isAllowed: (address: string) => boolean, resolve: Resolve) =>
  (hostname: string, options: { readonly all?: boolean; readonly family?: number }, callback: LookedUp): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isAllowed(address))) return callback(new AddressNotAllowed(hostname), []);
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
