import type { Finding, Result } from './fuzz.js';
import { RULES } from './judge.js';
import type { FuzzRequest } from './request.js';

const SHOWN_BYTES = 300;
const NO_CONNECTION = 'ECONNRESET';

/** The result as lines of text. */
export function report({ sent, operations, statuses, findings, slow, unrest }: Result): string[] {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status === 0 ? 'no answer' : status} ${count}`);
  const rules = RULES.flatMap((rule) =>
    ofRule(
      rule,
      findings.filter((finding) => finding.rule === rule),
    ),
  );
  const rest = unrest.map(({ process, name, value }) => `    ${process}: ${name} ${value}`);
  return [
    `${sent} requests to ${operations} operations: ${counts.join(', ')}`,
    ...rules,
    `  ${mark(unrest.length === 0)} every gauge of work under way is at rest afterwards`,
    ...rest,
    `  answers over two seconds: ${slow.length}${slow.length > 0 ? `: ${slow.slice(0, 5).join('; ')}` : ''}`,
    holds({ findings, unrest }) ? 'It held.' : 'It did not hold.',
  ];
}

/** Whether everything that has to be true was; how long answers took is told, not judged. */
export const holds = ({ findings, unrest }: Pick<Result, 'findings' | 'unrest'>): boolean => findings.length === 0 && unrest.length === 0;

const mark = (good: boolean): string => (good ? '✓' : '✗');

const ofRule = (rule: string, findings: readonly Finding[]): string[] => [
  `  ${mark(findings.length === 0)} ${rule}`,
  ...findings.flatMap(ofFinding),
];

function ofFinding({ detail, times, operations, request, before }: Finding): string[] {
  const [first, ...others] = operations;
  const lines = [`    ${times} × ${detail}: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`, `      ${asCurl(request)}`];
  return before && detail === NO_CONNECTION ? [...lines, `      after ${asCurl(before)}`] : lines;
}

/** The request as a command, as far as one line can carry it. */
function asCurl({ method, target, headers, body }: FuzzRequest): string {
  const shown = Object.entries(headers).map(([name, value]) => `-H '${name}: ${name === 'authorization' ? '…' : value.slice(0, 60)}'`);
  const data = body
    ? ` --data-binary '${body.toString('utf8', 0, SHOWN_BYTES)}${body.length > SHOWN_BYTES ? `… (${body.length} bytes)` : ''}'`
    : '';
  return `curl -X ${method} '${target.slice(0, SHOWN_BYTES)}' ${shown.join(' ')}${data}`;
}
