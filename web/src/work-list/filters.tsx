import { personalDataSought, saysNothing } from '@zero-distance/kernel/sought-text';
import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { useDesk } from '../desk/desk-context';
import { type Choice, choicesOf, type Registers } from '../desk/registers';
import { useSay } from '../language/language';
import { type Filter, listOf, type Noun } from '../nouns/noun';
import { usual } from '../nouns/nouns';
import { sortOf, useAsked } from './asked';

interface Narrowing {
  readonly zh: string;
  readonly en: string;
  readonly choices?: (registers: Registers, noun: Noun) => readonly Choice[];
}

/** By what lists are narrowed down. */
const NARROWINGS: Readonly<Record<Filter, Narrowing>> = {
  state: { zh: '状态', en: 'State', choices: (registers, { states }) => registers.words(states) },
  kind: { zh: '类型', en: 'Kind', choices: (registers, { kinds = '' }) => registers.words(kinds) },
  method: { zh: '清点方式', en: 'How it was counted', choices: (registers) => registers.words('use-method') },
  areaCode: { zh: '区划', en: 'Area', choices: ({ areas }) => choicesOf(areas) },
  group: { zh: '群体', en: 'Group', choices: ({ groups }) => choicesOf(groups) },
  risk: { zh: '风险等级', en: 'Risk', choices: (registers) => registers.words('care-risk') },
  month: { zh: '月份', en: 'Month' },
  overdue: {
    zh: '逾期',
    en: 'Overdue',
    choices: (registers) => [
      { value: 'true', label: registers.both('已逾期', 'Overdue') },
      { value: 'false', label: registers.both('未逾期', 'In time') },
    ],
  },
  toRate: {
    zh: '评价',
    en: 'Rating',
    choices: (registers) => [{ value: 'true', label: registers.both('待评价', 'To be rated') }],
  },
  undecided: {
    zh: '退回未定',
    en: 'Returned, undecided',
    choices: (registers) => [
      { value: 'true', label: registers.both('逾期未定', 'Not decided in time') },
      { value: 'false', label: registers.both('时限内', 'In time') },
    ],
  },
  sort: {
    zh: '范围',
    en: 'Which',
    choices: (registers) => [
      { value: 'due', label: registers.both('待办，先到期在前', 'Waiting, due soonest first') },
      { value: 'newest', label: registers.both('全部，新的在前', 'All, newest first') },
    ],
  },
};

/** The filters of a list, as its address has them. */
export function Filters({ noun }: { readonly noun: Noun }) {
  return (
    <>
      {noun.searched && <SearchFilter searched={noun.searched} among={noun.wordsAmong} />}
      {noun.filters.map((name) => (
        <OneFilter key={name} name={name} noun={noun} />
      ))}
    </>
  );
}

/** What browsers must not keep in an address, and what would find everything. An empty field is no search. */
function faultOf(text: string): readonly [zh: string, en: string] | undefined {
  if (text === '') return undefined;
  if (saysNothing(text)) return ['没有可读的字', 'Nothing in it can be read'];
  if (personalDataSought(text).length === 0) return undefined;
  return [
    '含个人信息，不能用于查找；按电话查找：请在“登记诉求”页填写来电号码',
    'It shows personal data, which is not looked for here; by telephone: give the number on the page of registration',
  ];
}

interface SearchProps {
  readonly searched: readonly [zh: string, en: string];
  readonly among: Noun | undefined;
}

function SearchFilter({ searched, among }: SearchProps) {
  const say = useSay();
  const [asked, ask] = useAsked();
  const id = useId();
  const [fault, setFault] = useState<ReturnType<typeof faultOf>>();
  const typed = asked.get('q') ?? undefined;
  const search = (text: string) => {
    const found = faultOf(text);
    setFault(found);
    if (!found) ask('q', text.trim());
  };
  return (
    <div className="filter">
      <label htmlFor={id}>{say(...searched)}</label>
      <Input.Search id={id} key={typed} allowClear defaultValue={typed} status={fault ? 'error' : ''} onSearch={search} />
      {fault && <span role="alert">{say(...fault)}</span>}
      {among && typed && <WordsAmong noun={among} typed={typed} />}
    </div>
  );
}

/** 按词查找, for who finds that list between the pages. */
function WordsAmong({ noun, typed }: { readonly noun: Noun; readonly typed: string }) {
  const say = useSay();
  const { person } = useDesk();
  if (!usual(person).includes(noun)) return null;
  return (
    <Link href={`${listOf(noun)}?q=${encodeURIComponent(typed)}`}>
      {say(`按词在${noun.zh}中查找`, `Look for these words among ${noun.en.toLowerCase()}`)}
    </Link>
  );
}

function OneFilter({ name, noun }: { readonly name: Filter; readonly noun: Noun }) {
  const say = useSay();
  const { registers } = useDesk();
  const [asked, ask] = useAsked();
  const { zh, en, choices } = NARROWINGS[name];
  const given = {
    label: say(zh, en),
    value: name === 'sort' ? sortOf(asked) : (asked.get(name) ?? undefined),
    onChange: (value: string | undefined) => ask(name, value),
  };
  return choices ? <ChoiceFilter {...given} choices={choices(registers, noun)} /> : <MonthFilter {...given} />;
}

interface FilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

export function ChoiceFilter({ label, value, onChange, choices }: FilterProps & { readonly choices: readonly Choice[] }) {
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

export function MonthFilter({ label, value, onChange }: FilterProps) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Input id={id} type="month" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}
