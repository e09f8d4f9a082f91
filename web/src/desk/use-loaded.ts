import { useCallback, useEffect, useState } from 'react';
import { Refused } from '../api/refused';

interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: string | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/** Of what it is said last, and what. */
interface Result<T> {
  readonly of?: string;
  readonly value?: T;
  readonly problem?: string;
}

/**
 * What `load` answers, again when `of` changes or it is asked to; what was there stays until then.
 * What could not be loaded again stays beside the problem, so that nobody loses a form because the network was away for a moment;
 * what this person may not see any more does not.
 */
export function useLoaded<T>(load: () => Promise<T>, of: string): Loaded<T> {
  const [{ value, problem }, setResult] = useState<Result<T>>({});
  const [isLoading, setLoading] = useState(true);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` says what is loaded; the function is a new one at each drawing
  useEffect(() => {
    let isCurrent = true;
    const end = (next: (before: Result<T>) => Result<T>) => {
      if (!isCurrent) return;
      setResult(next);
      setLoading(false);
    };
    setLoading(true);
    load().then(
      (loaded) => end(() => ({ of, value: loaded })),
      (error: Error) =>
        end((before) => ({ of, value: before.of === of && !isGone(error) ? before.value : undefined, problem: whyOf(error) })),
    );
    return () => {
      isCurrent = false;
    };
  }, [of, turn]);
  const reload = useCallback(() => setTurn((count) => count + 1), []);
  return { value, problem, isLoading, reload };
}

const isGone = (error: Error) => error instanceof Refused && [401, 403, 404, 410].includes(error.problem.status);

/** In words, with what operators find it by. */
export function whyOf(error: Error): string {
  const id = error instanceof Refused ? error.problem.requestId : undefined;
  return id ? `${error.message} (${id})` : error.message;
}
