import { useLanguage, useSay } from '../language/language';
import { momentText } from '../language/moment-text';
import { useDesk } from './desk-context';
import type { Fact } from './registers';

/** A time of the district, which is the time of the whole country. */
export function Moment({ at, begins = false }: { readonly at: string | null | undefined; readonly begins?: boolean | undefined }) {
  const { language } = useLanguage();
  return at ? <time dateTime={at}>{momentText(at, language, begins)}</time> : '–';
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
          <dd>{typeof value === 'object' ? <Moment at={value?.at} begins={value?.begins} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

const isUnknown = (value: Fact[2]): boolean => value === null || value === '' || (typeof value === 'object' && value.at === null);
