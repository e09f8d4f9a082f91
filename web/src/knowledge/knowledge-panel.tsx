import { Alert, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { lookUp } from './look-up';

/** 先查知识库: what is known of the words that were looked up, or else of the category that was chosen in the form around it. */
export function KnowledgePanel() {
  const id = useId();
  const say = useSay();
  const { services } = useDesk();
  const [q, setWords] = useState('');
  const category = Form.useWatch('categoryCode') as string | undefined;
  const asked = q ? { q } : { categoryPrefix: category };
  const isAsked = Boolean(q || category);
  const { value, problem } = useLoaded(async () => (isAsked ? (await lookUp(services, asked)).items : undefined), JSON.stringify(asked));
  return (
    <section className="card broad" aria-label={say('知识库', 'Knowledge')}>
      <label htmlFor={id}>{say('先查知识库', 'Look it up first')}</label>
      <Input.Search id={id} allowClear onSearch={(text) => setWords(text.trim())} onPressEnter={(event) => event.preventDefault()} />
      {problem && <Alert type="error" role="alert" title={problem} />}
      <div role="status">
        {value?.length === 0 && say('没有找到', 'Nothing found')}
        {value?.map(({ id: entry, question, answer, materials }) => (
          <details key={entry}>
            <summary>{question}</summary>
            <p className="words">{answer}</p>
            {materials.length > 0 && <p>{say(`材料：${materials.join('、')}`, `Papers: ${materials.join(', ')}`)}</p>}
          </details>
        ))}
      </div>
    </section>
  );
}
