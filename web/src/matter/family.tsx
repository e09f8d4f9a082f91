import { Alert } from 'antd';
import { Link } from 'wouter';
import { answerOf } from '../api/refused';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';

type Request = IntakeSchemas['RequestDetailDto'];

/** 并单和分办: the requests that this one goes with. */
export function Family({ request }: { readonly request: Request }) {
  const say = useSay();
  const { id, parentId, mainRequestId, mergedCount, partCount } = request;
  return (
    <>
      {mainRequestId && (
        <Other id={mainRequestId} text={say('已并入主诉求，答复以其为准', 'Merged: the answer is that of its main request')} />
      )}
      {parentId && <Other id={parentId} text={say('是分办诉求的一个分项', 'A part of a divided request')} />}
      {mergedCount > 0 && <Others of={id} which="merged" title={say('并入本诉求的诉求', 'Requests merged into this one')} />}
      {partCount > 0 && <Others of={id} which="parts" title={say('分项', 'Parts')} />}
    </>
  );
}

function Other({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p>
      <Link href={`/desk/requests/${id}`}>{text}</Link>
    </p>
  );
}

interface OthersProps {
  readonly of: string;
  readonly which: 'merged' | 'parts';
  readonly title: string;
}

function Others({ of: id, which, title }: OthersProps) {
  const { services, registers } = useDesk();
  const params = { path: { id }, query: { limit: 50 } };
  const { value, problem } = useLoaded(
    () =>
      answerOf(
        services.api.GET(which === 'merged' ? '/api/intake/v1/requests/{id}/merged' : '/api/intake/v1/requests/{id}/parts', { params }),
      ),
    `${which} ${id}`,
  );
  return (
    <>
      <h3>{title}</h3>
      {problem && <Alert type="error" role="alert" title={problem} />}
      <ul className="story">
        {value?.items.map((other) => (
          <li key={other.id}>
            <Link href={`/desk/requests/${other.id}`}>{other.title}</Link> {other.number} · {registers.word('request-state', other.state)}
          </li>
        ))}
      </ul>
    </>
  );
}
