import { useLanguage, useSay } from '../language/language';
import { useDesk } from './desk-context';
import type { Fact } from './registers';

/** A time of the district, which is the time of the whole country. */
export function Moment({ at }: { readonly at: string | null | undefined }) {
  const { language } = useLanguage();
  if (!at) return '–';
  const text = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: at.includes('T') ? 'short' : undefined, // a day is no time
    timeZone: 'Asia/Shanghai',
  }).format(new Date(at));
  return <time dateTime={at}>{text}</time>;
}

/** 灯: the colour is said in words too. */
export function Lamp({ lamp, overdue }: { readonly lamp: string | null; readonly overdue: boolean }) {
  const say = useSay();
  const { registers } = useDesk();
  if (overdue) return <span className="lamp red">{say('逾期', 'overdue')}</span>;
  return lamp && <span className={`lamp ${lamp}`}>{registers.word('lamp', lamp)}</span>;
}

/** What is known; what is not is left out. */
export function Facts({ facts }: { readonly facts: readonly (Fact | undefined | false)[] }) {
  const say = useSay();
  const known = facts.filter((fact): fact is Fact => Boolean(fact) && !isUnknown((fact as Fact)[2]));
  return (
    <dl className="facts">
      {known.map(([zh, en, value]) => (
        <div key={en}>
          <dt>{say(zh, en)}</dt>
          <dd>{typeof value === 'object' ? <Moment at={value?.at} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

const isUnknown = (value: Fact[2]): boolean => value === null || value === '' || (typeof value === 'object' && value.at === null);
