import { useEffect } from 'react';
import { useDesk } from './desk-context';

const GATHER_MS = 500;
const AGAIN_MS = 5000;

/** Calls back soon after something happened that this person may hear of. The stream ends by itself after ten minutes, and is asked for again. */
export function useLive(onNews: () => void): void {
  const { services, person } = useDesk();
  const may = person.scopes.includes('gateway:listen');
  // biome-ignore lint/correctness/useExhaustiveDependencies: one stream for each way in; what is called is the latest by its own means
  useEffect(() => {
    if (!may) return;
    const ended = new AbortController();
    let waiting: number | undefined;
    const nudge = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(onNews, GATHER_MS);
    };
    void listen(services.raw, ended.signal, nudge);
    return () => {
      ended.abort();
      window.clearTimeout(waiting);
    };
  }, [may, services]);
}

async function listen(
  raw: (path: string, init: RequestInit) => Promise<Response>,
  signal: AbortSignal,
  onEvent: () => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { body } = await raw('/api/gateway/v1/live', { signal, headers: { Accept: 'text/event-stream' } });
      onEvent(); // what happened between the page and its stream
      for await (const text of textsOf(body)) if (/^data:/m.test(text)) onEvent();
    } catch {
      // the line broke, or the page was left
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

async function* textsOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const reader = body?.pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>).getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) yield part.value;
}
