import type { Transactor } from '@zero-distance/persistence';

/** What a check found. */
export interface Finding {
  readonly well: boolean;
  /** One sentence: what is so, or what is wrong and where. */
  readonly says: string;
}

/** What a check looks with. */
export interface CheckTools {
  readonly transactor: Transactor;
  /** Heads of the audit trail that were kept elsewhere, as `<position>:<hash>`. */
  readonly knownHeads: readonly string[];
}

/** One thing that the doctor looks at. It changes nothing. */
export interface Check {
  readonly name: string;
  readonly look: (tools: CheckTools) => Promise<Finding>;
}
