import { EVIDENCE, type Evidence } from '@zero-distance/contracts';

/**
 * 结案材料: of what a category wants to be shown, what the files of a reply do not show. A word that this version does not know is wanted by no rule of it.
 * @param mediaTypes of the files, as their content says
 */
export const missingEvidence = (wanted: readonly string[], mediaTypes: readonly string[]): Evidence[] =>
  EVIDENCE.filter((kind) => wanted.includes(kind) && !mediaTypes.some((type) => (kind === 'photo') === type.startsWith('image/')));
