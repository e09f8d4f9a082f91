import { useCallback, useEffect, useState } from 'react';
import { Refused } from '../api/refused';

interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: string | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/** What `load` answers, again when `of` changes or it is asked to; what was there stays until then. */
export function useLoaded<T>(load: () => Promise<T>, of: string): Loaded<T> {
  const [state, setState] = useState<{ value?: T; problem?: string; isLoading: boolean }>({ isLoading: true });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what is loaded; the function is a new one at each drawing
  useEffect(() => {
    let isCurrent = true;
    setState((before) => ({ ...before, isLoading: true }));
    load().then(
      (value) => isCurrent && setState({ value, isLoading: false }),
      (error: Error) => isCurrent && setState({ problem: whyOf(error), isLoading: false }),
    );
    return () => {
      isCurrent = false;
    };
  }, [of, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  return { value: state.value, problem: state.problem, isLoading: state.isLoading, reload };
}

/** In words, with what operators find it by. */
export function whyOf(error: Error): string {
  const id = error instanceof Refused ? error.problem.requestId : undefined;
  return id ? `${error.message} (${id})` : error.message;
}
