import type { components } from '../api/intake';
import { useLanguage, useSay } from '../language/language';
import { momentText } from '../language/moment-text';

export type TrackedCase = components['schemas']['PublicServiceCaseDto'];

/** What each state of a service case means for who applied. */
const STATES: Readonly<Record<TrackedCase['state'], readonly [zh: string, en: string]>> = {
  open: ['已收件。', 'It was taken in.'],
  preparing: ['已收件，正在备齐材料。', 'It was taken in, and its papers are being put together.'],
  submitted: ['已提交办理单位，正在办理。', 'It was handed in and is being decided.'],
  decided: ['已有结果，可以领取。', 'It is decided, and can be collected.'],
  delivered: ['已送达。', 'It was handed over.'],
  refused: [
    '不予办理，理由和去处请看告知单，或到办理窗口询问。',
    'It was refused. Why, and where to go, is on the notice; or ask at the window.',
  ],
  withdrawn: ['已撤回。', 'It was withdrawn.'],
};

/** 办件进度, for who applied: nobody is named. */
export function ServiceCase({ tracked }: { readonly tracked: TrackedCase }) {
  const { number, itemName, state, missing, bringBy, dueAt } = tracked;
  const say = useSay();
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>{number}</h2>
      <p>{itemName}</p>
      <p className="step">{say(...STATES[state])}</p>
      {missing.length > 0 && <p>{say(`还缺：${missing.join('、')}`, `Missing yet: ${missing.join(', ')}`)}</p>}
      {bringBy && <p>{say(`请在 ${momentText(bringBy, language)} 前补齐`, `To be brought by ${momentText(bringBy, language)}`)}</p>}
      {dueAt && <p>{say(`承诺 ${momentText(dueAt, language)} 前办结`, `To be decided by ${momentText(dueAt, language)}`)}</p>}
    </section>
  );
}
