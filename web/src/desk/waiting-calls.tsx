import { Link } from 'wouter';
import type { IntakeSchemas } from '../api/services';
import { useSay } from '../language/language';
import { Moment } from './words';

/** 待回拨: who has got through need not be called back for a call that was missed. Opened beside, so that what is typed stays. */
export function WaitingCalls({ calls }: { readonly calls: readonly IntakeSchemas['MissedCallDto'][] }) {
  const say = useSay();
  if (calls.length === 0) return null;
  return (
    <>
      <h3>{say('此号码有未接来电待回拨', 'Calls of this number wait to be called back')}</h3>
      <ul className="story">
        {calls.map(({ id, line, lastCalledAt }) => (
          <li key={id}>
            <Link href={`/desk/missed-calls/${id}`} target="_blank">
              {line} · <Moment at={lastCalledAt} />
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
