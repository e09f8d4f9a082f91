import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { Offers, offersOf } from '../action/offers';
import { useDesk } from '../desk/desk-context';
import { useLive } from '../desk/use-live';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { ChoiceFilter } from '../work-list/filters';
import { pageOf } from '../work-list/page-of';
import type { Row } from '../work-list/rows';
import type { Noun } from './noun';

/** As many as a service gives at once. */
const MOST = 100;

interface GatheredProps {
  readonly noun: Noun;
  /** The member of a query that they are asked for by, and of what. */
  readonly by: string;
  readonly of: string;
  /** As it was changed last: what belongs to it may be another then. */
  readonly version: number;
  readonly reload: () => void;
}

/** What belongs to one of something, of one state or of all, each with what may be done with it: who came is recorded one after the other, without leaving the page. */
export function Gathered({ noun, by, of, version, reload: reloadWhole }: GatheredProps) {
  const say = useSay();
  const { services, registers } = useDesk();
  const [state, setState] = useState<string>();
  const query = new URLSearchParams({ [by]: of, limit: String(MOST), ...(state !== undefined && { state }) });
  const { value, problem, reload } = useLoaded(
    () => pageOf(services, registers, noun, query),
    `${noun.name} ${query} ${version} ${say('zh', 'en')}`,
  );
  useLive(reload);
  const again = () => {
    reload();
    reloadWhole();
  };
  return (
    <section className="card" aria-label={say(noun.zh, noun.en)}>
      <h2>{say(noun.zh, noun.en)}</h2>
      <Flex gap="small" align="end">
        <ChoiceFilter label={say('状态', 'State')} value={state} onChange={setState} choices={registers.words(noun.states)} />
        <Button onClick={reload}>{say('刷新', 'Refresh')}</Button>
      </Flex>
      {problem && <Alert type="error" role="alert" title={problem} />}
      {value?.rows.length === 0 && <p role="status">{say('没有', 'None')}</p>}
      <ul className="story">
        {value?.rows.map((row) => (
          <One key={row.shown.id} row={row} reload={again} />
        ))}
      </ul>
      {value?.next && (
        <p>{say(`只显示最近 ${MOST} 条，其余请按状态筛选。`, `The last ${MOST} are shown: choose a state for the others.`)}</p>
      )}
    </section>
  );
}

function One({ row: { noun, shown }, reload }: { readonly row: Row; readonly reload: () => void }) {
  const { registers } = useDesk();
  const { id, version, title, state, note, number, allowed, actions } = shown;
  return (
    <li>
      <Link href={`/desk/${noun.name}/${id}`}>{title}</Link> {registers.word(noun.states, state)} {number} {note}
      <Offers offers={offersOf(actions, { id, version, actions: allowed })} onDone={reload} onReload={reload} />
    </li>
  );
}
