import createClient from 'openapi-fetch';
import { type FormEvent, useState } from 'react';
import type { paths } from '../api/intake';
import { answerOf, Refused } from '../api/refused';
import { useLanguage, useSay } from '../language/language';
import { momentText } from '../language/moment-text';
import { type Booking, STATES } from './activity-words';
import { Asked } from './asked';
import { VisitorPage } from './visitor-page';

const intake = createClient<paths>({ baseUrl: '/' });

/** What only who booked has both of. */
interface Keys {
  readonly number: string;
  readonly lastFour: string;
}
type Action = 'track' | 'accept' | 'confirm' | 'cancel';

/** 我的报名, by its number and the last four digits of the telephone. Nothing is kept in the browser. */
export function BookingPage() {
  const say = useSay();
  const { booking, problem, isAsking, ask } = useBooking();
  const faultAt = (name: string) => (problem instanceof Refused ? problem.faultAt(name) : undefined);
  const isMarked = problem instanceof Refused && problem.byField.size > 0;
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void ask('track', { number: String(form.get('number')).trim(), lastFour: String(form.get('lastFour')).trim() });
  };
  return (
    <VisitorPage title={say('我的报名', 'My booking')}>
      <form onSubmit={look} noValidate>
        <Asked
          name="number"
          label={say('报名编号', 'Number of the booking')}
          hint={say('短信里的编号', 'as in the text message')}
          most={40}
          fault={faultAt('number')}
          isRequired
        />
        <Asked
          name="lastFour"
          label={say('电话后四位', 'Last four digits of the telephone')}
          most={4}
          fault={faultAt('lastFour')}
          isRequired
          isDigits
        />
        <button type="submit" disabled={isAsking}>
          {say('查询', 'Look it up')}
        </button>
      </form>
      <div role="status">
        {booking && <Shown key={booking.state} booking={booking} isAsking={isAsking} act={(action) => void ask(action)} />}
      </div>
      {problem && !isMarked && <p role="alert">{problem.message}</p>}
      <p className="soft">
        {say(
          '没有编号的，请到社区服务窗口或拨打热线，报姓名和电话。',
          'Without a number, go to the window of the community or call the hotline, and say name and telephone.',
        )}
      </p>
      <p>
        <a href="/public/activities">{say('全部活动', 'All activities')}</a>
      </p>
    </VisitorPage>
  );
}

/** What was looked up last, and what came of it. */
function useBooking() {
  const { language } = useLanguage();
  const [keys, setKeys] = useState<Keys>({ number: '', lastFour: '' });
  const [booking, setBooking] = useState<Booking>();
  const [problem, setProblem] = useState<Error>();
  const [isAsking, setAsking] = useState(false);
  const ask = async (action: Action, given: Keys = keys) => {
    setAsking(true);
    setKeys(given);
    setProblem(undefined);
    if (action === 'track') setBooking(undefined);
    try {
      setBooking(await send(action, given, language === 'zh' ? 'zh-CN' : 'en'));
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setAsking(false);
    }
  };
  return { booking, problem, isAsking, ask };
}

function send(action: Action, body: Keys, language: string): Promise<Booking> {
  const sent = { body, headers: { 'Accept-Language': language } };
  if (action === 'accept') return answerOf(intake.POST('/api/intake/v1/public/activity-bookings/accept', sent));
  if (action === 'confirm') return answerOf(intake.POST('/api/intake/v1/public/activity-bookings/confirm', sent));
  if (action === 'cancel') return answerOf(intake.POST('/api/intake/v1/public/activity-bookings/cancel', sent));
  return answerOf(intake.POST('/api/intake/v1/public/activity-bookings/track', sent));
}

interface ShownProps {
  readonly booking: Booking;
  readonly isAsking: boolean;
  readonly act: (action: Action) => void;
}

function Shown({ booking, isAsking, act }: ShownProps) {
  const { number, state, actions, title, location: where, startsAt, offerUntil, activityId } = booking;
  const say = useSay();
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>{number}</h2>
      <p className="step">{say(...STATES[state])}</p>
      <p>
        <a href={`/public/activities/${activityId}`}>{title}</a> · {momentText(startsAt, language, true)} · {where}
      </p>
      {offerUntil && (
        <p>
          {say(`名额为您保留到 ${momentText(offerUntil, language)}`, `The place is kept for you until ${momentText(offerUntil, language)}`)}
        </p>
      )}
      {actions.includes('accept') && (
        <button type="button" disabled={isAsking} onClick={() => act('accept')}>
          {say('接受名额', 'Accept the place')}
        </button>
      )}
      {actions.includes('confirm') && (
        <button type="button" disabled={isAsking} onClick={() => act('confirm')}>
          {say('确认参加', 'I will come')}
        </button>
      )}
      {actions.includes('cancel') && <Cancel isAsking={isAsking} cancel={() => act('cancel')} />}
    </section>
  );
}

/** It cannot be taken back: the place goes to the next. So it is asked once more. */
function Cancel({ isAsking, cancel }: { readonly isAsking: boolean; readonly cancel: () => void }) {
  const say = useSay();
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <p>
        <button type="button" className="plain" onClick={() => setSure(true)}>
          {say('取消报名', 'Cancel the booking')}
        </button>
      </p>
    );
  return (
    <>
      <p>{say('确定取消？名额将给候补的人，不能恢复。', 'Are you sure? The place goes to who waits, and is not given back.')}</p>
      <button type="button" disabled={isAsking} onClick={cancel}>
        {say('确定取消', 'Yes, cancel it')}
      </button>
      <p>
        <button type="button" className="plain" onClick={() => setSure(false)}>
          {say('不取消', 'Keep it')}
        </button>
      </p>
    </>
  );
}
