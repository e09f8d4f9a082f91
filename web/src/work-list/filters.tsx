import { Input, Select } from 'antd';
import { useId } from 'react';
import { useDesk } from '../desk/desk-context';
import { type Choice, choicesOf } from '../desk/registers';
import { useSay } from '../language/language';

interface ChoiceFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string | undefined) => void;
}

export function ChoiceFilter({ label, value, choices, onChange }: ChoiceFilterProps) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={[...choices]}
        onChange={(next?: string) => onChange(next)}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

export function AreaFilter({ value, onChange }: Pick<ChoiceFilterProps, 'value' | 'onChange'>) {
  const say = useSay();
  const { registers } = useDesk();
  return <ChoiceFilter label={say('区划', 'Area')} value={value} choices={choicesOf(registers.areas)} onChange={onChange} />;
}

export function WordsFilter({ label, onSearch }: { readonly label: string; readonly onSearch: (words: string) => void }) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Input.Search id={id} allowClear onSearch={(words) => onSearch(words.trim())} />
    </div>
  );
}
