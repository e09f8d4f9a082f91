import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import type { Field } from './action';
import { FoundChoice } from './found-choice';

/** One field with its label, drawn by its kind. What was drafted stands before what is proposed. */
export function FieldInput({ field, isDrafted = false }: { readonly field: Field; readonly isDrafted?: boolean }) {
  const say = useSay();
  const { name, zh, en, required = false, hint, initial } = field;
  return (
    <Form.Item
      name={name}
      label={say(zh, en)}
      initialValue={isDrafted ? undefined : initial}
      extra={hint && say(...hint)}
      rules={[{ required, message: say(`请填写${zh}`, `${en} is missing`) }]}
      validateTrigger="onSubmit"
      className={field.kind === 'words' ? 'broad' : undefined}
      {...OF_KIND[field.kind]}
    >
      <Drawn field={field} />
    </Form.Item>
  );
}

const photosOf = (event: { readonly target: HTMLInputElement }): File[] => [...(event.target.files ?? [])];

const momentOf = ({ target: { value } }: { readonly target: HTMLInputElement }) => (value ? `${value}:00+08:00` : undefined);

const OF_KIND: Partial<Record<Field['kind'], object>> = {
  photos: { valuePropName: 'photos', getValueFromEvent: photosOf },
  // The district's time, as everything is shown in it.
  time: { getValueFromEvent: momentOf, getValueProps: (value?: string) => ({ value: value?.slice(0, 16) }) },
};

interface DrawnProps {
  readonly field: Field;
  readonly id?: string;
  readonly photos?: unknown;
}

/** What the form gives it besides: its id, its value, and what to call. */
function Drawn({ field, photos: _, ...given }: DrawnProps) {
  const say = useSay();
  switch (field.kind) {
    case 'words':
      return <Input.TextArea {...given} maxLength={field.max} rows={4} />;
    case 'choice':
    case 'choices':
      return <Chosen field={field} {...given} />;
    case 'several':
      return <Select {...given} mode="tags" open={false} />;
    case 'knowledge':
    case 'request':
    case 'reception-day':
    case 'resident':
      return <FoundChoice of={field.kind} {...given} />;
    case 'date':
      return <Input {...given} type="date" />;
    case 'time':
      return <Input {...given} type="datetime-local" />;
    case 'number':
      return <InputNumber {...given} min={field.min ?? 1} max={field.max ?? 1000} />;
    case 'yes-no':
      return (
        <Radio.Group
          {...given}
          options={[
            { value: true, label: say('是', 'Yes') },
            { value: false, label: say('否', 'No') },
          ]}
        />
      );
    case 'photos':
      return <input {...given} type="file" multiple accept="image/*,application/pdf,.docx,.xlsx,video/mp4" />;
    default:
      return <Input {...given} maxLength={field.max} autoComplete="off" />;
  }
}

function Chosen({ field, ...given }: DrawnProps) {
  const { registers } = useDesk();
  return (
    <Select
      {...given}
      mode={field.kind === 'choices' ? 'multiple' : undefined}
      allowClear={!field.required}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...(field.choices?.(registers) ?? [])]}
    />
  );
}
