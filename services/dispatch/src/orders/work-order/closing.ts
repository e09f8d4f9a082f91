import { EVIDENCE, type Evidence } from '@zero-distance/contracts';

/** 结案条件: what a category wants before a matter of it is done. */
export interface Closing {
  /** What has to be shown. */
  readonly evidence: readonly string[];
  /** Whether who found it looks again. */
  readonly finderRechecks: boolean;
}

/** What is wanted of categories that want nothing. */
export const WANTS_NOTHING: Closing = { evidence: [], finderRechecks: false };

/**
 * 结案材料: of what a category wants to be shown, what these files do not show. A word that this version does not know is wanted by no rule of it.
 * @param mediaTypes of the files, as their content says
 */
export const missingEvidence = (wanted: readonly string[], mediaTypes: readonly string[]): Evidence[] =>
  EVIDENCE.filter((kind) => wanted.includes(kind) && !mediaTypes.some((type) => (kind === 'photo') === type.startsWith('image/')));

/** Papers are the lead's to bring: of who found it a photo is wanted, where it is said to be solved. */
export const shownByFinder = ({ replyResult }: { readonly replyResult: string | null }, wanted: readonly string[]): string[] =>
  replyResult === 'solved' ? wanted.filter((kind) => kind === 'photo') : [];
