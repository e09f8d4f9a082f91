import { useState } from 'react';
import { type Action, serviceOf, words } from '../action/action';
import { ActionForm } from '../action/action-form';
import { useDesk } from '../desk/desk-context';
import { Facts } from '../desk/words';
import { useSay } from '../language/language';

const revealing = (path: string): Action => ({
  name: 'reveal',
  zh: '查看真实信息',
  en: 'Show who it is',
  path,
  fields: [words('purpose', '用途（留痕）', 'What for (it is recorded)', 200, { hint: ['至少四个字', 'Four characters at least'] })],
});

/** What the answers of these operations have in common. */
interface Revealed {
  readonly name?: string;
  readonly phone?: string | null;
  readonly address?: string | null;
}

/** 脱敏信息的查看: for a purpose that is kept. What was shown is gone with the page. */
export function Reveal({ path, id }: { readonly path: string; readonly id: string }) {
  const say = useSay();
  const { person } = useDesk();
  const [revealed, setRevealed] = useState<Revealed>();
  if (!person.scopes.includes(`${serviceOf({ path })}:reveal`)) return null;
  if (revealed) {
    const { name = null, phone = null, address = null } = revealed;
    return (
      <Facts
        facts={[
          ['姓名', 'Name', name],
          ['电话', 'Telephone', phone],
          ['地址', 'Address', address],
        ]}
      />
    );
  }
  const action = revealing(path);
  return (
    <details>
      <summary>{say(action.zh, action.en)}</summary>
      <ActionForm action={action} target={{ id }} onDone={(answer) => setRevealed(answer as Revealed)} />
    </details>
  );
}
