import { useState } from 'react';
import { ActionForm } from '../action/action-form';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { pageOf } from '../work-list/page-of';
import { Rows } from '../work-list/rows';
import type { Register } from './register';

const SHOWN = '20';

interface BesideProps {
  readonly beside: NonNullable<Register['beside']>;
  readonly code: string;
}

/** What is recorded of one row of a register: the newest of it, and the form for more. Asked for when it is opened. */
export function Beside({ beside, code }: BesideProps) {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(beside.noun.zh, beside.noun.en)}</summary>
      {isOpen && <Recorded beside={beside} code={code} />}
    </details>
  );
}

function Recorded({ beside: { noun, by, action }, code }: BesideProps) {
  const say = useSay();
  const { services, registers, person } = useDesk();
  const load = () => pageOf(services, registers, noun, new URLSearchParams({ [by]: code, limit: SHOWN }));
  const { value, reload, isLoading } = useLoaded(load, `${noun.name} ${code} ${say('zh', 'en')}`);
  const mayRecord = person.scopes.includes('intake:write') && noun.made?.roles.some((role) => person.roles.includes(role));
  const asked = {
    ...action,
    fields: action.fields.filter(({ name }) => name !== by),
    fixed: { [by]: code },
    name: `${action.name} ${code}`,
  };
  return (
    <>
      {mayRecord && <ActionForm action={asked} onDone={reload} />}
      <Rows rows={value?.rows ?? []} isLoading={isLoading} at={noun.at} />
    </>
  );
}
