import { Alert, Button, Flex, Form, type FormInstance } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Refused } from '../api/refused';
import { whyOf } from '../desk/use-loaded';
import { useSay } from '../language/language';
import type { Action, Field } from './action';
import { FieldInput } from './field-input';
import { PartsInput } from './parts-input';
import { type Target, useSending } from './use-sending';

type Filled = Record<string, unknown>;

/** What was begun and left, by the name of the form. In memory only: the words of a matter may name somebody, and are in no storage of the browser. */
const drafts = new Map<string, Filled>();

interface ActionFormProps {
  readonly action: Action;
  readonly target?: Target;
  readonly onDone: (answer: unknown) => void;
  readonly onReload?: () => void;
  /** What is known beforehand of what is asked, where nothing was begun yet. */
  readonly known?: Filled;
  /** What stands above the fields. */
  readonly children?: ReactNode;
}

/** What was begun in a form, but for the files; and how it is emptied. */
function useDraft(name: string, form: FormInstance, known: Filled | undefined) {
  const [initial, setInitial] = useState(() => drafts.get(name) ?? known);
  const keep = ({ files: _, ...all }: Filled) => drafts.set(name, all);
  const clear = () => {
    drafts.delete(name);
    setInitial(undefined);
    form.setFieldsValue(Object.fromEntries(Object.keys(form.getFieldsValue()).map((field) => [field, undefined])));
  };
  return { initial, keep, clear };
}

/** The first that is asked has the focus, so that whoever opened the form goes on typing. */
function useFocus() {
  const drawn = useRef<HTMLDivElement>(null);
  useEffect(() => drawn.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), []);
  return drawn;
}

/** What somebody else changed meanwhile is shown as it is now; what was filled in stays. */
function useReloadOfStale(problem: Error | undefined, onReload: (() => void) | undefined) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal, whoever draws it again
  useEffect(() => {
    if (problem instanceof Refused && problem.isStale) onReload?.();
  }, [problem]);
}

/** The form of one action. Ctrl+Enter sends it, and what was begun is still there after another page was looked at. */
export function ActionForm({ action, target = {}, onDone, onReload, known, children }: ActionFormProps) {
  const say = useSay();
  const [form] = Form.useForm();
  const name = `${action.name}-${target.id ?? 'new'}`;
  const { initial, keep, clear } = useDraft(name, form, known);
  const finish = (answer: unknown) => {
    drafts.delete(name);
    onDone(answer);
  };
  const { send, problem, isSending } = useSending(action, target, form, finish);
  useReloadOfStale(problem, onReload);
  const drawn = useFocus();
  const byKey = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') form.submit();
  };
  return (
    <div ref={drawn}>
      <Form
        className="form"
        form={form}
        layout="vertical"
        name={name}
        initialValues={initial}
        onFinish={send}
        onKeyDown={byKey}
        onValuesChange={(_, all: Filled) => keep(all)}
        scrollToFirstError
      >
        {children}
        {action.fields.map((field) => inputOf(field, initial))}
        {problem && <Told problem={problem} marked={Object.keys(form.getFieldsValue())} />}
        <Flex gap="small" className="broad">
          <Button htmlType="submit" type="primary" danger={action.isGrave} loading={isSending} aria-keyshortcuts="Control+Enter">
            {say(action.zh, action.en)}
          </Button>
          {action.fields.length > 0 && <Button onClick={clear}>{say('清空', 'Clear')}</Button>}
        </Flex>
      </Form>
    </div>
  );
}

function inputOf(field: Field, drafted: Filled | undefined) {
  const input =
    field.kind === 'parts' ? (
      <PartsInput key={field.name} field={field} />
    ) : (
      <FieldInput key={field.name} field={field} isDrafted={drafted?.[field.name] !== undefined} />
    );
  return field.when ? (
    <While key={field.name} when={field.when}>
      {input}
    </While>
  ) : (
    input
  );
}

/** What is asked only beside a certain answer: otherwise it is neither shown nor sent. */
function While({ when: [name, answer], children }: { readonly when: NonNullable<Field['when']>; readonly children: ReactNode }) {
  return Form.useWatch(name) === answer ? children : null;
}

interface ToldProps {
  readonly problem: Error;
  /** At which fields it stands already. */
  readonly marked: readonly string[];
}

function Told({ problem, marked }: ToldProps) {
  const say = useSay();
  const isStale = problem instanceof Refused && problem.isStale;
  const { others, isMarked } = problem instanceof Refused ? problem.besides(marked) : { others: [], isMarked: false };
  const texts = [
    ...(isStale
      ? [
          say(
            '他人已先作更改，现已重新载入；请核对后再提交。',
            'Somebody else has changed it meanwhile. It is loaded again: look at it, then send this once more.',
          ),
        ]
      : []),
    ...(isMarked ? [say('请按标出之处改正。', 'Mend what is marked.')] : []),
    ...others,
  ];
  return (
    <div className="broad">
      <Alert role="alert" type="error" title={texts.join(' ') || whyOf(problem)} />
    </div>
  );
}
