import { useEffect, useState } from 'react';
import { useSay } from '../language/language';
import { matters, type Point, type PublicMatter } from './sending';
import { STEPS } from './steps';

/** As `STEPS` say it to who asked: nobody calls a passer-by back. */
const ANSWERED = ['已答复。', 'It was answered.'] as const;

/** 附近在办: what others have reported there already, before it is reported once more. Where it cannot be had, it is reported all the same. */
export function Nearby({ point }: { readonly point: Point }) {
  const say = useSay();
  const [found, setFound] = useState<readonly PublicMatter[]>([]);
  const [same, setSame] = useState<PublicMatter>();
  useEffect(() => {
    let isCurrent = true;
    const show = (items: readonly PublicMatter[]) => isCurrent && setFound(items);
    setSame(undefined);
    matters(point).then(show, () => show([]));
    return () => {
      isCurrent = false;
    };
  }, [point]);
  if (found.length === 0) return null;
  return (
    <section className="card" aria-label={say('附近已有人反映', 'Reported nearby already')}>
      <h2>{say('附近已有人反映，正在办理', 'Reported nearby already, and under way')}</h2>
      <ul>
        {found.map((matter) => (
          <li key={matter.number}>
            {matter.categoryName ?? matter.categoryCode}，{matter.areaName ?? matter.areaCode}，{matter.receivedOn}{' '}
            <button type="button" className="plain" aria-expanded={same === matter} onClick={() => setSame(matter)}>
              {say('就是这件', 'This is it')}
            </button>
          </li>
        ))}
      </ul>
      <div role="status">{same && <Followed matter={same} />}</div>
    </section>
  );
}

/** Not reported twice, unless it was answered and is still there: by its number it is found in the public ledger once it is closed. */
function Followed({ matter: { number, step } }: { readonly matter: PublicMatter }) {
  const say = useSay();
  const isAnswered = step === 'answered';
  return (
    <>
      <p>
        {isAnswered
          ? say('仍未解决的，请照常上报。编号', 'If it is still there, report it all the same. Number')
          : say('不必再报。编号', 'No need to report it again. Number')}{' '}
        <strong className="words">{number}</strong>
      </p>
      <p>{say(...(isAnswered ? ANSWERED : STEPS[step]))}</p>
      <p>
        <a href={`/public#${encodeURIComponent(number)}`}>{say('办结后在公示台账查看', 'Once closed, it is in the public ledger')}</a>
      </p>
    </>
  );
}
