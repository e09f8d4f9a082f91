import { useLanguage, useSay } from '../language/language';
import { useDesk } from './desk-context';

/** A time of the district, which is the time of the whole country. */
export function Moment({ at }: { readonly at: string | null | undefined }) {
  const { language } = useLanguage();
  if (!at) return '–';
  const text = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
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
