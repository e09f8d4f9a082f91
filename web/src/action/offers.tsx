import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useDesk } from '../desk/desk-context';
import { useSay } from '../language/language';
import { type Action, serviceOf } from './action';
import { ActionForm } from './action-form';

/** One action that a service says this person may do now, and what it is done to. */
export interface Offer {
  readonly action: Action;
  readonly id?: string;
  readonly version?: number;
}

/** Anything that answers tell with what may be done to it now. */
interface Offering {
  readonly id: string;
  readonly version: number;
  readonly actions: readonly string[];
}

/** The rows of a table for which the answer has a word. */
export const offersOf = (table: readonly Action[], { id, version, actions }: Offering): Offer[] =>
  table.filter(({ name }) => actions.includes(name)).map((action) => ({ action, id, version }));

interface OffersProps {
  readonly offers: readonly Offer[];
  readonly onDone: (answer: unknown) => void;
  readonly onReload: () => void;
  /** Said where there is nothing. */
  readonly nothing?: string;
}

/** A button for each, whose form opens below them. Nothing where there is nothing to do, or to whom may only read. */
export function Offers({ offers, onDone, onReload, nothing }: OffersProps) {
  const say = useSay();
  const { person } = useDesk();
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState<string>();
  const allowed = offers.filter(({ action }) => person.scopes.includes(`${serviceOf(action)}:write`));
  const chosen = allowed.find(({ action }) => action.name === open);
  if (allowed.length === 0) return <p role="status">{done ?? nothing}</p>;
  const finish = ({ zh, en }: Action, answer: unknown) => {
    setOpen(undefined);
    setDone(say(`已完成：${zh}`, `Done: ${en}`));
    onDone(answer);
  };
  return (
    <>
      <Flex gap="small" wrap>
        {allowed.map(({ action }) => (
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
      {chosen && (
        <ActionForm
          key={chosen.action.name}
          action={chosen.action}
          target={chosen}
          onDone={(answer) => finish(chosen.action, answer)}
          onReload={onReload}
        />
      )}
    </>
  );
}
