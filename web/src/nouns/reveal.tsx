import { useState } from 'react';
import { type Action, serviceOf, words } from '../action/action';
import { ActionForm } from '../action/action-form';
import { useDesk } from '../desk/desk-context';
import type { Fact, Registers } from '../desk/registers';
import { Facts } from '../desk/words';
import { useSay } from '../language/language';

const revealing = (path: string): Action => ({
  name: 'reveal',
  zh: '查看真实信息',
  en: 'Show who it is',
  path,
  fields: [words('purpose', '用途（留痕）', 'What for (it is recorded)', 200, { hint: ['至少四个字', 'Four characters at least'] })],
});

/** What the answers of most of these operations have in common. */
interface Revealed {
  readonly name?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
}

const usual = ({ name = null, phone = null, address = null }: Revealed): readonly Fact[] => [
  ['姓名', 'Name', name],
  ['电话', 'Telephone', phone],
  ['地址', 'Address', address],
];

interface RevealProps {
  readonly path: string;
  readonly id: string;
  readonly facts?: ((answer: never, registers: Registers) => readonly Fact[]) | undefined;
}

/** 脱敏信息的查看: for a purpose that is kept. What was shown is gone with the page. */
export function Reveal({ path, id, facts = usual }: RevealProps) {
  const say = useSay();
  const { person, registers } = useDesk();
  const [revealed, setRevealed] = useState<unknown>();
  if (!person.scopes.includes(`${serviceOf({ path })}:reveal`)) return null;
  if (revealed) return <Facts facts={facts(revealed as never, registers)} />;
  const action = revealing(path);
  return (
    <details>
      <summary>{say(action.zh, action.en)}</summary>
      <ActionForm action={action} target={{ id }} onDone={setRevealed} />
    </details>
  );
}
