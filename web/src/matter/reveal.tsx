import { useState } from 'react';
import { action, words } from '../action/action';
import { ActionForm } from '../action/action-form';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { Facts } from '../desk/words';
import { useSay } from '../language/language';

const REVEAL = action('/api/intake/v1/requests/{id}/reveal', '查看诉求人真实信息', 'Show who asks', [
  words('purpose', '用途（留痕）', 'What for (it is recorded)', 200),
]);

/** 脱敏信息的查看: for a purpose that is kept. What was shown is gone with the page. */
export function Reveal({ request }: { readonly request: IntakeSchemas['RequestDetailDto'] }) {
  const say = useSay();
  const { person } = useDesk();
  const [revealed, setRevealed] = useState<IntakeSchemas['RevealedRequesterDto']>();
  if (!request.requester || !person.scopes.includes('intake:reveal')) return null;
  if (revealed) {
    const { name, phone, address } = revealed;
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
  return (
    <details>
      <summary>{say('查看诉求人真实信息', 'Show who asks')}</summary>
      <ActionForm
        action={REVEAL}
        target={{ id: request.id }}
        onDone={(answer) => setRevealed(answer as IntakeSchemas['RevealedRequesterDto'])}
      />
    </details>
  );
}
