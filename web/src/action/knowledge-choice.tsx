import { Select } from 'antd';
import { useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { lookUp } from '../knowledge/look-up';
import { useSay } from '../language/language';

interface KnowledgeChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (entryId: string | undefined) => void;
}

/** 引用知识条目: found by words, and read before it is sent. */
export function KnowledgeChoice({ id, value, onChange }: KnowledgeChoiceProps) {
  const say = useSay();
  const { services } = useDesk();
  const [q, setWords] = useState('');
  const { value: found, problem } = useLoaded(() => lookUp(services, { q: q || undefined }), q);
  const [chosen, setChosen] = useState<string>();
  const choose = (entryId: string | undefined) => {
    setChosen(found?.items.find((entry) => entry.id === entryId)?.answer);
    onChange?.(entryId);
  };
  return (
    <>
      <Select
        id={id}
        value={value}
        allowClear
        showSearch={{ filterOption: false, onSearch: setWords }}
        placeholder={say('输入词语查找', 'Type words to find one')}
        notFoundContent={problem ?? say('没有找到', 'Nothing found')}
        options={found?.items.map((entry) => ({ value: entry.id, label: entry.question }))}
        onChange={choose}
      />
      {value && chosen && <p className="words soft">{chosen}</p>}
    </>
  );
}
