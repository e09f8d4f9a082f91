import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { SigningJwk, SigningKeyStore } from '../signing-key/signing-key.store.js';
import { sweepPayloads } from './payload.adapter.js';
import { makeProvider, type ProviderParts } from './provider.js';

const KEYS_EVERY_MS = 5_000;
const SWEEP_EVERY_MS = 300_000;

export interface IssuerLog {
  warn(detail: object, message: string): void;
  error(detail: object, message: string): void;
}

/** The embedded issuer: answers under /oidc and takes up new signing keys while it runs. */
export class Issuer {
  private current: Provider;
  private order: string;
  private keysReadAt = performance.now();
  private answer: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  private readonly timers: NodeJS.Timeout[];

  private constructor(
    readonly parts: ProviderParts,
    private readonly keys: SigningKeyStore,
    private readonly log: IssuerLog,
    first: readonly SigningJwk[],
  ) {
    this.order = orderOf(first);
    [this.current, this.answer] = this.start(first);
    this.timers = [this.every(KEYS_EVERY_MS, () => this.takeUpKeys()), this.every(SWEEP_EVERY_MS, () => this.sweep())];
  }

  /** Throws when the database cannot be reached or GATEWAY_KEY is not the one the keys were sealed with. */
  static async open(parts: ProviderParts, keys: SigningKeyStore, log: IssuerLog): Promise<Issuer> {
    return new Issuer(parts, keys, log, await keys.load());
  }

  get provider(): Provider {
    return this.current;
  }

  /** A warning while the database does not answer the regular reading of keys. */
  get warning(): string | undefined {
    const silentMs = performance.now() - this.keysReadAt;
    if (silentMs < 2 * KEYS_EVERY_MS) return undefined;
    return `the database has not answered for ${Math.floor(silentMs / 1000)} s: no tokens are issued`;
  }

  /**
   * Answers a request whose path begins with /oidc. Its links and cookies use the public URL, never Host, and its caller is
   * the address given, never X-Forwarded-For. False when there is nothing at that path: then nothing is answered.
   */
  async handle(req: IncomingMessage & { originalUrl?: string }, res: ServerResponse, address: string): Promise<boolean> {
    const { protocol, host, pathname } = new URL(this.parts.issuer);
    req.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    req.headers['x-forwarded-host'] = host;
    req.headers['x-forwarded-for'] = address;
    req.originalUrl = req.url ?? '/';
    req.url = req.originalUrl.slice(pathname.length) || '/';
    await this.answer(req, res);
    const isAnswered = res.headersSent || res.statusCode !== 404;
    if (!isAnswered) req.url = req.originalUrl;
    return isAnswered;
  }

  close(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private start(keys: readonly SigningJwk[]): [Provider, (req: IncomingMessage, res: ServerResponse) => Promise<void>] {
    const provider = makeProvider(this.parts, keys);
    provider.on('server_error', (_ctx, error) => this.log.error({ err: error }, 'the issuer failed'));
    (provider as NodeJS.EventEmitter).on('error', (error: Error) => this.log.error({ err: error }, 'the issuer failed'));
    return [provider, provider.callback() as (req: IncomingMessage, res: ServerResponse) => Promise<void>];
  }

  private async takeUpKeys(): Promise<void> {
    const keys = await this.keys.load();
    this.keysReadAt = performance.now();
    const order = orderOf(keys);
    if (order === this.order) return;
    [this.current, this.answer] = this.start(keys);
    this.order = order;
  }

  private async sweep(): Promise<void> {
    await this.keys.sweep();
    await sweepPayloads(this.parts.db);
    await this.parts.lockout.sweep();
  }

  private every(ms: number, work: () => Promise<void>): NodeJS.Timeout {
    const run = () => work().catch((err: unknown) => this.log.warn({ err }, 'issuer upkeep failed; it is tried again'));
    return setInterval(run, ms).unref();
  }
}

/** Which keys there are and which one signs: the first. */
const orderOf = (keys: readonly SigningJwk[]): string => keys.map((key) => key.kid).join(' ');
