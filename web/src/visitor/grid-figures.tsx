import type { components } from '../api/evaluation';
import { useSay } from '../language/language';

export type Figures = components['schemas']['PublicFiguresDto'];

const count = String;
const share = (value: number) => `${(value * 100).toFixed(1)}%`;

/** What is shown of the published ones: what somebody at the door asks. */
const SHOWN = [
  ['received', '受理', 'Received', count],
  ['closed', '办结', 'Closed', count],
  ['solvedRate', '解决率', 'Solved', share],
  ['satisfactionRate', '满意率', 'Satisfied', share],
] as const;

/** 公示指标 of the community that the grid is in: none is published of less. */
export function GridFigures({ figures }: { readonly figures: Figures }) {
  const say = useSay();
  return (
    <section className="card">
      <h2>{say(`所在社区 ${figures.period}`, `The community in ${figures.period}`)}</h2>
      <dl>
        {SHOWN.map(([name, zh, en, write]) => (
          <div key={name}>
            <dt>{say(zh, en)}</dt>
            <dd>{textOf(figures, name, write, say)}</dd>
          </div>
        ))}
      </dl>
      {figures.smallSample && <p className="soft">{say('回访样本偏少，仅供参考。', 'Few were asked: read with care.')}</p>}
    </section>
  );
}

function textOf(
  figures: Figures,
  name: (typeof SHOWN)[number][0],
  write: (value: number) => string,
  say: ReturnType<typeof useSay>,
): string {
  if (figures.withheld.includes(name))
    return say(`少于 ${figures.publishMinimum} 件，不公布`, `fewer than ${figures.publishMinimum}: not published`);
  const value = figures[name];
  return value === null ? '—' : write(value);
}
