import { isId } from './id.js';
import { findPersonalData } from './personal-data.js';

/**
 * Whether a name that is given for good (a username, the id of a client) shows somebody's number: it stands in addresses, lists and events as it is. Ids
 * that are made by chance look like numbers at times.
 */
export const showsPersonalData = (name: string): boolean => !isId(name) && findPersonalData(name).length > 0;
