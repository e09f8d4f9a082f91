import { Alert } from 'antd';
import { Link } from 'wouter';
import { ActionForm } from '../action/action-form';
import { answerOf } from '../api/refused';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';
import { merge } from './request-actions';

interface DuplicatesProps {
  readonly request: IntakeSchemas['RequestDetailDto'];
  readonly reload: () => void;
}

/** 疑似重复: shown to who may merge, who decides. */
export function Duplicates({ request, reload }: DuplicatesProps) {
  const mayMerge = request.actions.includes('merge');
  return mayMerge ? <Candidates request={request} reload={reload} /> : null;
}

function Candidates({ request: { id, version }, reload }: DuplicatesProps) {
  const say = useSay();
  const { services, registers } = useDesk();
  const params = { path: { id } };
  const { value, problem } = useLoaded(
    () => answerOf(services.api.GET('/api/intake/v1/requests/{id}/duplicates', { params })),
    `${id} ${version}`,
  );
  if (problem) return <Alert type="error" role="alert" title={problem} />;
  if (!value || value.items.length === 0) return null;
  return (
    <section className="card">
      <h2>{say('疑似重复', 'May be the same matter')}</h2>
      <ul className="story">
        {value.items.map(({ request: other, score, reasons }) => (
          <li key={other.id}>
            <Link href={`/desk/requests/${other.id}`}>{other.title}</Link> {registers.word('request-state', other.state)} · {score} ·{' '}
            {reasons.map(({ kind, percent }) => `${registers.word('likeness', kind)} ${percent} %`).join('，')}
            <details>
              <summary>{say('并单', 'Merge')}</summary>
              <ActionForm action={merge(other.id)} target={{ id, version }} onDone={reload} onReload={reload} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
