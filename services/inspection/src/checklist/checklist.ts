import type { HazardSeverity, Urgency } from '@zero-distance/contracts';
import type { DomainError } from '@zero-distance/kernel';
import { refuse } from '../errors.js';

/** How the codes of items are written. */
export const ITEM_CODE = {
  pattern: /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  letters: 'lower',
  zh: '只能由字母、数字和“-”组成（不分大小写）',
  en: 'may hold letters, digits and - only (capital or small is the same)',
} as const;

/** 检查项: one thing to look at, and what follows when it is wrong. */
export interface ChecklistItem {
  /** Names the hazard that a failed item is: `exit-blocked`. */
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  /** What a failure counts as unless the inspector says otherwise. */
  readonly severity: HazardSeverity;
  /** Category that the work order of a transferred hazard is routed by. */
  readonly categoryCode: string;
  /** How soon that work order has to be answered. */
  readonly urgency: Urgency;
}

/** 检查表: one version. It never changes once published, so that every visit can be read by the list it was made with. */
export interface Checklist {
  readonly version: number;
  /** Working days within which a rectified hazard is rechecked. */
  readonly recheckWorkingDays: number;
  readonly items: readonly ChecklistItem[];
  readonly publishedAt: Date;
}

type Draft = Omit<Checklist, 'publishedAt'>;

/** Why a draft can't be published after `latest`; undefined when it can. */
export function draftFault(draft: Draft, latest: number): DomainError | undefined {
  const twice = draft.items.findIndex((item, i) => draft.items.findIndex((other) => other.code === item.code) < i);
  if (twice >= 0) return refuse('checklist.item_twice', { item: draft.items[twice]?.code ?? '' }, `/items/${twice}/code`);
  if (draft.version !== latest + 1) return refuse('checklist.version_not_next', { next: latest + 1 });
  return undefined;
}

/** True when a draft says what a published version says: publishing it again is not a change. */
export const samePublication = (a: Draft, b: Draft): boolean =>
  a.recheckWorkingDays === b.recheckWorkingDays && JSON.stringify(a.items.map(facts)) === JSON.stringify(b.items.map(facts));

const facts = (item: ChecklistItem) => [item.code, item.zh, item.en, item.severity, item.categoryCode, item.urgency];
