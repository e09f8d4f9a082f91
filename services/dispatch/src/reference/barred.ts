import type { ReferenceSnapshot } from './reference.js';

/** 回避: the matter names whoever does this organisation's work, or one whose work that does besides. */
export function isBarred(
  reference: ReferenceSnapshot,
  { barredOrganisationIds }: { readonly barredOrganisationIds: readonly string[] | null },
  id: string,
): boolean {
  if (barredOrganisationIds === null) return false;
  return reference.succession.doneBy(reference.inBeing(id).id).some((one) => barredOrganisationIds.includes(one));
}
