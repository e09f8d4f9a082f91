import { setTimeout as sleep } from 'node:timers/promises';

/** So long one answer may take; a large list is a file that streams. */
const ANSWER_LIMIT_MS = 120_000;

export const CSV = 'text/csv';
export const GEOJSON = 'application/geo+json';
type FileType = typeof CSV | typeof GEOJSON;

/** What `/oidc/token` answers. */
interface Token {
  readonly access_token: string;
  readonly expires_in: number;
}

/** A running system, by its API and with the rights of one client. */
export class DistrictApi {
  private token?: { readonly value: string; readonly until: number };

  constructor(
    private readonly url: string,
    private readonly clientId: string,
    private readonly clientSecret: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.json<T>(path, {});
  }

  /** A list as a file of that type, without the mark of its encoding. */
  async file(path: string, type: FileType): Promise<string> {
    const response = await this.ask(path, { headers: { accept: type } });
    if (!response.headers.get('content-type')?.startsWith(type)) throw new Error(`${path}: is no list that leaves as a file`);
    return (await response.text()).replace(/^\uFEFF/, '');
  }

  /** A file of any sort, in Base64. */
  async bytes(path: string): Promise<string> {
    return Buffer.from(await (await this.ask(path, {})).arrayBuffer()).toString('base64');
  }

  /** Every row of a list. */
  async all(path: string): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = `${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = await this.get<{ items: Record<string, unknown>[]; next: string | null }>(next);
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  post<T>(path: string, body: object): Promise<T> {
    return this.json<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  put<T>(path: string, body: object, version: number): Promise<T> {
    return this.json<T>(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify(body),
    });
  }

  send<T>(path: string, file: string, type: FileType): Promise<T> {
    return this.json<T>(path, { method: 'POST', headers: { 'content-type': `${type}; charset=utf-8` }, body: file });
  }

  private async json<T>(path: string, options: RequestInit): Promise<T> {
    return (await (await this.ask(path, options)).json()) as T;
  }

  /** Waits as long as a 429 or 503 says; any other refusal is thrown with what the problem says. */
  private async ask(path: string, options: RequestInit): Promise<Response> {
    for (;;) {
      const headers = { ...options.headers, authorization: `Bearer ${await this.authorise()}` };
      const response = await fetch(`${this.url}${path}`, { ...options, headers, signal: AbortSignal.timeout(ANSWER_LIMIT_MS) });
      if (response.ok) return response;
      const wait = Number(response.headers.get('retry-after'));
      if (![429, 503].includes(response.status) || !(wait > 0)) throw await refusal(path, response);
      await response.body?.cancel();
      await sleep(wait * 1000);
    }
  }

  private async authorise(): Promise<string> {
    if (this.token && this.token.until > Date.now()) return this.token.value;
    const response = await fetch(`${this.url}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    if (!response.ok) throw await refusal('/oidc/token', response);
    const { access_token: value, expires_in: seconds } = (await response.json()) as Token;
    this.token = { value, until: Date.now() + (seconds * 1000) / 2 };
    return value;
  }
}

async function refusal(path: string, response: Response): Promise<Error> {
  const text = await response.text();
  return new Error(`${path}: ${response.status} ${text.slice(0, 2_000)}`);
}
