import { Alert, Form } from 'antd';
import { Link } from 'wouter';
import { answerOf } from '../api/refused';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { WaitingCalls } from '../desk/waiting-calls';
import { Moment } from '../desk/words';
import { useSay } from '../language/language';

/** A number in full: a mobile's eleven digits, or a landline's with its area code. */
const WHOLE = /^(?:1\d{10}|0\d{9,11})$/;
const SHOWN = 10;

/** 来电人以往诉求: what who calls has asked before, as soon as their number stands in the form around it. It is asked for in a body: no log has it. */
export function CallerPanel() {
  const say = useSay();
  const { services, person } = useDesk();
  const typed = ((Form.useWatch('requester.phone') as string | undefined) ?? '').replaceAll(/[\s-]/g, '');
  const phone = WHOLE.test(typed) && person.roles.includes('intake-clerk') ? typed : undefined;
  const find = async () => {
    if (!phone) return undefined;
    const asked = { body: { phone }, params: { query: { limit: SHOWN } } };
    const [requests, calls] = await Promise.all([
      answerOf(services.api.POST('/api/intake/v1/requests/find-by-phone', asked)),
      answerOf(services.api.POST('/api/intake/v1/missed-calls/find-by-phone', asked)),
    ]);
    return { requests: requests.items, waiting: calls.items.filter(({ state }) => state === 'open') };
  };
  const { value, problem } = useLoaded(find, phone ?? '');
  if (!phone) return null;
  return (
    <section className="card broad" aria-label={say('来电人以往诉求', 'What the caller asked before')}>
      {problem && <Alert type="error" role="alert" title={problem} />}
      <p role="status">
        {value &&
          (value.requests.length === 0
            ? say('此号码没有以往诉求', 'Nothing came from this number before')
            : say('此号码以往诉求', 'Earlier requests of this number'))}
      </p>
      <ul>
        {value?.requests.map((request) => (
          <Earlier key={request.id} {...request} />
        ))}
      </ul>
      <WaitingCalls calls={value?.waiting ?? []} />
    </section>
  );
}

interface EarlierProps {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly receivedAt: string;
}

/** Opened beside, so that what is typed stays. */
function Earlier({ id, title, state, receivedAt }: EarlierProps) {
  const { registers } = useDesk();
  return (
    <li>
      <Link href={`/desk/requests/${id}`} target="_blank">
        {title}
      </Link>{' '}
      {registers.word('request-state', state)} <Moment at={receivedAt} />
    </li>
  );
}
