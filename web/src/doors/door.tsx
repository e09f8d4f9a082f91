import { useState } from 'react';
import { type Action, choice, choices, type Field, line, number, words } from '../action/action';
import { ActionForm } from '../action/action-form';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import type { Fact } from '../desk/registers';
import { Moment } from '../desk/words';
import { useSay } from '../language/language';
import { Reveal } from '../nouns/reveal';

type Target = IntakeSchemas['RoundTargetDto'];
type Question = IntakeSchemas['QuestionDto'];

interface DoorProps {
  readonly door: Target;
  readonly questions: readonly Question[];
  readonly reload: () => void;
}

/** 一户: what came of it so far, where it is for a purpose that is kept, and the form for a knock. */
export function Door({ door, questions, reload }: DoorProps) {
  const say = useSay();
  const { registers } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const outcome = door.outcome === null ? say('未敲门', 'nobody has knocked') : registers.word('knock-outcome', door.outcome);
  const title = `${say('第', 'No. ')}${door.number}${say('户', '')} · ${outcome}`;
  return (
    <section className="card" aria-label={title}>
      <h3>{title}</h3>
      <p>
        {registers.area(door.areaCode)} · {say(`敲门 ${door.knocks} 次`, `${door.knocks} knocks`)} <Moment at={door.lastKnockAt} />
      </p>
      {door.actions.includes('reveal') && <Reveal path="/api/intake/v1/round-targets/{id}/reveal" id={door.id} facts={whereabouts} />}
      {door.actions.includes('knock') && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{say('登记敲门', 'Record a knock')}</summary>
          {isOpen && <ActionForm action={knockOf(questions)} target={{ id: door.id }} onDone={reload} />}
        </details>
      )}
    </section>
  );
}

const whereabouts = ({ address, householdNumber }: IntakeSchemas['RevealedTargetDto']): readonly Fact[] => [
  ['地址', 'Address', address],
  ['户编号', 'Number of the household', householdNumber],
];

const MET = { when: ['outcome', 'met'], required: false } as const;

/** The form of a knock: what is asked at each door of this round stands in it where somebody was met. */
const knockOf = (questions: readonly Question[]): Action => ({
  name: 'knock',
  zh: '登记敲门',
  en: 'Record a knock',
  path: '/api/intake/v1/round-targets/{id}/knock',
  fields: [
    choice('outcome', '结果', 'What came of it', (registers) => registers.words('knock-outcome')),
    ...questions.map(fieldOf),
    choices('needs', '发现的需求', 'Needs that were found', (registers) => registers.words('knock-need')),
    words('needNote', '需求说明（加密保存）', 'What is wanted (kept sealed)', 500, { required: false }),
    words('note', '备注（加密保存，不写银行卡信息）', 'Note (kept sealed; never bank data)', 500, { required: false }),
  ],
  shape: knockSaid,
});

function fieldOf({ code, zh, en, kind, choices: offered }: Question): Field {
  const name = `asked.${code}`;
  if (kind === 'number') return number(name, zh, en, MET);
  if (kind === 'yes-no') return choice(name, zh, en, yesOrNo, MET);
  if (kind === 'choice')
    return choice(name, zh, en, (registers) => offered.map((one) => ({ value: one.code, label: registers.both(one.zh, one.en) })), MET);
  return line(name, zh, en, { ...MET, max: 200 });
}

const yesOrNo: NonNullable<Field['choices']> = (registers) => [
  { value: 'yes', label: registers.both('是', 'yes') },
  { value: 'no', label: registers.both('否', 'no') },
];

interface Filled {
  readonly asked?: Readonly<Record<string, string | number>>;
  readonly needs?: readonly string[];
  readonly needNote?: string;
}

/** As the operation takes it: answers by the codes of the questions, and each need with what is wanted. */
function knockSaid({ asked = {}, needs = [], needNote, ...said }: Filled): object {
  const answers = Object.entries(asked).map(([code, answer]) => ({ code, answer: String(answer) }));
  return {
    ...said,
    ...(answers.length > 0 && { answers }),
    ...(needs.length > 0 && { needs: needs.map((need) => ({ need, ...(needNote !== undefined && { note: needNote }) })) }),
  };
}
