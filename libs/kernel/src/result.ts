import type { DomainError } from './domain-error.js';

/** The answer of a rule: a value, or the reason of the refusal. Rules never throw. */
export type Result<T, E = DomainError> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** The value, or the refusal thrown: for use cases, where a refusal ends the transaction. */
export function unwrap<T>(result: Result<T, Error>): T {
  if (result.ok) return result.value;
  throw result.error;
}
