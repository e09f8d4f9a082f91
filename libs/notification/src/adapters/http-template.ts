import { log } from '@zero-distance/platform';
import type { Failure } from '../message/message.js';
import type { Adapter, Letter } from './adapter.js';

/** How a gateway is called: everything that differs from one to the next. */
export interface HttpTemplate {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** With `{{to}}`, `{{title}}`, `{{text}}` and `{{id}}`. */
  readonly body: string;
  /** Stands in the answer to what was taken; any 2xx is success where it is not told. */
  readonly success?: string;
}

const TIMEOUT_MS = 10_000;
/** As much of an answer is looked at. */
const ANSWER_BYTES = 4096;

/** Values as they stand in each kind of body, so that no text can end a string or begin a field. */
const ESCAPES: Readonly<Record<string, (value: string) => string>> = {
  'application/json': (value) => JSON.stringify(value).slice(1, -1),
  'application/x-www-form-urlencoded': encodeURIComponent,
};

/** 短信网关 and WeChat Work: whatever takes a message by one HTTP request. @throws when the template cannot be right */
export function httpAdapter(template: HttpTemplate): Adapter {
  const headers = new Headers(template.headers);
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const escaped = ESCAPES[type];
  if (!escaped) throw new Error(`the headers must say a content-type that is one of ${Object.keys(ESCAPES).join(', ')}`);
  const fill = (letter: Letter) => template.body.replace(/\{\{(to|title|text|id)\}\}/g, (_, name: keyof Letter) => escaped(letter[name]));
  if (type === 'application/json') JSON.parse(fill({ id: '', to: '', title: '', text: '' }));
  return { send: (letter) => post(template, headers, letter.id, fill(letter)) };
}

async function post({ url, success }: HttpTemplate, common: Headers, id: string, body: string): Promise<Failure | undefined> {
  const headers = new Headers(common);
  headers.set('idempotency-key', id);
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await beginningOf(answer);
    if (!answer.ok) return refusalOf(answer);
    return success === undefined || text.includes(success) ? undefined : { code: 'refused', permanent: false };
  } catch (error) {
    log.debug({ err: error }, 'a message could not be posted');
    return { code: error instanceof DOMException ? 'timeout' : 'unreachable', permanent: false };
  }
}

/** What is wrong with the message stays wrong; what is wrong with the gateway, or its patience, passes. */
function refusalOf({ status, headers }: Response): Failure {
  const passes = status >= 500 || status === 408 || status === 425 || status === 429;
  const seconds = Number(headers.get('retry-after'));
  return { code: `http-${status}`, permanent: !passes, ...(passes && seconds > 0 && { retryAfterSeconds: Math.min(seconds, 86_400) }) };
}

/** The first bytes of an answer; the rest is not read. */
async function beginningOf({ body }: Response): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    pieces.push(Buffer.from(piece));
    bytes += piece.length;
    if (bytes >= ANSWER_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8', 0, ANSWER_BYTES);
}
