import { Alert } from 'antd';
import { Link } from 'wouter';
import { answerOf } from '../api/refused';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { WaitingCalls } from '../desk/waiting-calls';
import { Facts, Lamp } from '../desk/words';
import { useSay } from '../language/language';

type Request = IntakeSchemas['RequestDto'];

/** Who takes calls, and who gives orders out. */
const READERS = ['intake-clerk', 'dispatcher'];

export function DeskFacts({ request }: { readonly request: Request }) {
  const { person } = useDesk();
  return READERS.some((role) => person.roles.includes(role)) ? <Known request={request} /> : null;
}

/** 案头信息: what is asked of a clerk while somebody is on the telephone: what is next, and what else there is of the caller and around. */
function Known({ request: { id, version } }: { readonly request: Request }) {
  const say = useSay();
  const { services } = useDesk();
  const params = { path: { id } };
  const { value, problem } = useLoaded(
    () => answerOf(services.api.GET('/api/intake/v1/requests/{id}/desk-facts', { params })),
    `${id} ${version}`,
  );
  if (problem) return <Alert type="error" role="alert" title={problem} />;
  if (!value) return null;
  const { next, callerCount, ofCaller, missedCalls, nearbyCount, nearby } = value;
  return (
    <section className="card">
      <h2>{say('案头信息', 'At a glance')}</h2>
      {next && <Next next={next} />}
      <Others title={say(`同一来电人的其他诉求 ${callerCount} 件`, `${callerCount} other requests of the caller`)} requests={ofCaller} />
      <WaitingCalls calls={missedCalls} />
      <Others title={say(`附近的诉求 ${nearbyCount} 件`, `${nearbyCount} requests nearby`)} requests={nearby.map((one) => one.request)} />
    </section>
  );
}

function Next({ next }: { readonly next: NonNullable<IntakeSchemas['DeskFactsDto']['next']> }) {
  const { registers } = useDesk();
  const { step, role, organisationName, dueAt, lamp } = next;
  return (
    <>
      <Lamp lamp={lamp} overdue={false} />
      <Facts
        facts={[
          ['下一步', 'Next step', registers.word('next-step', step)],
          ['由谁办理', 'Who has it', organisationName ?? (role && registers.word('next-role', role))],
          ['期限', 'Due', { at: dueAt }],
        ]}
      />
    </>
  );
}

function Others({ title, requests }: { readonly title: string; readonly requests: readonly Request[] }) {
  const { registers } = useDesk();
  if (requests.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="story">
        {requests.map(({ id, title: name, number, state }) => (
          <li key={id}>
            <Link href={`/desk/requests/${id}`}>{name}</Link> {number} · {registers.word('request-state', state)}
          </li>
        ))}
      </ul>
    </>
  );
}
