import { seconds } from './finding.js';
import type { Outcome } from './scenario.js';
import type { Recovery } from './victims.js';

/** The verdict as lines of text. */
export function report(outcomes: readonly Outcome[]): string[] {
  const lines = outcomes.flatMap((outcome) => ['', outcome.name, ...measured(outcome), ...findings(outcome)]);
  const failed = outcomes.flatMap((outcome) =>
    outcome.findings.filter(({ holds }) => !holds).map(({ rule }) => `${outcome.name}: ${rule}`),
  );
  return [...lines, '', failed.length === 0 ? 'It held.' : `It did not hold: ${failed.join('; ')}.`];
}

/** Whether everything that has to be true was. */
export const holds = (outcomes: readonly Outcome[]): boolean =>
  outcomes.length > 0 && outcomes.every(({ findings }) => findings.every((each) => each.holds));

const findings = (outcome: Outcome): string[] => outcome.findings.map((each) => `  ${each.holds ? '✓' : '✗'} ${each.rule}: ${each.detail}`);

function measured({ burst, recoveries, outages, lives, livesPerSecond }: Outcome): string[] {
  const lines: string[] = [];
  if (lives !== undefined)
    lines.push(`  ${lives} whole lives${livesPerSecond === undefined ? '' : `; ${livesPerSecond.toFixed(1)}/s undisturbed`}`);
  if (burst) {
    const { sustainedPerSecond, plannedPerSecond, offeredPerSecond, acknowledgedPerSecond, refused } = burst;
    lines.push(
      `  sustained ${sustainedPerSecond.toFixed(0)}/s; planned ${plannedPerSecond.toFixed(0)}/s; offered ${offeredPerSecond.toFixed(0)}/s; acknowledged ${acknowledgedPerSecond.toFixed(0)}/s; ${refused} turned away`,
      `  latency: calm p50 ${ms(burst.calmP50)}; in the burst p50 ${ms(burst.acknowledgedP50)}, p99 ${ms(burst.acknowledgedP99)}, of a refusal p50 ${ms(burst.refusedP50)}`,
      `  as quick as before ${optional(burst.latencyRecoveredMs)} after it, everything handled ${optional(burst.caughtUpMs)} after it`,
    );
  }
  for (const outage of outages ?? []) lines.push(`  ${outage.name}: caught up ${optional(outage.caughtUpMs)} later`);
  return [...lines, ...(recoveries ? perVictim(recoveries) : [])];
}

function perVictim(recoveries: readonly Recovery[]): string[] {
  const names = [...new Set(recoveries.map(({ victim }) => victim))].sort();
  return names.map((name) => {
    const own = recoveries.filter(({ victim }) => victim === name);
    const first = own.map(({ firstSuccessMs }) => optional(firstSuccessMs)).join(', ');
    const caught = own.flatMap((each) => ('caughtUpMs' in each ? [optional(each.caughtUpMs)] : [])).join(', ');
    return `  ${name.padEnd(18)} works again after ${first}; caught up after ${caught || '(not waited for)'}`;
  });
}

const ms = (value: number): string => (Number.isFinite(value) ? `${value.toFixed(0)} ms` : '–');
const optional = (value: number | undefined): string => (value === undefined ? 'never' : seconds(value));
