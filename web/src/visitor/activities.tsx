import createClient from 'openapi-fetch';
import { type ChangeEvent, useEffect, useState } from 'react';
import type { components, paths } from '../api/intake';
import { answerOf } from '../api/refused';
import { useLanguage, useSay } from '../language/language';
import { momentText } from '../language/moment-text';
import { ActivityPage } from './activity';
import { type Activity, KINDS } from './activity-words';
import { BookingPage } from './booking';
import { VisitorPage } from './visitor-page';

type Community = components['schemas']['CommunityDto'];
/** What is looked for, as it stands in the address: it can be kept and passed on. */
interface Sought {
  readonly area: string;
  readonly kind: string;
  readonly day: string;
}

const intake = createClient<paths>({ baseUrl: '/' });

/** `/public/activities`, one of them, and a booking. */
const PATH = /^\/public\/activities(?:\/([^/]+))?\/?$/;

/** 社区活动, by anybody: what is coming for people of a community, one activity, and what was booked. */
export function ActivitiesPage() {
  const [, one] = PATH.exec(location.pathname) ?? [];
  if (one === 'booking') return <BookingPage />;
  return one === undefined ? <Coming /> : <ActivityPage id={one} />;
}

function Coming() {
  const say = useSay();
  const [sought, setSought] = useState(soughtAt);
  const { items, problem, more } = useComing(sought);
  const change = (changes: Partial<Sought>) => {
    const next = { ...sought, ...changes };
    const kept = Object.entries(next).filter(([, value]) => value !== '');
    history.replaceState(null, '', `${location.pathname}${kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''}`);
    setSought(next);
  };
  return (
    <VisitorPage title={say('社区活动', 'Activities')}>
      <Choices sought={sought} change={change} />
      {problem && <p role="alert">{problem}</p>}
      <div role="status">{items?.length === 0 && <p>{say('暂无可报名的活动。', 'Nothing is coming that can be booked.')}</p>}</div>
      {items?.map((activity) => (
        <Row key={activity.id} activity={activity} />
      ))}
      {more && (
        <button type="button" onClick={more}>
          {say('更多', 'More')}
        </button>
      )}
      <p>
        <a href="/public/activities/booking">{say('我的报名：查询、确认、取消', 'My booking: see, confirm or cancel it')}</a>
      </p>
    </VisitorPage>
  );
}

function soughtAt(): Sought {
  const asked = new URLSearchParams(location.search);
  return { area: asked.get('area') ?? '', kind: asked.get('kind') ?? '', day: asked.get('day') ?? '' };
}

/** What is coming, a page more each time it is asked for. */
function useComing({ area, kind, day }: Sought) {
  const { language } = useLanguage();
  const [items, setItems] = useState<readonly Activity[]>();
  const [next, setNext] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const read = async (cursor: string | undefined, isCurrent: () => boolean) => {
    const days = day === '' ? {} : { from: day, until: day };
    const query = { ...(area && { areaCode: area }), ...(kind && { kind: kind as Activity['kind'] }), ...days, ...(cursor && { cursor }) };
    const headers = { 'Accept-Language': language === 'zh' ? 'zh-CN' : 'en' };
    try {
      const page = await answerOf(intake.GET('/api/intake/v1/public/activities', { params: { query }, headers }));
      if (!isCurrent()) return;
      setItems((before) => [...(cursor === undefined ? [] : (before ?? [])), ...page.items]);
      setNext(page.next);
      setProblem(undefined);
    } catch (error) {
      if (isCurrent()) setProblem((error as Error).message);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is made of these
  useEffect(() => {
    let isCurrent = true;
    void read(undefined, () => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [area, kind, day, language]);
  return { items, problem, more: next === null ? undefined : () => void read(next, () => true) };
}

interface ChoicesProps {
  readonly sought: Sought;
  readonly change: (changes: Partial<Sought>) => void;
}

function Choices({ sought, change }: ChoicesProps) {
  const say = useSay();
  const to = (name: keyof Sought) => (event: ChangeEvent<HTMLSelectElement | HTMLInputElement>) => change({ [name]: event.target.value });
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <p>
        <label htmlFor="area">{say('我的社区（村）', 'My community')}</label>
        <select id="area" value={sought.area} onChange={to('area')}>
          <option value="">{say('全区', 'The whole district')}</option>
          <Communities />
        </select>
      </p>
      <p>
        <label htmlFor="kind">{say('类型', 'Kind')}</label>
        <select id="kind" value={sought.kind} onChange={to('kind')}>
          <option value="">{say('不限', 'Any')}</option>
          {Object.entries(KINDS).map(([kind, names]) => (
            <option key={kind} value={kind}>
              {say(...names)}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor="day">{say('哪一天', 'On which day')}</label>
        <input id="day" type="date" value={sought.day} onChange={to('day')} />
      </p>
    </form>
  );
}

/** Where people live, by street. */
function Communities() {
  const [found, setFound] = useState<readonly Community[]>([]);
  useEffect(() => {
    answerOf(intake.GET('/api/intake/v1/public/communities')).then(
      ({ items }) => setFound(items),
      () => undefined, // what is coming in the whole district is shown all the same
    );
  }, []);
  const streets = [...new Set(found.map(({ streetName }) => streetName ?? ''))];
  return streets.map((street) => (
    <optgroup key={street} label={street}>
      {found
        .filter(({ streetName }) => (streetName ?? '') === street)
        .map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
    </optgroup>
  ));
}

function Row({ activity }: { readonly activity: Activity }) {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>
        <a href={`/public/activities/${activity.id}`}>{activity.title}</a>
      </h2>
      <p>
        {say(...KINDS[activity.kind])} · {momentText(activity.startsAt, language, true)} · {activity.place}
      </p>
      <p className="soft">
        {activity.full ? say('名额已满，可候补', 'All places are taken: one can wait for one') : say('有名额，可报名', 'There are places')}
      </p>
    </section>
  );
}
