import type { Person } from '../log-in/log-in';
import { listOf } from '../nouns/noun';
import { usual } from '../nouns/nouns';
import { mayRegister } from '../register/coming-in';
import { pageOfRegister } from '../registers/register';
import { registersOf } from '../registers/registers';

/** A page that the head leads to. Alt and its place in the head open it, as far as there are digits. */
interface Page {
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  /** The key beside Alt; none past the tenth. */
  readonly key: string | undefined;
}

const DIGITS = [...'1234567890'];

const LEADS = ['leader', 'reviewer', 'dispatcher', 'callback-agent'];

export const maySeeFigures = ({ scopes, roles }: Person): boolean =>
  scopes.includes('evaluation:read') && roles.some((role) => LEADS.includes(role));

/** What stands in the head, for this person. */
export function pagesOf(person: Person): readonly Page[] {
  const pages = [
    { path: '/desk/work', zh: '待办', en: 'To do' },
    ...usual(person).map((noun) => ({ path: listOf(noun), zh: noun.zh, en: noun.en })),
    ...(maySeeFigures(person) ? [{ path: '/desk/figures', zh: '指标', en: 'Figures' }] : []),
    ...registersOf(person).map((register) => ({ path: pageOfRegister(register), zh: register.zh, en: register.en })),
  ].map((page, at) => ({ ...page, key: DIGITS[at] }));
  return mayRegister(person) ? [...pages, { path: '/desk/register', zh: '登记诉求', en: 'Register a request', key: 'N' }] : pages;
}
