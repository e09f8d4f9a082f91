import { refuse } from '../errors.js';
import { TOLD_TYPES } from './feed.js';

const DIGITS = 16;

/** A place of the feed as callers see it: opaque, and later ones are greater as texts too. */
export const textOf = (place: number): string => place.toString(16).padStart(DIGITS, '0');

/** A place from a caller may be any number: it counts only up to the head of the feed. */
export const placeOf = (text: string): number => Number.parseInt(text, 16);

/** The types of a query, with commas between. Refuses one that is never told. */
export function typesOf(text: string | undefined): string[] {
  const types = [...new Set((text ?? '').split(',').flatMap((type) => type.trim() || []))];
  const unknown = types.find((type) => !TOLD_TYPES.some((told) => told === type));
  if (unknown !== undefined) throw refuse('event.type_unknown', { type: unknown });
  return types;
}
