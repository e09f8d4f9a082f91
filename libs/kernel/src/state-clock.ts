/** What sees to it that a matter does not stay in an open state for ever. */
type OpenClock =
  /** It is due by this policy of its service. `next` is the way on when that is no action of the table. */
  | { readonly policy: string; readonly next?: string }
  /** It is due by a time that was set for it, kept in this field. */
  | { readonly field: string }
  /** It waits for work in these machines, whose clocks run meanwhile; while none of them has it, it is due by this policy of its service. */
  | { readonly waitsFor: readonly string[]; readonly otherwise?: string };

/** The clock of a state. `final`: nothing is left to do. `momentary`: left by the statement that enters it. */
export type StateClock = OpenClock | 'final' | 'momentary';

/** A clock in words, for the README. */
export function clockText(clock: StateClock): string {
  if (typeof clock === 'string') return clock;
  if ('policy' in clock) return clock.next ? `\`${clock.policy}\`, then ${clock.next}` : `\`${clock.policy}\``;
  if ('field' in clock) return `\`${clock.field}\``;
  const waits = `that of ${clock.waitsFor.join(' or ')}`;
  return clock.otherwise ? `${waits}, else \`${clock.otherwise}\`` : waits;
}

type Clocks<S extends string> = Readonly<Record<S, StateClock>>;

/** The parts of a state machine that show whether somebody can always go on. */
interface WaysOn<S extends string> {
  readonly rows: readonly { readonly from: readonly S[]; readonly to: S; readonly by: readonly string[] }[];
  readonly clocks: Clocks<S>;
}

/** The open states that no person can lead on from and that wait for no other machine, and the final ones that a person can lead on from. */
export function statesWithoutWayOn<S extends string>({ rows, clocks }: WaysOn<S>): S[] {
  const isLedOn = (state: S) =>
    rows.some((row) => row.from.includes(state) && row.to !== state && row.by.some((role) => role !== 'system'));
  const isWaiting = (clock: StateClock) => typeof clock === 'object' && ('waitsFor' in clock || ('policy' in clock && clock.next));
  return statesOf(clocks).filter((state) => (clocks[state] === 'final' ? isLedOn(state) : !isLedOn(state) && !isWaiting(clocks[state])));
}

const statesOf = <S extends string>(clocks: Clocks<S>): S[] => Object.keys(clocks) as S[];
