import { Select } from 'antd';
import { useState } from 'react';
import { answerOf } from '../api/refused';
import type { Services } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { lookUp } from '../knowledge/look-up';
import { useSay } from '../language/language';

interface Found {
  readonly id: string;
  readonly label: string;
  /** Read before it is sent. */
  readonly words: string;
}

type Search = (services: Services, q: string | undefined) => Promise<readonly Found[]>;

/** A telephone number or an identity number, in full. */
const WHOLE_NUMBER = /^(?:1\d{10}|0\d{9,11}|\d{17}[\dXx])$/;
const ID_NUMBER_LENGTH = 18;

/** What is found by words, and how. */
const SEARCHES: Readonly<Record<'knowledge' | 'request' | 'reception-day' | 'resident', Search>> = {
  knowledge: async (services, q) =>
    (await lookUp(services, { q })).items.map(({ id, question, answer }) => ({ id, label: question, words: answer })),
  request: async ({ api }, q) => {
    const { items } = await answerOf(api.GET('/api/intake/v1/requests', { params: { query: { q, limit: 10 } } }));
    return items.map(({ id, number, title, text }) => ({ id, label: `${title} ${number}`, words: text }));
  },
  'reception-day': async ({ api }, q = '') => {
    const days = await Promise.all(
      (['announced', 'held'] as const).map((state) =>
        answerOf(api.GET('/api/intake/v1/reception-days', { params: { query: { state, limit: 200 } } })),
      ),
    );
    const found = days
      .flatMap(({ items }) => items)
      .map(({ id, startsAt, host, place, topic }) => ({ id, label: `${dayOf(startsAt)} ${host} ${place}`, words: topic ?? '' }));
    return found.filter(({ label }) => label.includes(q));
  },
  // By a whole number alone, in a body: no log has it.
  resident: async ({ api }, q = '') => {
    const number = q.replaceAll(/[\s-]/g, '');
    if (!WHOLE_NUMBER.test(number)) return [];
    const body = number.length === ID_NUMBER_LENGTH ? { idNumber: number } : { phone: number };
    const { items } = await answerOf(api.POST('/api/intake/v1/residents/find', { body, params: { query: { limit: 10 } } }));
    return items.map(({ id, name, phone, areaCode }) => ({ id, label: [name, phone, areaCode].filter(Boolean).join(' '), words: '' }));
  },
};

/** The day of the district, as it is typed in: 2026-11-28. */
const dayOf = (at: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(at));

interface FoundChoiceProps {
  readonly of: keyof typeof SEARCHES;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}

/** One of what is too much for a list: found by words, and shown when it is chosen. */
export function FoundChoice({ of, id, value, onChange }: FoundChoiceProps) {
  const say = useSay();
  const { services } = useDesk();
  const [q, setWords] = useState('');
  const { value: found, problem } = useLoaded(() => SEARCHES[of](services, q || undefined), q);
  const [chosen, setChosen] = useState<Found>();
  const choose = (next: string | undefined) => {
    setChosen(found?.find((one) => one.id === next));
    onChange?.(next);
  };
  return (
    <>
      <Select
        id={id}
        value={value}
        allowClear
        showSearch={{ filterOption: false, onSearch: setWords }}
        placeholder={
          of === 'resident'
            ? say('输入完整的电话或身份证号', 'Type a whole telephone or identity number')
            : say('输入词语或编号查找', 'Type words or a number to find one')
        }
        notFoundContent={problem ?? say('没有找到', 'Nothing found')}
        options={found?.map((one) => ({ value: one.id, label: one.label }))}
        onChange={choose}
      />
      {value && chosen?.id === value && <p className="words soft">{chosen.words}</p>}
    </>
  );
}
