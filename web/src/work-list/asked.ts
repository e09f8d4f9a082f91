import { useSearchParams } from 'wouter';

/** What a list is asked for stands in its address: a bookmark is a saved filter, and the way back leads to the same list. */
export function useAsked(): readonly [asked: URLSearchParams, ask: (name: string, value: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const ask = (name: string, value: string | undefined) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  return [params, ask];
}

/** What waits stands by its due time unless a state is asked for, or something that may be over already. */
export const sortOf = (asked: URLSearchParams): string | undefined =>
  asked.get('sort') ?? (asked.has('state') || asked.has('toRate') || asked.has('q') ? undefined : 'due');
