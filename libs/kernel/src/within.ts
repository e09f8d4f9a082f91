/**
 * Gives work so long, and ends it when one of `others` is given. The signal is held by its clock: Node 20 forgets the sources of `AbortSignal.any`, so that
 * a time limit in it is gone with the next collection of garbage.
 * @throws TimeoutError when the time is over; what the work throws
 */
export async function within<T>(ms: number, work: (signal: AbortSignal) => Promise<T>, ...others: readonly AbortSignal[]): Promise<T> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(new DOMException(`it took longer than ${ms} ms`, 'TimeoutError')), ms);
  const endAs = others.map((other) => {
    const end = () => ended.abort(other.reason);
    if (other.aborted) end();
    else other.addEventListener('abort', end, { once: true });
    return () => other.removeEventListener('abort', end);
  });
  try {
    return await work(ended.signal);
  } finally {
    clearTimeout(timer);
    for (const forget of endAs) forget();
  }
}
