import { type FormEvent, useId, useRef, useState } from 'react';
import { Refused } from '../api/refused';
import { useLanguage, useSay } from '../language/language';
import { MOST_MB } from '../photo/most-mb';
import { Asked } from './asked';
import { Nearby } from './nearby';
import { newKey, type Point, type Receipt, sendReport } from './sending';
import { VisitorPage } from './visitor-page';

type FaultAt = (name: string) => string | undefined;

/** 随手拍, by anybody: a photo first, a few words, the place. Nothing is kept in the browser. */
export function Report() {
  const say = useSay();
  const [receipt, setReceipt] = useState<Receipt>();
  return (
    <VisitorPage title={say('随手拍', 'Report what you see')}>
      {receipt ? <Received receipt={receipt} again={() => setReceipt(undefined)} /> : <ReportForm done={setReceipt} />}
    </VisitorPage>
  );
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** The WeChat group whose link this page was opened by, if it was. */
const group = new URLSearchParams(window.location.search).get('group');

/** What was written, without what was left empty. */
function saidIn(form: FormData, point: Point | undefined) {
  const [text, place, name, phone] = ['text', 'place', 'name', 'phone'].map((field) => textOf(form, field));
  const reporter = { name: name || '', ...(phone && { phone }), ...(form.get('confidential') !== null && { confidential: true }) };
  return {
    ...(group && { group }),
    ...(text && { text }),
    ...(place && { place }),
    ...(point && { point }),
    ...((name || phone) && { reporter }),
  };
}

function ReportForm({ done }: { readonly done: (receipt: Receipt) => void }) {
  const say = useSay();
  const { language } = useLanguage();
  const [point, setPoint] = useState<Point>();
  const [problem, setProblem] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const key = useRef(newKey());
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const photos = form.getAll('photos').filter((one): one is File => one instanceof File && one.size > 0);
    setSending(true);
    setProblem(undefined);
    try {
      done(await sendReport(saidIn(form, point), photos, key.current, { language, say }));
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setSending(false);
    }
  };
  const changed = () => {
    key.current = newKey(); // other words are another report
  };
  const faultAt: FaultAt = (name) => (problem instanceof Refused ? problem.faultAt(name) : undefined);
  return (
    <form onSubmit={(event) => void send(event)} onChange={changed} noValidate>
      <p className="soft">{say('紧急情况请直接拨打 110、119、120。', 'In an emergency call 110, 119 or 120.')}</p>
      <Photos fault={faultAt('files')} />
      <Asked name="text" label={say('看到了什么', 'What did you see?')} most={2000} fault={faultAt('text')} isLong />
      <Asked name="place" label={say('在哪里', 'Where is it?')} most={200} fault={faultAt('place')} />
      <Position point={point} found={setPoint} changed={changed} />
      {point && <Nearby point={point} />}
      <Who faultAt={faultAt} />
      <button type="submit" disabled={isSending}>
        {isSending ? say('正在发送……', 'Sending …') : say('提交', 'Send')}
      </button>
      {problem && <Told problem={problem} />}
    </form>
  );
}

const FIELDS = ['files', 'text', 'place', 'reporter.name', 'reporter.phone'];

/** Why it was not taken; what is wrong at a field stands there. */
function Told({ problem }: { readonly problem: Error }) {
  const say = useSay();
  const { others, isMarked } = problem instanceof Refused ? problem.besides(FIELDS) : { others: [], isMarked: false };
  const texts = [...(isMarked ? [say('请按标出之处改正。', 'Mend what is marked.')] : []), ...others];
  return <p role="alert">{texts.join(' ') || problem.message}</p>;
}

function Photos({ fault }: { readonly fault: string | undefined }) {
  const say = useSay();
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{say('照片', 'Photos')}</label>
      <input
        id={id}
        name="photos"
        type="file"
        accept="image/*"
        multiple
        aria-describedby={`${id}-more`}
        aria-invalid={fault !== undefined}
      />
      <span id={`${id}-more`} className={fault ? 'fault' : 'soft'}>
        {fault ??
          say(
            `先拍照，最多九张；超过 ${MOST_MB.image} MB 的自动缩小，照片中的拍摄信息会去除`,
            `A photo first, nine at most; one larger than ${MOST_MB.image} MB is made smaller, and what the camera wrote into it is taken out`,
          )}
      </span>
    </p>
  );
}

interface PositionProps {
  readonly point: Point | undefined;
  readonly found: (point: Point) => void;
  readonly changed: () => void;
}

/** The place as the telephone knows it, if its owner likes. */
function Position({ point, found, changed }: PositionProps) {
  const say = useSay();
  const [isRefused, setRefused] = useState(false);
  const ask = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        found({ type: 'Point', coordinates: [coords.longitude, coords.latitude] });
        changed();
      },
      () => setRefused(true),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  return (
    <p>
      <button type="button" className="plain" onClick={ask}>
        {say('附上我的位置', 'Add where I am')}
      </button>
      <span role="status" className="soft">
        {point && say('已附上位置。', 'Your position is added.')}
        {!point && isRefused && say('未能取得位置，请写明地点。', 'Your position could not be had: say where it is.')}
      </span>
    </p>
  );
}

function Who({ faultAt }: { readonly faultAt: FaultAt }) {
  const say = useSay();
  return (
    <fieldset>
      <legend>{say('您的联系方式（可不填）', 'How to reach you, if you like')}</legend>
      <Asked
        name="name"
        label={say('姓名', 'Name')}
        hint={say('留电话的请写姓名', 'Needed with a telephone')}
        most={50}
        fault={faultAt('reporter.name')}
      />
      <Asked name="phone" label={say('电话', 'Telephone')} most={30} type="tel" fault={faultAt('reporter.phone')} />
      <label className="choice">
        <input type="checkbox" name="confidential" /> {say('请为我保密', 'Nobody who handles it is to know who I am')}
      </label>
    </fieldset>
  );
}

function Received({ receipt: { number, trackingCode, withoutGroup }, again }: { readonly receipt: Receipt; readonly again: () => void }) {
  const say = useSay();
  return (
    <section className="card" role="status">
      <p className="step">{say('已收到，请记下编号和查询码。', 'It has arrived. Write down the number and the code.')}</p>
      {withoutGroup && (
        <p>{say('链接中的微信群不存在，已不经该群收下。', 'There is no such WeChat group as the link names: it was taken without one.')}</p>
      )}
      <p>
        {say('编号', 'Number')} <strong className="words">{number}</strong>
      </p>
      <p>
        {say('查询码', 'Code')} <strong>{trackingCode}</strong>
      </p>
      <p>
        <a href={`/public/track#${encodeURIComponent(number)}`}>{say('查询进展', 'How far is it?')}</a>
      </p>
      <button type="button" onClick={again}>
        {say('再报一件', 'Report something else')}
      </button>
    </section>
  );
}
