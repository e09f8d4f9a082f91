import { Alert, Button, Flex, Radio } from 'antd';
import { useState } from 'react';
import { ActionForm } from '../action/action-form';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { Facts } from '../desk/words';
import { useSay } from '../language/language';
import { Reveal } from '../nouns/reveal';
import { Take } from '../work-list/take';
import { Beside } from './beside';
import { GivenLink } from './given-link';
import { type Kept, mayKeep, newCode, type Register } from './register';

const MOST = 200;

/** One register: its rows, each with its form for who keeps it, and a form for one more. */
export function RegisterPage({ register }: { readonly register: Register }) {
  const say = useSay();
  const { services, person, registers } = useDesk();
  const [view, setView] = useState(0);
  const asked = () => new URLSearchParams({ ...register.views?.[view]?.query(), limit: String(MOST) });
  const { value, problem, isLoading, reload } = useLoaded(
    () => services.read<{ items: never[]; next: string | null }>(`${register.path}?${asked()}`),
    `${register.name} ${view}`,
  );
  const rows = value?.items.map((row) => register.show(row, registers)) ?? [];
  const over = rows.filter(({ isOver }) => isOver);
  const rowOf = (kept: Kept) => <OneRow key={`${kept.code} ${kept.version}`} register={register} kept={kept} reload={reload} />;
  return (
    <Flex vertical gap="middle">
      <h1>{say(register.zh, register.en)}</h1>
      <Flex gap="small" wrap align="center">
        {register.views && (
          <Radio.Group
            value={view}
            onChange={({ target }) => setView(target.value)}
            options={register.views.map(({ zh, en }, at) => ({ value: at, label: say(zh, en) }))}
          />
        )}
        <Button onClick={reload}>{say('刷新', 'Refresh')}</Button>
        <Take noun={register} asked="" />
      </Flex>
      {mayKeep(register, person) && <Another register={register} onDone={reload} />}
      {problem && <Alert type="error" role="alert" title={problem} />}
      {rows.length === 0 && <p role="status">{isLoading ? say('正在载入…', 'Loading …') : say('没有登记', 'Nothing is registered')}</p>}
      {rows.filter(({ isOver }) => !isOver).map(rowOf)}
      {over.length > 0 && (
        <details>
          <summary>{say(`已停用（${over.length}）`, `Used no more (${over.length})`)}</summary>
          {over.map(rowOf)}
        </details>
      )}
      {value?.next && <p>{say(`只显示前 ${MOST} 条；全部可导出。`, `The first ${MOST} are shown; the file has all.`)}</p>}
    </Flex>
  );
}

interface RowProps {
  readonly register: Register;
  readonly kept: Kept;
  readonly reload: () => void;
}

function OneRow({ register, kept: { code, version, title, facts, known, isMasked, link }, reload }: RowProps) {
  const say = useSay();
  const { person } = useDesk();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <Facts facts={facts} />
      {link && <GivenLink url={link} />}
      {register.reveals && isMasked && <Reveal path={register.reveals} id={code} />}
      {register.beside && <Beside beside={register.beside} code={code} />}
      {mayKeep(register, person) && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{say('修改', 'Change')}</summary>
          {isOpen && <ActionForm action={register.put} target={{ id: code, version }} known={known} onDone={reload} onReload={reload} />}
        </details>
      )}
    </section>
  );
}

/** A row more, under a code of its own. */
function Another({ register, onDone }: { readonly register: Register; readonly onDone: () => void }) {
  const say = useSay();
  const [code, setCode] = useState(() => newCode(register));
  const finish = () => {
    setCode(newCode(register));
    onDone();
  };
  return (
    <details className="card">
      <summary>{say(register.put.zh, register.put.en)}</summary>
      <ActionForm key={code} action={register.put} target={{ id: code }} onDone={finish} />
    </details>
  );
}
