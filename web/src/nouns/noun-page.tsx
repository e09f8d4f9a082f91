import { Alert, Flex, Spin } from 'antd';
import { Link, useLocation } from 'wouter';
import { serviceOf } from '../action/action';
import { ActionForm } from '../action/action-form';
import { useDesk } from '../desk/desk-context';
import { useLive } from '../desk/use-live';
import { useLoaded } from '../desk/use-loaded';
import { Moment } from '../desk/words';
import { useSay } from '../language/language';
import { Pictures } from '../matter/pictures';
import { mayRegister } from '../register/coming-in';
import { pageOf } from '../work-list/page-of';
import { Rows } from '../work-list/rows';
import { Gathered } from './gathered';
import type { Beginning, Listed, Noun, Shown } from './noun';
import { NounPart } from './noun-part';
import { usual } from './nouns';
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
  const gathers = noun.gathers?.filter((gathered) => usual(person).includes(gathered)) ?? [];
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
      {noun.begins?.map((beginning) => (
        <Begun key={beginning.opens} beginning={beginning} shown={shown} />
      ))}
      {gathers.map((gathered) => (
        <Gathered key={gathered.name} noun={gathered} by={`${noun.name}Id`} of={id} version={shown.version} reload={reload} />
      ))}
      {noun.lists?.(value as never, registers).map((listed) => (
        <Lines key={listed.en} listed={listed} />
      ))}
      {noun.inside && <noun.inside row={value as never} />}
      {noun.brings && <Brought path={noun.brings.replace('{id}', encodeURIComponent(id))} />}
      {history.length > 0 && <History noun={noun} steps={history} />}
    </Flex>
  );
}

/** What this person may begin of it, as it is. */
function Begun({ beginning, shown: { id, state } }: { readonly beginning: Beginning; readonly shown: Shown }) {
  const say = useSay();
  const { person } = useDesk();
  const [, navigate] = useLocation();
  const { roles, states, opens } = beginning;
  const isOffered = states.includes(state) && roles.some((role) => person.roles.includes(role));
  const action = beginning.action(id);
  if (!isOffered || !person.scopes.includes(`${serviceOf(action)}:write`)) return null;
  return (
    <details className="card">
      <summary>{say(action.zh, action.en)}</summary>
      <ActionForm action={action} target={{ id }} onDone={(made) => navigate(`/desk/${opens}/${(made as { readonly id: string }).id}`)} />
    </details>
  );
}

function Lines({ listed: { zh, en, lines } }: { readonly listed: Listed }) {
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <section className="card">
      <h2>{say(zh, en)}</h2>
      <ul className="story">
        {lines.map(({ id, at, text, matter }) => (
          <li key={id}>
            <Moment at={at} /> {text} {matter && <Link href={matter}>{say('打开所属事项', 'Open the matter it belongs to')}</Link>}
          </li>
        ))}
      </ul>
    </section>
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
