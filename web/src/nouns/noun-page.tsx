import { Alert, Flex, Spin } from 'antd';
import { Link } from 'wouter';
import { useDesk } from '../desk/desk-context';
import { useLive } from '../desk/use-live';
import { useLoaded } from '../desk/use-loaded';
import { Moment } from '../desk/words';
import { useSay } from '../language/language';
import { Pictures } from '../matter/pictures';
import { mayRegister } from '../register/coming-in';
import { pageOf } from '../work-list/page-of';
import { Rows } from '../work-list/rows';
import type { Noun } from './noun';
import { NounPart } from './noun-part';
import { REQUEST } from './request';

interface Step {
  readonly at: string;
  readonly action: string;
  readonly to: string;
  readonly reason: string | null;
}

interface Detail {
  readonly history?: readonly Step[];
  readonly files?: readonly { readonly id: string; readonly mediaType: string; readonly purpose: string | null }[];
}

/** One of whatever it is, as a message to staff links to it. */
export function NounPage({ noun, id }: { readonly noun: Noun; readonly id: string }) {
  const say = useSay();
  const { services, registers, person } = useDesk();
  const { value, problem, reload } = useLoaded(
    () => services.read<Detail & object>(`${noun.path}/${encodeURIComponent(id)}`),
    `${noun.name} ${id}`,
  );
  useLive(reload);
  if (problem && !value) return <Alert type="error" role="alert" title={problem} />;
  if (!value) return <Spin description={say('正在载入…', 'Loading …')} />;
  const shown = noun.show(value as never, registers);
  const { history = [], files = [] } = value;
  return (
    <Flex vertical gap="middle">
      <h1>{shown.title}</h1>
      {problem && <Alert type="error" role="alert" title={problem} />}
      {shown.matter && <Link href={shown.matter}>{say('打开所属事项', 'Open the matter it belongs to')}</Link>}
      {noun.takesIn?.states.includes(shown.state) && mayRegister(person) && (
        <Link href={`/desk/register?${noun.takesIn.as}=${encodeURIComponent(id)}`}>
          {say('登记来访诉求', 'Register what a visitor asks for')}
        </Link>
      )}
      <section className="card">
        <h2>{say(noun.zh, noun.en)}</h2>
        <Pictures service={noun.service} files={files} />
        <NounPart noun={noun} shown={shown} reload={reload} />
      </section>
      {noun.brings && <Brought path={noun.brings.replace('{id}', encodeURIComponent(id))} />}
      {history.length > 0 && <History noun={noun} steps={history} />}
    </Flex>
  );
}

const MOST = 200;

/** 带来的诉求, each led into. */
function Brought({ path }: { readonly path: string }) {
  const say = useSay();
  const { services, registers } = useDesk();
  const load = () => pageOf(services, registers, { ...REQUEST, path }, new URLSearchParams({ limit: String(MOST) }));
  const { value, problem, isLoading, reload } = useLoaded(load, `${path} ${say('zh', 'en')}`);
  useLive(reload);
  return (
    <section className="card">
      <h2>{say('来访诉求', 'What visitors asked for')}</h2>
      {problem && <Alert type="error" role="alert" title={problem} />}
      <Rows rows={value?.rows ?? []} isLoading={isLoading} at={REQUEST.at} />
      {value?.next && <p>{say(`只显示前 ${MOST} 件。`, `The first ${MOST} are shown.`)}</p>}
    </section>
  );
}

function History({ noun, steps }: { readonly noun: Noun; readonly steps: readonly Step[] }) {
  const say = useSay();
  const { registers } = useDesk();
  return (
    <section className="card">
      <h2>{say('经过', 'What happened')}</h2>
      <ol className="story">
        {steps.map(({ at, action, to, reason }) => (
          <li key={`${at} ${action}`}>
            <Moment at={at} /> {registers.word(noun.states, to)} <span className="words">{reason}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
