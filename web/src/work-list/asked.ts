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

/** Orders of whatever state stand by their due time unless asked otherwise. */
export const sortOf = (asked: URLSearchParams): string | undefined => asked.get('sort') ?? (asked.has('state') ? undefined : 'due');
