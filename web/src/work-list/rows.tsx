import { Link } from 'wouter';
import { useDesk } from '../desk/desk-context';
import { Lamp, Moment } from '../desk/words';
import { useSay } from '../language/language';
import type { Noun, Shown } from '../nouns/noun';

export interface Row {
  readonly noun: Noun;
  readonly shown: Shown;
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  /** Of rows of several kinds: which each is of. */
  readonly isMixed?: boolean;
  /** What the time is. */
  readonly at: readonly [zh: string, en: string];
}

/** A table of whatever it is, each row led into by its title. */
export function Rows({ rows, isLoading, isMixed = false, at }: RowsProps) {
  const say = useSay();
  if (rows.length === 0)
    return <p role="status">{isLoading ? say('正在载入…', 'Loading …') : say('没有待办事项', 'Nothing waits here')}</p>;
  const titles = [say('灯', 'Lamp'), say(...at), ...(isMixed ? [say('对象', 'What')] : []), say('事项', 'Matter'), say('状态', 'State')];
  return (
    <div className="wide">
      <table aria-busy={isLoading}>
        <thead>
          <tr>
            {[...titles, say('单位', 'Organisation'), say('区划', 'Area'), say('说明', 'More'), say('编号', 'Number')].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OneRow key={`${row.noun.name} ${row.shown.id}`} {...row} isMixed={isMixed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function OneRow({ noun, shown, isMixed }: Row & { readonly isMixed: boolean }) {
  const say = useSay();
  const { registers } = useDesk();
  return (
    <tr>
      <td>
        <Lamp lamp={shown.lamp} overdue={shown.overdue} />
      </td>
      <td>
        <Moment at={shown.at} />
      </td>
      {isMixed && <td>{say(noun.zh, noun.en)}</td>}
      <td>
        <Link href={shown.opens ?? shown.matter ?? `/desk/${noun.name}/${shown.id}`}>{shown.title}</Link>
      </td>
      <td>{registers.word(noun.states, shown.state)}</td>
      <td>{shown.who ?? '–'}</td>
      <td>{registers.area(shown.areaCode)}</td>
      <td>{shown.note}</td>
      <td>{shown.number ?? '–'}</td>
    </tr>
  );
}
