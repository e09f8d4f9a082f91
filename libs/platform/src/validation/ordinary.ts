import { isStorable } from './unstorable-text.js';

/**
 * Whether a value that came in has nothing about it that the pipe has to refuse or to leave out: no text that cannot be stored, no name that
 * every object of JavaScript has, no member that is `null`. One look without making anything, for nearly every input has nothing of that.
 */
export function isOrdinary(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Array.isArray(value) ? value.every(isOrdinary) : hasOrdinaryMembers(value as Record<string, unknown>);
}

function hasOrdinaryMembers(value: Record<string, unknown>): boolean {
  for (const name in value) {
    if (value[name] === null || name in Object.prototype || !isStorable(name) || !isOrdinary(value[name])) return false;
  }
  return true;
}
