import type { Outcome } from './caller.js';
import type { Response } from './documents.js';
import type { FuzzRequest } from './request.js';

/** What is wrong with an answer, by the rule it breaks. */
export interface Fault {
  readonly rule: Rule;
  readonly detail: string;
}

export const RULES = [
  'no answer is a 5xx',
  'no connection ends without "Connection: close" in the answer before',
  'every answer is one that the document allows',
  'no answer tells of the inside',
] as const;
type Rule = (typeof RULES)[number];

/** What only the inside knows: stacks, statements, places in the code, errors of libraries. */
const INSIDE =
  /\n\s+at .+:\d+:\d+|node_modules|\/dist\/|\.[cm]?[jt]s:\d+|QueryFailedError|\b(Type|Range|Syntax|Reference)Error\b|SQLSTATE|duplicate key value|violates (?:unique|check|foreign|not-null)|invalid input syntax|syntax error at or near|relation "|column "|ECONNREFUSED|ERR_[A-Z_]{4,}|FST_ERR|\bpg_\w+\(|127\.0\.0\.1:\d{4,5}\b/;

/**
 * The faults of one answer; most have none.
 * @param origin where it was sent, the one address that it may name
 */
export function judge(request: FuzzRequest, outcome: Outcome, origin: string): Fault[] {
  if (outcome.kind === 'reset') return [{ rule: RULES[1], detail: outcome.code }];
  const faults: Fault[] = [];
  if (outcome.status >= 500) faults.push({ rule: RULES[0], detail: `${outcome.status} ${codeOf(outcome.text)}` });
  const inside = INSIDE.exec(outcome.text.replaceAll(origin, ''))?.[0];
  if (inside !== undefined && !wasSent(request, inside)) faults.push({ rule: RULES[3], detail: inside });
  const refused = contradiction(request, outcome);
  if (refused !== undefined) faults.push({ rule: RULES[2], detail: refused });
  return faults;
}

const wasSent = ({ target, body }: FuzzRequest, text: string): boolean =>
  decodeURIComponentOr(target).includes(text) || (body?.includes(text) ?? false);

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not every target is valid percent-encoding: that is what some of them try
  }
}

function codeOf(text: string): string {
  return /"code":"([\w.]+)"/.exec(text)?.[1] ?? text.slice(0, 80);
}

/** How an answer differs from what the document says of the operation; undefined when it does not. */
function contradiction(
  { operation, method, target }: FuzzRequest,
  { status, headers, text }: Outcome & { kind: 'answer' },
): string | undefined {
  if (method !== operation.method)
    return REFUSED_UNROUTED.test(codeOf(text)) ||
      isOfNoOperation(status, method, operation.isDocumented(method, target.split('?')[0] as string))
      ? undefined
      : `${status} to ${method}, which is not in the document`;
  const response = operation.responses.get(status);
  if (!response) return `${status} ${codeOf(text)} is not in the document`;
  const code = codeOf(text);
  if (response.codes.size > 0 && !response.codes.has(code)) return `${status} ${code}: the code is not in the document`;
  const missing = response.headers.find((name) => !(name in headers) && isOwed(name, status, response.codes.get(code)));
  if (missing) return `${status} without its header ${missing}`;
  return bodyFault(response, status, headers['content-type'], text);
}

/**
 * A method that the path does not have is not found or not allowed, unless the request itself is refused before. HEAD and OPTIONS are left
 * out of documents; what another operation of the path answers is judged when that is called.
 */
const isOfNoOperation = (status: number, method: string, isOfAnother: boolean): boolean =>
  method === 'HEAD' || method === 'OPTIONS' || (isOfAnother && status < 500) || NOT_THERE.has(status) || REFUSED_UNREAD.has(status);
const NOT_THERE: ReadonlySet<number> = new Set([404, 405]);
/** A body is bounded while it is read, before it is known whom it is for. */
const REFUSED_UNROUTED = /^platform\.body_too_/;
/** Malformed, by a log-in that was ended, too slow, too large, of another media type, too often, or while the service is away. */
const REFUSED_UNREAD: ReadonlySet<number> = new Set([400, 401, 408, 413, 414, 415, 429, 431, 503]);

/** Whether an answer has the header whenever its document names it; others depend on what is answered, and how early. */
function isOwed(name: string, status: number, code: { readonly isPassing: boolean } | undefined): boolean {
  if (name === 'retry-after') return status >= 429 || (code?.isPassing ?? false);
  return OWED.has(name) || (status < 300 && name === 'ratelimit');
}
const OWED = new Set(['x-request-id', 'location']);

function bodyFault({ checks }: Response, status: number, contentType: string | undefined, text: string): string | undefined {
  if (checks.size === 0) return text === '' ? undefined : `${status} with a body, which the document has not`;
  const type = contentType?.split(';')[0]?.trim() ?? 'none';
  const check = checks.get(type);
  if (!check) return `${status} as ${type}, which is not in the document`;
  let value: unknown;
  try {
    value = /json$/.test(type) ? JSON.parse(text) : text;
  } catch {
    return `${status} with a body that is not JSON: ${text.slice(0, 80)}`;
  }
  if (check(value)) return undefined;
  const [error] = check.errors ?? [];
  return `${status}: ${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}`;
}
