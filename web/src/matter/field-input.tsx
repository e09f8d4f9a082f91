import { Form, Input, InputNumber, Select } from 'antd';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import type { Field } from './action';

/** One field with its label, drawn by its kind. */
export function FieldInput({ field }: { readonly field: Field }) {
  const say = useSay();
  const { name, zh, en, required = false, hint, initial } = field;
  const label = say(zh, en);
  return (
    <Form.Item
      name={name}
      label={label}
      initialValue={initial}
      extra={hint && say(...hint)}
      rules={[{ required, message: say(`请填写${zh}`, `${en} is missing`) }]}
      validateTrigger="onSubmit"
      {...(field.kind === 'photos' && { valuePropName: 'photos', getValueFromEvent: photosOf })}
    >
      <Drawn field={field} />
    </Form.Item>
  );
}

const photosOf = (event: { readonly target: HTMLInputElement }): File[] => [...(event.target.files ?? [])];

/** What the form gives it besides: its id, its value, and what to call. */
function Drawn({ field, ...given }: { readonly field: Field; readonly id?: string; readonly photos?: unknown }) {
  const { registers } = useDesk();
  const { photos: _, ...others } = given;
  switch (field.kind) {
    case 'words':
      return <Input.TextArea {...others} maxLength={field.max} rows={4} />;
    case 'choice':
      return (
        <Select
          {...others}
          allowClear={!field.required}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...(field.choices?.(registers) ?? [])]}
        />
      );
    case 'date':
      return <Input {...others} type="date" />;
    case 'number':
      return <InputNumber {...others} min={1} max={1000} />;
    case 'photos':
      return <input {...others} type="file" multiple accept="image/*,application/pdf,.docx,.xlsx,video/mp4" />;
    default:
      return <Input {...others} maxLength={field.max} />;
  }
}
