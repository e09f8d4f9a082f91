import type { FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { Refused } from '../api/refused';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import { type Action, serviceOf } from './action';
import { bodyOf } from './body';
import { sendPhotos } from './photos';

/** What an action is done to; nothing of what it makes. */
export interface Target {
  readonly id?: string;
  readonly version?: number;
}

interface Sending {
  readonly send: (given: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly problem: Error | undefined;
  readonly isSending: boolean;
}

/** The one way in which a form is sent: photos first, a key for each content, the version that was read, and what is refused at its field. */
export function useSending(action: Action, { id, version }: Target, form: FormInstance, onDone: (answer: unknown) => void): Sending {
  const say = useSay();
  const { services } = useDesk();
  const [problem, setProblem] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const keyOf = useKeys();
  const send = async (given: Readonly<Record<string, unknown>>) => {
    setSending(true);
    setProblem(undefined);
    try {
      const { files, ...others } = given as { readonly files?: readonly File[] };
      const ids = files?.length ? await sendPhotos({ services, to: serviceOf(action), say }, files) : [];
      const said = bodyOf({ ...others, files: ids });
      const body = { ...action.fixed, ...(action.shape?.(said) ?? said) };
      const key = keyOf({ id, version, body });
      onDone(await services.act({ path: action.path, id, version, key, method: action.method }, body));
    } catch (error) {
      setProblem(error as Error);
      if (error instanceof Refused)
        form.setFields([...error.byField.keys()].map((name) => ({ name, errors: [error.faultAt(name) ?? ''] })));
    } finally {
      setSending(false);
    }
  };
  return { send, problem, isSending };
}

/** One key for one content: what is sent again because no answer came is done once, and what was mended after a refusal is another. */
export function useKeys(): (content: object) => string {
  const last = useRef<{ readonly content: string; readonly key: string }>(undefined);
  return (given) => {
    const content = JSON.stringify(given);
    if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}
