import { Alert } from 'antd';
import { ifSeen } from '../api/refused';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import type { Noun } from '../nouns/noun';
import { NounItem } from '../nouns/noun-part';
import { readable } from '../nouns/nouns';
import { pageOf } from '../work-list/page-of';
import type { Matter } from './loading';

/** What goes its own way beside an order or a request: applications, parts, whistles, supervision orders, callbacks. */
export function Linked({ matter: { order, request }, reload }: { readonly matter: Matter; readonly reload: () => void }) {
  const { person } = useDesk();
  const idOf = { workOrderId: order?.id, requestId: request?.id };
  return readable(person).map((noun) => {
    const id = noun.of && idOf[noun.of];
    return id && <LinkedOf key={noun.name} noun={noun} of={id} version={`${order?.version} ${request?.version}`} reload={reload} />;
  });
}

interface LinkedOfProps {
  readonly noun: Noun;
  readonly of: string;
  readonly version: string;
  readonly reload: () => void;
}

function LinkedOf({ noun, of, version, reload: reloadMatter }: LinkedOfProps) {
  const say = useSay();
  const { services, registers } = useDesk();
  const query = new URLSearchParams({ [noun.of as string]: of, limit: '50' });
  const { value, problem, reload } = useLoaded(
    () => ifSeen(pageOf(services, registers, noun, query)),
    `${noun.name} ${of} ${version} ${say('zh', 'en')}`,
  );
  const again = () => {
    reload();
    reloadMatter();
  };
  if (problem) return <Alert type="error" role="alert" title={problem} />;
  if (!value || value.rows.length === 0) return null;
  return (
    <section className="card">
      <h2>{say(noun.zh, noun.en)}</h2>
      <ul className="story">
        {value.rows.map(({ shown }) => (
          <NounItem key={shown.id} noun={noun} shown={shown} reload={again} />
        ))}
      </ul>
    </section>
  );
}
