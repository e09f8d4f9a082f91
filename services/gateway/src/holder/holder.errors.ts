import { refuse } from '../errors.js';

/** What is refused of what an administrator would give. */
export const MAY_NOT_GIVE = [refuse('holder.area_wider'), refuse('holder.organisation_not_own'), refuse('holder.scope_beyond_own')];
/** What is refused as the name of a new one. */
export const NAMES = [refuse('holder.name_reserved'), refuse('holder.name_personal')];
/** What is refused of a holder that is one's own, or that may do what one may not oneself. */
export const NOT_FOR_THIS = [refuse('holder.own'), refuse('holder.may_more')];
export const OWN = refuse('holder.own');
export const LAST = refuse('holder.last_administrator');
