/** One thing that has to be true. */
export interface Finding {
  readonly rule: string;
  readonly holds: boolean;
  /** What was counted. */
  readonly detail: string;
}

export const finding = (rule: string, holds: boolean, detail: string): Finding => ({ rule, holds, detail });

/** Milliseconds as text. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** The first few of what is wrong, behind a count of it. */
export const examples = (wrong: readonly string[]): string => (wrong.length > 0 ? `: ${wrong.slice(0, 3).join('; ')}` : '');
