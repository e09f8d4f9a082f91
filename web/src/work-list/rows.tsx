import { Link } from 'wouter';
import { useDesk } from '../desk/desk-context';
import { Lamp, Moment } from '../desk/words';
import { useSay } from '../language/language';
import type { Noun, Shown } from '../nouns/noun';

export interface Row {
  readonly noun: Noun;
  readonly shown: Shown;
}

/** 勾选: rows of which several are done at once. */
export interface Choosing {
  readonly mayChoose: (row: Row) => boolean;
  readonly isChosen: (row: Row) => boolean;
  readonly toggle: (row: Row) => void;
  /** Why it was refused last. */
  readonly whyNot: (row: Row) => string | undefined;
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly isLoading: boolean;
  /** Of rows of several kinds: which each is of. */
  readonly isMixed?: boolean;
  /** What the time is. */
  readonly at: readonly [zh: string, en: string];
  readonly choosing?: Choosing | undefined;
}

/** A table of whatever it is, each row led into by its title. */
export function Rows({ rows, isLoading, isMixed = false, at, choosing }: RowsProps) {
  const say = useSay();
  if (rows.length === 0)
    return <p role="status">{isLoading ? say('正在载入…', 'Loading …') : say('没有待办事项', 'Nothing waits here')}</p>;
  const titles = [
    ...(choosing ? [say('选', 'Choose')] : []),
    say('灯', 'Lamp'),
    say(...at),
    ...(isMixed ? [say('对象', 'What')] : []),
    say('事项', 'Matter'),
    say('状态', 'State'),
  ];
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
            <OneRow key={`${row.noun.name} ${row.shown.id}`} row={row} isMixed={isMixed} choosing={choosing} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OneRowProps {
  readonly row: Row;
  readonly isMixed: boolean;
  readonly choosing: Choosing | undefined;
}

function OneRow({ row, isMixed, choosing }: OneRowProps) {
  const { noun, shown } = row;
  const whyNot = choosing?.whyNot(row);
  const say = useSay();
  const { registers } = useDesk();
  return (
    <tr>
      {choosing && (
        <td>
          <Check row={row} choosing={choosing} />
        </td>
      )}
      <td>
        <Lamp lamp={shown.lamp} overdue={shown.overdue} />
      </td>
      <td>
        <Moment at={shown.at} />
      </td>
      {isMixed && <td>{say(noun.zh, noun.en)}</td>}
      <td>
        <Link href={shown.opens ?? shown.matter ?? `/desk/${noun.name}/${shown.id}`}>{shown.title}</Link>
        {whyNot && <p className="fault">{whyNot}</p>}
      </td>
      <td>{registers.word(noun.states, shown.state)}</td>
      <td>{shown.who ?? '–'}</td>
      <td>{registers.area(shown.areaCode)}</td>
      <td>{shown.note}</td>
      <td>{shown.number ?? '–'}</td>
    </tr>
  );
}

/** Nothing where the row is none of those. */
function Check({ row, choosing: { mayChoose, isChosen, toggle } }: { readonly row: Row; readonly choosing: Choosing }) {
  const say = useSay();
  if (!mayChoose(row)) return null;
  const label = say(`选择 ${row.shown.title}`, `Choose ${row.shown.title}`);
  return <input type="checkbox" checked={isChosen(row)} onChange={() => toggle(row)} aria-label={label} />;
}
