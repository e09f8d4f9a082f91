import { Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { useSay } from '../language/language';
import type { Field } from './action';
import { FieldInput } from './field-input';

const LEAST = 2;
const MOST = 20;

/** Several of one kind, each with its own fields: `parts.0.title` is the title of the first. */
export function PartsInput({ field: { name, zh, en, ofPart = [], min = LEAST } }: { readonly field: Field }) {
  const say = useSay();
  const form = Form.useFormInstance();
  const drafted = Object.keys(form.getFieldsValue(true) as object).map((key) => Number(/^parts\.(\d+)\./.exec(key)?.[1] ?? -1) + 1);
  const [count, setCount] = useState(Math.max(min, ...drafted));
  const without = () => {
    form.resetFields(ofPart.map((field) => `${name}.${count - 1}.${field.name}`));
    setCount(count - 1);
  };
  return (
    <>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
        <fieldset className="card form broad" key={at}>
          <legend>{say(`${zh} ${at + 1}`, `${en} ${at + 1}`)}</legend>
          {ofPart.map((field) => (
            <FieldInput key={field.name} field={{ ...field, name: `${name}.${at}.${field.name}` }} />
          ))}
        </fieldset>
      ))}
      <Flex gap="small" className="broad">
        <Button disabled={count >= MOST} onClick={() => setCount(count + 1)}>
          {say(`再加一个${zh}`, `One more ${en.toLowerCase()}`)}
        </Button>
        <Button disabled={count <= min} onClick={without}>
          {say(`去掉最后一个${zh}`, `Without the last ${en.toLowerCase()}`)}
        </Button>
      </Flex>
    </>
  );
}
