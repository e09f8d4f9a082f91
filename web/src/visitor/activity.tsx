import createClient from 'openapi-fetch';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { components, paths } from '../api/intake';
import { answerOf, Refused } from '../api/refused';
import { useLanguage, useSay } from '../language/language';
import { momentText } from '../language/moment-text';
import { type Activity, DELIVERIES, ENDS, KINDS } from './activity-words';
import { Asked } from './asked';
import { newKey } from './sending';
import { VisitorPage } from './visitor-page';

type Receipt = components['schemas']['BookingReceiptDto'];

const intake = createClient<paths>({ baseUrl: '/' });

/** 一场活动: what it is, when and where, and how to have a place. */
export function ActivityPage({ id }: { readonly id: string }) {
  const say = useSay();
  const { language } = useLanguage();
  const [activity, setActivity] = useState<Activity>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const headers = { 'Accept-Language': language === 'zh' ? 'zh-CN' : 'en' };
    setProblem(undefined);
    answerOf(intake.GET('/api/intake/v1/public/activities/{id}', { params: { path: { id } }, headers })).then(setActivity, (error: Error) =>
      setProblem(error.message),
    );
  }, [id, language]);
  return (
    <VisitorPage title={activity?.title ?? say('社区活动', 'Activities')}>
      {problem && <p role="alert">{problem}</p>}
      {activity && <Facts activity={activity} />}
      {activity && (activity.bookable ? <Book activity={activity} /> : <p role="alert">{say(...ENDS[activity.state])}</p>)}
      <p>
        <a href="/public/activities">{say('全部活动', 'All activities')}</a> ·{' '}
        <a href="/public/activities/booking">{say('我的报名', 'My booking')}</a>
      </p>
    </VisitorPage>
  );
}

function Facts({ activity }: { readonly activity: Activity }) {
  const say = useSay();
  const { language } = useLanguage();
  const { kind, delivery, startsAt, endsAt, place, capacity, full, bookable, coOrganiser, employers } = activity;
  return (
    <section className="card">
      <dl>
        <dt>{say('类型', 'Kind')}</dt>
        <dd>
          {say(...KINDS[kind])}
          {delivery && ` · ${say(...DELIVERIES[delivery])}`}
        </dd>
        <dt>{say('时间', 'When')}</dt>
        <dd>
          {momentText(startsAt, language, true)} {say('至', 'until')} {momentText(endsAt, language)}
        </dd>
        <dt>{say('地点', 'Where')}</dt>
        <dd>{place}</dd>
        <dt>{say('名额', 'Places')}</dt>
        <dd>
          {capacity}
          {bookable && full && say('，已满，可候补', ', all taken: one can wait for one')}
        </dd>
        {coOrganiser && (
          <>
            <dt>{say('协办单位', 'Together with')}</dt>
            <dd>{coOrganiser}</dd>
          </>
        )}
      </dl>
      {employers.length > 0 && <Employers of={employers} />}
    </section>
  );
}

function Employers({ of }: { readonly of: Activity['employers'] }) {
  const say = useSay();
  const posts = of.reduce((sum, employer) => sum + employer.posts, 0);
  return (
    <>
      <h2>{say(`招聘单位 ${of.length} 家，岗位 ${posts} 个`, `${of.length} employers, ${posts} posts`)}</h2>
      <ul>
        {of.map(({ name, posts: offered }) => (
          <li key={name}>
            {name} · {say(`${offered} 个岗位`, `${offered} posts`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Without a log-in. What is answered is the same for everybody: the number goes to the telephone. */
function Book({ activity }: { readonly activity: Activity }) {
  const say = useSay();
  const { receipt, problem, isSending, book } = useBooking(activity.id);
  const faultAt = (name: string) => (problem instanceof Refused ? problem.faultAt(name) : undefined);
  const isMarked = problem instanceof Refused && problem.byField.size > 0;
  return (
    <>
      <h2>{activity.full ? say('加入候补', 'Wait for a place') : say('报名', 'Book a place')}</h2>
      <form onSubmit={(event) => void book(event)} noValidate>
        <Asked name="name" label={say('姓名', 'Name')} most={50} fault={faultAt('name')} isRequired />
        <Asked
          name="phone"
          label={say('手机号', 'Mobile telephone')}
          hint={say(
            '报名编号发到这个号码；加密保存，活动结束两年后清除。',
            'The number of your booking is sent there. It is kept sealed, and erased after two years.',
          )}
          most={20}
          type="tel"
          fault={faultAt('phone')}
          isRequired
        />
        <button type="submit" disabled={isSending}>
          {activity.full ? say('候补', 'Wait') : say('报名', 'Book')}
        </button>
      </form>
      <div role="status">{receipt && <Received receipt={receipt} />}</div>
      {problem && !isMarked && <p role="alert">{problem.message}</p>}
    </>
  );
}

/** What was sent last, and what came of it. The same words sent again are one booking. */
function useBooking(id: string) {
  const { language } = useLanguage();
  const [receipt, setReceipt] = useState<Receipt>();
  const [problem, setProblem] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const key = useRef({ of: '', key: '' });
  const book = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { name: String(form.get('name')).trim(), phone: String(form.get('phone')).trim() };
    if (key.current.of !== JSON.stringify(body)) key.current = { of: JSON.stringify(body), key: newKey() };
    setSending(true);
    setReceipt(undefined);
    setProblem(undefined);
    try {
      const headers = { 'Accept-Language': language === 'zh' ? 'zh-CN' : 'en', 'Idempotency-Key': key.current.key };
      setReceipt(
        await answerOf(intake.POST('/api/intake/v1/public/activities/{id}/bookings', { params: { path: { id } }, body, headers })),
      );
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setSending(false);
    }
  };
  return { receipt, problem, isSending, book };
}

function Received({ receipt: { numberBy } }: { readonly receipt: Receipt }) {
  const say = useSay();
  return (
    <section className="card">
      <p className="step">{say('已收到您的报名。', 'Your booking has arrived.')}</p>
      {numberBy === 'text-message' ? (
        <p>
          {say(
            '报名编号短信发到您填的号码（夜间的，次日早上发）。凭编号和电话后四位可查询、确认、取消。',
            'Its number is sent to your telephone (of a night, in the morning). With it and the last four digits of the telephone you see, confirm or cancel it.',
          )}
        </p>
      ) : (
        <p>{say('这个号码收不到我们的短信。', 'We cannot send a message to this telephone.')}</p>
      )}
      <p>
        {say(
          '没有收到编号的，请到社区服务窗口或拨打热线，报姓名和电话，由工作人员查询、确认或取消。同一号码一场活动只能为几个人报名。',
          'Without a number, go to the window of the community or call the hotline, and say name and telephone: they see, confirm or cancel it for you. One telephone books a few places of an activity only.',
        )}
      </p>
      <p>
        <a href="/public/activities/booking">{say('我的报名', 'My booking')}</a>
      </p>
    </section>
  );
}
