import { setTimeout as delay } from 'node:timers/promises';

/** So often a call is sent again that says when: a service hears of an area or a category a moment after intake has it. */
const TRIES = 30;
/** And so often something is asked for that another service hears of first. */
const LOOKS = 150;
const LOOK_MS = 200;

/** Whose calls they are, and of what. */
interface Calling {
  readonly gatewayUrl: string;
  readonly token: string;
  readonly signal: AbortSignal | undefined;
}

/** How the product is called, as one client. */
export interface Caller {
  /** The answer; a call that has a key is done once, however often it is sent. */
  call<T>(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown, key?: string): Promise<T>;
  list<T>(path: string): Promise<T[]>;
  /** All pages of a list. */
  all<T>(path: string): Promise<T[]>;
  /** The first of a list, once there is one. */
  first<T>(path: string): Promise<T>;
}

export function callerFor({ gatewayUrl, token, signal }: Calling): Caller {
  const call = async <T>(method: string, path: string, body?: unknown, key?: string): Promise<T> => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(key && { 'idempotency-key': key }),
    };
    const response = await patiently(() => fetch(gatewayUrl + path, { method, headers, body: JSON.stringify(body), signal }), signal);
    if (!response.ok)
      throw new Error(`the demo district: ${method} ${path} was answered with ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  const list = async <T>(path: string) => (await call<{ items: T[] }>('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200`)).items;
  const all = async <T>(path: string): Promise<T[]> => {
    const found: T[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: T[]; next: string | null } = await call(
        'GET',
        `${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  };
  const first = async <T>(path: string): Promise<T> => {
    for (let looks = 1; looks <= LOOKS; looks++) {
      const [found] = await list<T>(path);
      if (found) return found;
      await delay(LOOK_MS, undefined, { signal });
    }
    throw new Error(`the demo district: nothing is at ${path}`);
  };
  return { call, list, all, first };
}

/** The answer, or that of a retry: a call refused with Retry-After may succeed later. */
async function patiently(call: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await call();
    const seconds = Number(response.headers.get('retry-after'));
    if (response.ok || !seconds || tries === TRIES) return response;
    await response.body?.cancel();
    await delay(seconds * 1000, undefined, { signal });
  }
}
