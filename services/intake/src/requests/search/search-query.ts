import { asCode, asTyped, type NumberParts, partsOfNumber } from '@zero-distance/kernel';

/** What requests can be ordered by. */
export const REQUEST_SORTS = ['newest', 'relevance'] as const;

/** What somebody typed into the search field: what it may be, each of which is looked for. */
export interface SearchQuery {
  readonly numbers: readonly NumberParts[];
  /** The number of another platform. */
  readonly reference?: string;
  readonly words?: string;
  /** A community or a grid, by its code. What is wider is no search: the list is asked by area. */
  readonly area?: string;
  /** By its code. */
  readonly category?: string;
}

const AREA = /^\d{12}(?:\d{3})?$/;
const CATEGORY = /^\d{6}$/;
/** `12345-2025-017`, `（2025）诉字第17号`. */
const REFERENCE = /^[\p{L}\p{N}([〔【][\p{L}\p{N}._/()[\]〔〕【】-]*$/u;

/**
 * Reads what was typed: any part of a request's number, with its leading zeros or without (`261127-17`, `417`), the number of another platform,
 * the code of a community, a grid or a category, or words. What may be several things is looked for as each of them.
 */
export function readSearch(text: string): SearchQuery {
  const typed = asTyped(text);
  const numbers = partsOfNumber(typed);
  const code = asCode(text);
  const reference = REFERENCE.test(code) ? { reference: code } : {};
  const words = /\p{L}/u.test(typed) ? { words: typed } : {};
  const area = AREA.test(typed) ? { area: typed } : {};
  const category = CATEGORY.test(typed) ? { category: typed } : {};
  return { numbers, ...reference, ...words, ...area, ...category };
}
