import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for others, when they are read out or copied by hand. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random code to be read out or noted: groups of letters and digits with hyphens between, of nearly five bits a character. */
export const makeLegibleCode = (groups: number, characters: number): string =>
  Array.from({ length: groups }, () => Array.from({ length: characters }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('')).join('-');
