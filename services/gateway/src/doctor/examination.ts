import { type Check, type CheckTools, type Finding, type Level, unknown, worst } from './check.js';

/** What a check said. */
export interface Result {
  readonly check: string;
  readonly level: Level;
  readonly findings: readonly Finding[];
}

/** A check that asks servers has its answer by then, or there is none. */
const WITHIN_MS = 8_000;

/** Runs all checks at once. None waits for ever, and one that falls over does not keep the others from telling. */
export const examine = (checks: readonly Check[], tools: CheckTools): Promise<Result[]> =>
  Promise.all(
    checks.map(async ({ name, look, withinMs = WITHIN_MS }) => {
      const findings = await Promise.race([look(tools), late(withinMs)]).catch(notAsked);
      return { check: name, level: worst(findings.map(({ level }) => level)), findings };
    }),
  );

async function late(withinMs: number): Promise<readonly Finding[]> {
  await new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
  const seconds = Math.round(withinMs / 1000);
  return [unknown(`${seconds} 秒内没有结果`, `there was no answer within ${seconds} s`)];
}

/** Never the message of an error that is not ours: it may hold an address with a password. */
function notAsked(error: unknown): readonly Finding[] {
  const reason = (error as { code?: string }).code ?? (error as Error).name;
  return [unknown(`无法查询（${reason}）`, `could not be asked (${reason})`)];
}

const EXIT_CODES: Readonly<Record<Level, number>> = { well: 0, unknown: 1, warning: 1, broken: 2 };

/** 0 all is well, 1 something wants attention or could not be asked, 2 something is broken. */
export const exitCodeOf = (results: readonly Result[]): number => EXIT_CODES[worst(results.map(({ level }) => level))];

const MARKS: Readonly<Record<Level, string>> = { well: 'ok     ', unknown: 'unknown', warning: 'WARNING', broken: 'BROKEN ' };

/** A line for each finding, and one for what to do about it. */
export function table(results: readonly Result[]): string {
  const width = Math.max(...results.map(({ check }) => check.length));
  const lines = results.flatMap(({ check, findings }) =>
    findings.flatMap(({ level, zh, en, fix }) => [
      `${MARKS[level]}  ${check.padEnd(width)}  ${zh} / ${en}`,
      ...(fix ? [`${' '.repeat(width + 11)}→ ${fix.zh} / ${fix.en}`] : []),
    ]),
  );
  return lines.join('\n');
}
