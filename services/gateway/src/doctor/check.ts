import type { Transactor } from '@zero-distance/persistence';
import type { DoctorConfig } from './doctor-config.js';
import type { HouseProcess } from './house.js';

/** How bad a finding is. `unknown`: what could not be asked, mostly because of something that another check tells. */
const LEVELS = ['well', 'unknown', 'warning', 'broken'] as const;
export type Level = (typeof LEVELS)[number];

/** The same sentence in both languages. */
export interface Says {
  readonly zh: string;
  readonly en: string;
}

/** What a check found: what is so, or what is wrong and where, and what to do about it. */
export interface Finding extends Says {
  readonly level: Level;
  readonly fix?: Says;
}

/** What a check looks with. */
export interface CheckTools {
  readonly config: DoctorConfig;
  /** Fails when the database does not answer. */
  readonly transactor: () => Promise<Transactor>;
  /** Every process of the services, each asked once. */
  readonly house: () => Promise<readonly HouseProcess[]>;
  /** Heads of the audit trail that were kept elsewhere, as `<position>:<hash>`. */
  readonly knownHeads: readonly string[];
}

/** One thing that the doctor looks at. It changes nothing. */
export interface Check {
  readonly name: string;
  readonly look: (tools: CheckTools) => Promise<readonly Finding[]>;
  /** For how long it may look. */
  readonly withinMs?: number;
}

export const well = (zh: string, en: string): Finding => ({ level: 'well', zh, en });
export const unknown = (zh: string, en: string): Finding => ({ level: 'unknown', zh, en });
export const warning = (zh: string, en: string, fix: Says): Finding => ({ level: 'warning', zh, en, fix });
export const broken = (zh: string, en: string, fix: Says): Finding => ({ level: 'broken', zh, en, fix });

/** The worst of several levels. */
export const worst = (levels: readonly Level[]): Level =>
  LEVELS.reduce((found, level) => (levels.includes(level) ? level : found), LEVELS[0]);
