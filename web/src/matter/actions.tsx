import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import type { Action } from './action';
import { ActionForm } from './action-form';
import type { Matter } from './loading';
import { application, ORDER_ACTIONS } from './order-actions';
import { REQUEST_ACTIONS } from './request-actions';

interface Offered {
  readonly action: Action;
  readonly id: string;
  readonly version: number;
}

/** What the services say this person may do now, and no more: a button each, whose form opens below them. */
export function Actions({ matter, reload }: { readonly matter: Matter; readonly reload: () => void }) {
  const say = useSay();
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState<string>();
  const offered = useOffered(matter);
  const chosen = offered.find(({ action }) => action.name === open);
  if (offered.length === 0) return <p role="status">{done ?? say('您现在没有可执行的操作。', 'There is nothing for you to do now.')}</p>;
  const finish = ({ zh, en }: Action) => {
    setOpen(undefined);
    setDone(say(`已完成：${zh}`, `Done: ${en}`));
    reload();
  };
  return (
    <section className="card" aria-label={say('可执行的操作', 'What you may do')}>
      <Flex gap="small" wrap>
        {offered.map(({ action }) => (
          <Button
            key={action.name}
            aria-expanded={open === action.name}
            onClick={() => setOpen(open === action.name ? undefined : action.name)}
          >
            {say(action.zh, action.en)}
          </Button>
        ))}
      </Flex>
      <p role="status">{done}</p>
      {chosen && <ActionForm key={chosen.action.name} {...chosen} onDone={() => finish(chosen.action)} onReload={reload} />}
    </section>
  );
}

function useOffered({ request, order }: Matter): Offered[] {
  const { registers, person } = useDesk();
  const ofOrder = order ? ORDER_ACTIONS.filter(({ name }) => (order.actions as readonly string[]).includes(name)) : [];
  const asked = (order?.mayAsk ?? []).map((kind) => application(kind, registers.bothWords('application-kind', kind)));
  const ofRequest =
    request && person.scopes.includes('intake:write') ? REQUEST_ACTIONS.filter(({ name }) => request.actions.includes(name)) : [];
  return [
    ...(order ? [...ofOrder, ...asked].map((action) => ({ action, id: order.id, version: order.version })) : []),
    ...(request ? ofRequest.map((action) => ({ action, id: request.id, version: request.version })) : []),
  ];
}
