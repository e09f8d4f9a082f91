/** From when to when a replica was the leader of its service (ADR 0003), in milliseconds since 1970. */
export interface Term {
  readonly replica: string;
  readonly from: number;
  /** Infinity when it still is. */
  readonly to: number;
}

interface Line {
  readonly time?: string;
  readonly msg?: string;
}

/**
 * The terms that one replica tells of in its log, over all its starts.
 * @param killedAt when it was killed: it could write nothing then, and its term was over
 */
export function termsOf(replica: string, service: string, log: string, killedAt: readonly number[]): Term[] {
  const terms: Term[] = [];
  let from: number | undefined;
  const end = (to: number) => {
    if (from !== undefined) terms.push({ replica, from, to });
    from = undefined;
  };
  const killedAfter = (begun: number) => Math.min(...killedAt.filter((at) => at >= begun));
  for (const text of log.split('\n')) {
    if (!text.includes(`leader of ${service}`)) continue;
    const { time = '', msg = '' } = JSON.parse(text) as Line;
    const at = Date.parse(time);
    if (msg.startsWith('no longer leader of ')) end(at);
    else if (msg.startsWith('leader of ')) {
      if (from !== undefined) end(killedAfter(from));
      from = at;
    }
  }
  if (from !== undefined) end(killedAfter(from));
  return terms;
}

/** Which terms of one service were at the same time, and for how long. */
export function overlapsOf(terms: readonly Term[]): { a: string; b: string; ms: number }[] {
  const sorted = terms.toSorted((a, b) => a.from - b.from);
  return sorted.flatMap((a, i) =>
    sorted
      .slice(i + 1)
      .filter((b) => b.from < a.to)
      .map((b) => ({ a: a.replica, b: b.replica, ms: Math.min(a.to, b.to) - b.from })),
  );
}

/** The longest time between two terms in which there was no leader. */
export function longestGap(terms: readonly Term[]): number {
  let longest = 0;
  let covered = Number.POSITIVE_INFINITY;
  for (const { from, to } of terms.toSorted((a, b) => a.from - b.from)) {
    longest = Math.max(longest, from - covered);
    covered = covered === Number.POSITIVE_INFINITY ? to : Math.max(covered, to);
  }
  return longest;
}
