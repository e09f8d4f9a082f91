import { Alert, Button, Flex, Form } from 'antd';
import { useRef, useState } from 'react';
import { answerOf, Refused } from '../api/refused';
import { useDesk } from '../desk/desk-context';
import { whyOf } from '../desk/use-loaded';
import { useSay } from '../language/language';
import type { Action, Values } from './action';
import { FieldInput } from './field-input';
import { sendPhotos } from './photos';

interface ActionFormProps {
  readonly action: Action;
  readonly id: string;
  readonly version: number;
  readonly onDone: () => void;
  readonly onReload: () => void;
}

/** The form of one action: faults at the field they name, a conflict with the way out of it, and a key for each content. */
export function ActionForm({ action, id, version, onDone, onReload }: ActionFormProps) {
  const say = useSay();
  const { services } = useDesk();
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const keyOf = useKeys();
  const send = async (given: Record<string, unknown>) => {
    setSending(true);
    setProblem(undefined);
    try {
      const values = await filledIn(given, (photos) => sendPhotos(services, action.photosTo ?? 'intake', photos));
      const header = { 'If-Match': `"${version}"`, 'Idempotency-Key': keyOf(values) };
      await answerOf(action.send({ services, params: { path: { id }, header } }, values));
      onDone();
    } catch (error) {
      const refused = error as Error;
      setProblem(refused);
      if (refused instanceof Refused) form.setFields([...refused.byField].map(([name, detail]) => ({ name, errors: [detail] })));
    } finally {
      setSending(false);
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={send} name={`${action.name}-${id}`} scrollToFirstError>
      {action.fields.map((field) => (
        <FieldInput key={field.name} field={field} />
      ))}
      {problem && <Told problem={problem} onReload={onReload} />}
      <Button htmlType="submit" type="primary" danger={action.isGrave} loading={isSending}>
        {say(action.zh, action.en)}
      </Button>
    </Form>
  );
}

function Told({ problem, onReload }: { readonly problem: Error; readonly onReload: () => void }) {
  const say = useSay();
  const isStale = problem instanceof Refused && problem.isStale;
  return (
    <Flex vertical gap="small" className="told">
      <Alert
        role="alert"
        type="error"
        title={
          isStale
            ? say('他人已先作更改，请重新载入后再试。', 'Somebody else has changed it meanwhile: reload, then try again.')
            : whyOf(problem)
        }
        action={isStale && <Button onClick={onReload}>{say('重新载入', 'Reload')}</Button>}
      />
    </Flex>
  );
}

/** What was filled in; photos are sent on the way. */
async function filledIn(given: Record<string, unknown>, sent: (photos: readonly File[]) => Promise<string[]>): Promise<Values> {
  const { files, ...others } = given as { files?: readonly File[] };
  const filled = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined && value !== '' && value !== null));
  return files && files.length > 0 ? { ...filled, files: await sent(files) } : filled;
}

/** One key for one content: what is sent again because no answer came is done once, and what was mended after a refusal is another. */
export function useKeys(): (values: object) => string {
  const last = useRef<{ readonly content: string; readonly key: string }>(undefined);
  return (values) => {
    const content = JSON.stringify(values);
    if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() };
    return last.current.key;
  };
}
