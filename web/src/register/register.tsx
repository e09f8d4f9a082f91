import { Alert, Button, Checkbox, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { answerOf, Refused } from '../api/refused';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { choicesOf } from '../desk/registers';
import { whyOf } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { choice, type Field, PHOTOS, words } from '../matter/action';
import { useKeys } from '../matter/action-form';
import { FieldInput } from '../matter/field-input';
import { sendPhotos } from '../matter/photos';
import { SPOKEN_CHANNELS } from '../matter/request-actions';

type Registration = IntakeSchemas['RegisterRequestInput'];

const MATTER: readonly Field[] = [
  { name: 'title', zh: '标题', en: 'Title', kind: 'line', required: true, max: 100 },
  words('text', '内容', 'The matter itself', 5000),
  choice('areaCode', '区划', 'Area', ({ areas }) => choicesOf(areas)),
  choice('categoryCode', '类别', 'Category', ({ categories }) => choicesOf(categories)),
  { name: 'place', zh: '事发地点', en: 'Place', kind: 'line', max: 200 },
  choice('kind', '类型', 'Kind', (registers) => registers.words('request-kind'), { initial: 'complaint' }),
  choice('channel', '渠道', 'How it came in', (registers) => registers.words('channel', SPOKEN_CHANNELS), { initial: 'hotline-12345' }),
  choice('urgency', '紧急程度', 'Urgency', (registers) => registers.words('urgency'), { initial: 'normal' }),
  PHOTOS,
];

/** What was begun and left. In memory only: the words of a matter may name somebody, and are in no storage of the browser. */
let draft: Record<string, unknown> = {};

/** 登记诉求, without the mouse: Tab goes on, Ctrl+Enter sends. */
export function Register() {
  const say = useSay();
  const { services } = useDesk();
  const [, go] = useLocation();
  const [form] = Form.useForm();
  const [problem, setProblem] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const keyOf = useKeys();
  const send = async (given: Record<string, unknown>) => {
    setSending(true);
    setProblem(undefined);
    try {
      const { files, ...others } = given as { files?: readonly File[] };
      const body = bodyOf(others, files?.length ? await sendPhotos(services, 'intake', files) : []);
      const params = { header: { 'Idempotency-Key': keyOf(body) } };
      const { id } = await answerOf(services.intake.POST('/api/intake/v1/requests', { params, body: body as Registration }));
      draft = {};
      go(`/desk/requests/${id}`);
    } catch (error) {
      const refused = error as Error;
      setProblem(refused);
      if (refused instanceof Refused) form.setFields([...refused.byField].map(([name, detail]) => ({ name, errors: [detail] })));
      setSending(false);
    }
  };
  const byKey = (event: React.KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') form.submit();
  };
  const keep = (_: unknown, all: Record<string, unknown>) => {
    draft = all;
  };
  return (
    <Form
      form={form}
      name="register"
      layout="vertical"
      onFinish={send}
      onKeyDown={byKey}
      onValuesChange={keep}
      initialValues={draft}
      scrollToFirstError
    >
      <h1>{say('登记诉求', 'Register a request')}</h1>
      <p className="soft">
        {say(
          'Ctrl+Enter 提交；离开此页后再回来，所填内容还在。',
          'Ctrl+Enter sends. What is filled in is still there after you were on another page.',
        )}
      </p>
      {MATTER.map((field) => (
        <FieldInput key={field.name} field={field} />
      ))}
      <Requester />
      {problem && <Alert type="error" role="alert" title={whyOf(problem)} />}
      <Flex gap="small">
        <Button htmlType="submit" type="primary" loading={isSending}>
          {say('登记', 'Register')}
        </Button>
        <Button
          onClick={() => {
            draft = {};
            form.setFieldsValue(Object.fromEntries(Object.keys(form.getFieldsValue()).map((name) => [name, undefined])));
          }}
        >
          {say('清空', 'Clear')}
        </Button>
      </Flex>
    </Form>
  );
}

function Requester() {
  const say = useSay();
  return (
    <fieldset className="card">
      <legend>{say('诉求人（可不填）', 'Who asks (may be left out)')}</legend>
      <Form.Item name="requester.name" label={say('姓名', 'Name')}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name="requester.phone" label={say('电话', 'Telephone')}>
        <Input autoComplete="off" inputMode="tel" maxLength={40} />
      </Form.Item>
      <Form.Item name="requester.confidential" valuePropName="checked">
        <Checkbox>{say('要求保密', 'Asks for confidentiality')}</Checkbox>
      </Form.Item>
    </fieldset>
  );
}

/** What was filled in; `requester.name` is the member `name` of `requester`. */
function bodyOf(given: Record<string, unknown>, files: readonly string[]): object {
  const filled = Object.entries(given).filter(([, value]) => value !== undefined && value !== '' && value !== false && value !== null);
  const of = (isRequester: boolean) => Object.fromEntries(filled.filter(([name]) => name.startsWith('requester.') === isRequester));
  const requester = Object.fromEntries(Object.entries(of(true)).map(([name, value]) => [name.slice('requester.'.length), value]));
  return { ...of(false), ...(Object.keys(requester).length > 0 && { requester }), ...(files.length > 0 && { files }) };
}
