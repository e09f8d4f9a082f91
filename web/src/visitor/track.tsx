import createClient from 'openapi-fetch';
import { type FormEvent, useState } from 'react';
import type { components, paths } from '../api/intake';
import { answerOf, Refused } from '../api/refused';
import { useLanguage, useSay } from '../language/language';
import { momentText } from '../language/moment-text';
import { Asked } from './asked';
import { ServiceCase, type TrackedCase } from './service-case';
import { STEPS } from './steps';
import { VisitorPage } from './visitor-page';

type Tracked = components['schemas']['TrackedDto'];

const intake = createClient<paths>({ baseUrl: '/' });

/** 查询进展, by whoever asked for something: number and last four digits, no log-in. Nothing is kept in the browser. */
export function Track() {
  const say = useSay();
  const { found, problem, isAsking, ask } = useTracking();
  const isMarked = problem instanceof Refused && problem.byField.size > 0;
  return (
    <VisitorPage title={say('查询进展', 'How far is my matter?')}>
      <form onSubmit={(event) => void ask(event)} noValidate>
        <Keys problem={problem} />
        <button type="submit" disabled={isAsking}>
          {say('查询', 'Look it up')}
        </button>
      </form>
      <div role="status">
        {found?.matter && <Shown tracked={found.matter} />}
        {found?.serviceCase && <ServiceCase tracked={found.serviceCase} />}
      </div>
      {problem && !isMarked && <p role="alert">{problem.message}</p>}
      <p className="soft">
        {say('没有留电话也没有查询码的，请拨打热线查询。', 'Who has neither left a telephone nor a code asks the hotline.')}
      </p>
      <p>
        <a href="/public/report">{say('我要上报', 'Report something')}</a>
      </p>
    </VisitorPage>
  );
}

/** What was found: a request or report, or a service case. */
interface Found {
  readonly matter?: Tracked;
  readonly serviceCase?: TrackedCase;
}

/** What was asked last, and what came of it. */
function useTracking() {
  const { language } = useLanguage();
  const [found, setFound] = useState<Found>();
  const [problem, setProblem] = useState<Error>();
  const [isAsking, setAsking] = useState(false);
  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { number: String(form.get('number')).trim(), lastFour: String(form.get('lastFour')).trim() };
    setAsking(true);
    setFound(undefined);
    setProblem(undefined);
    try {
      const headers = { 'Accept-Language': language === 'zh' ? 'zh-CN' : 'en' };
      if (form.get('what') === 'service-case')
        setFound({ serviceCase: await answerOf(intake.POST('/api/intake/v1/public/service-cases/track', { body, headers })) });
      else setFound({ matter: await answerOf(intake.POST('/api/intake/v1/public/tracking', { body, headers })) });
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setAsking(false);
    }
  };
  return { found, problem, isAsking, ask };
}

/** By what it is found. */
function Keys({ problem }: { readonly problem: Error | undefined }) {
  const say = useSay();
  const faultAt = (name: string) => (problem instanceof Refused ? problem.faultAt(name) : undefined);
  return (
    <>
      <p>
        <label htmlFor="what">{say('查什么', 'What is it?')}</label>
        <select id="what" name="what">
          <option value="matter">{say('诉求或随手拍', 'A request or a report')}</option>
          <option value="service-case">{say('窗口办件', 'What was applied for at a window')}</option>
        </select>
      </p>
      <Asked
        name="number"
        label={say('编号', 'Its number')}
        hint="230903011001-261123-000417"
        initial={location.hash.slice(1)} // a receipt leads here with its number
        most={40}
        fault={faultAt('number')}
        isRequired
      />
      <Asked
        name="lastFour"
        label={say('留下的电话后四位，或查询码', 'Last four digits of the telephone you left, or the code')}
        hint="1234"
        most={4}
        fault={faultAt('lastFour')}
        isRequired
        isDigits
      />
    </>
  );
}

function Shown({ tracked }: { readonly tracked: Tracked }) {
  const { number, step, receivedAt, repliedAt, publicAnswer, appointment, dueAt, resumesOn } = tracked;
  const say = useSay();
  const { language } = useLanguage();
  const day = (at: string) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(new Date(at));
  const moment = (at: string) => momentText(at, language, true);
  return (
    <section className="card">
      <h2>{number}</h2>
      <p className="step">{say(...STEPS[step])}</p>
      <p>{say(`受理于 ${day(receivedAt)}`, `Taken in on ${day(receivedAt)}`)}</p>
      {dueAt && <p>{say(`承诺 ${momentText(dueAt, language)} 前答复`, `To be answered by ${momentText(dueAt, language)}`)}</p>}
      {resumesOn && <p>{say(`最迟于 ${day(resumesOn)} 恢复办理`, `To be taken up again on ${day(resumesOn)} at the latest`)}</p>}
      {appointment && (
        <p className="words">
          {say(
            `约定上门时间：${moment(appointment.from)} 至 ${moment(appointment.until)}`,
            `Agreed with you: ${moment(appointment.from)} to ${moment(appointment.until)}`,
          )}
        </p>
      )}
      {appointment?.missed && (
        <p className="words">
          {say(
            '约定时间已过，已提醒服务单位；未上门的，请拨打热线改约。',
            'That time is over, and the provider was reminded. If nobody came, call the hotline to agree on another.',
          )}
        </p>
      )}
      {repliedAt && <p>{say(`答复于 ${day(repliedAt)}`, `Answered on ${day(repliedAt)}`)}</p>}
      {publicAnswer && <p className="words">{publicAnswer}</p>}
      <Pictures of={tracked.before} title={say('上报时', 'As reported')} />
      <Pictures of={tracked.after} title={say('办理后', 'What was done')} />
    </section>
  );
}

/** As anybody may see them: with faces and number plates covered. One that is withdrawn meanwhile stands by its title alone. */
function Pictures({ of, title }: { readonly of: readonly string[]; readonly title: string }) {
  if (of.length === 0) return null;
  return (
    <figure>
      <figcaption>{title}</figcaption>
      {of.map((address) => (
        <img key={address} src={address} alt={title} />
      ))}
    </figure>
  );
}
