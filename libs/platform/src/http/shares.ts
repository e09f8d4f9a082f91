import { refuseRequest } from '../errors.js';
import { siteOf } from './caller-network.js';

/** Parts for one IPv6 /48: a site with many lines needs more than one; sixteen would be all of them. */
const PARTS_OF_A_SITE = 4;

/** A scarce resource: each caller's network may have one part, each IPv6 /48 four, all together no more than the total. */
export class Shares {
  private readonly networks = new Map<string, number>();
  private readonly sites = new Map<string, number>(); // IPv6 only
  private total = 0;

  /** @param of the resource, as the gauges name it */
  constructor(
    readonly of: string,
    readonly each: number,
    readonly all: number = Number.POSITIVE_INFINITY,
  ) {}

  /** Takes so much for a network (`networkOf`), or says whose bound it would exceed. */
  take(network: string, amount: number): 'taken' | 'beyond each' | 'beyond all' {
    const has = this.networks.get(network) ?? 0;
    if (has + amount > this.each) return 'beyond each';
    const site = siteOf(network);
    const siteHas = site === network ? 0 : (this.sites.get(site) ?? 0);
    if (siteHas + amount > this.each * PARTS_OF_A_SITE) return 'beyond each';
    if (this.total + amount > this.all) return 'beyond all';
    this.networks.set(network, has + amount);
    if (site !== network) this.sites.set(site, siteHas + amount);
    this.total += amount;
    return 'taken';
  }

  /** Gives back what was taken. */
  giveBack(network: string, amount: number): void {
    lessen(this.networks, network, amount);
    lessen(this.sites, siteOf(network), amount);
    this.total -= amount;
  }

  get taken(): number {
    return this.total;
  }

  /** How many have a part. */
  get callers(): number {
    return this.networks.size;
  }
}

function lessen(parts: Map<string, number>, key: string, amount: number): void {
  const left = (parts.get(key) ?? 0) - amount;
  if (left > 0) parts.set(key, left);
  else parts.delete(key);
}

/**
 * Takes a part; refuses (429 or 503, with Retry-After) when there is none.
 * @param mayGoOn true where the rest of the body will be read: else it would hold the connection, which is closed
 */
export function takeOrRefuse(shares: Shares, network: string, amount: number, mayGoOn = false): void {
  const outcome = shares.take(network, amount);
  if (outcome === 'taken') return;
  const reason = outcome === 'beyond each' ? 'too_many_at_once' : 'overloaded';
  throw refuseRequest(reason, {}, { headers: { 'retry-after': '2', ...(mayGoOn ? {} : { connection: 'close' }) } });
}
