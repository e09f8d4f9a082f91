import { Alert } from 'antd';
import { answerOf } from '../api/refused';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { useLoaded } from '../desk/use-loaded';
import { Moment } from '../desk/words';
import { useLanguage, useSay } from '../language/language';

/** 全程时间线, and what the requester said later, where it is not in the order already. */
export function Story({ request: { id, version } }: { readonly request: IntakeSchemas['RequestDetailDto'] }) {
  const say = useSay();
  const { language } = useLanguage();
  const { services } = useDesk();
  const params = { path: { id } };
  const { value, problem } = useLoaded(
    () => answerOf(services.api.GET('/api/intake/v1/requests/{id}/timeline', { params })),
    `${id} ${version}`,
  );
  return (
    <section className="card">
      <h2>{say('全程时间线', 'Timeline')}</h2>
      {problem && <Alert type="error" role="alert" title={problem} />}
      <ol className="story">
        {value?.entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts do the same at the same time, and what has happened stays where it is
          <li key={at}>
            <Moment at={entry.at} /> {entry[language]} <span className="soft">{entry.organisation}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
