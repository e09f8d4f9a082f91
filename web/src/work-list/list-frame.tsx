import { Alert, Button, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { Refused } from '../api/refused';
import { useDesk } from '../desk/desk-context';
import { useLive } from '../desk/use-live';
import { useLoaded } from '../desk/use-loaded';
import { useSay } from '../language/language';

/** One column: what it is called, and what it shows of a row. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
}

interface ListFrameProps<T> {
  readonly title: string;
  readonly filters: ReactNode;
  readonly columns: readonly Column<T>[];
  /** The filters in words: another list begins at its first page. */
  readonly asked: string;
  readonly page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>;
  /** Where the same list is had as a file; none for whom may not take it away. */
  readonly file: string | undefined;
}

/** A list that is filtered, paged forward and back, renewed when something happens, and taken away as a file. */
export function ListFrame<T extends { readonly id: string }>({ title, filters, columns, asked, page, file }: ListFrameProps<T>) {
  const say = useSay();
  const [visited, setVisited] = useState<{ asked: string; cursors: readonly string[] }>({ asked, cursors: [] });
  const cursors = visited.asked === asked ? visited.cursors : [];
  const cursor = cursors.at(-1);
  const { value, problem, isLoading, reload } = useLoaded(() => page(cursor), `${asked} ${cursor ?? ''}`);
  useLive(reload);
  const go = (next: readonly string[]) => setVisited({ asked, cursors: next });
  const next = value?.next;
  return (
    <Flex vertical gap="middle">
      <h1>{title}</h1>
      <search>
        <Flex gap="small" wrap align="end">
          {filters}
          <Button onClick={reload}>{say('刷新', 'Refresh')}</Button>
          {file && <Take address={file} />}
        </Flex>
      </search>
      {problem && <Alert type="error" title={problem} role="alert" />}
      <Rows columns={columns} rows={value?.items} isLoading={isLoading} />
      <Flex gap="small" component="nav" aria-label={say('翻页', 'Pages')}>
        <Button disabled={cursors.length === 0} onClick={() => go(cursors.slice(0, -1))}>
          {say('上一页', 'Previous')}
        </Button>
        <Button disabled={!next} onClick={() => next && go([...cursors, next])}>
          {say('下一页', 'Next')}
        </Button>
      </Flex>
    </Flex>
  );
}

interface RowsProps<T> {
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[] | undefined;
  readonly isLoading: boolean;
}

function Rows<T extends { readonly id: string }>({ columns, rows = [], isLoading }: RowsProps<T>) {
  const say = useSay();
  if (rows.length === 0)
    return <p role="status">{isLoading ? say('正在载入…', 'Loading …') : say('没有待办事项', 'Nothing waits here')}</p>;
  return (
    <div className="wide">
      <table aria-busy={isLoading}>
        <thead>
          <tr>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map(({ title, cell }) => (
                <td key={title}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The whole list as a table for any spreadsheet; the services keep a record of who took it. */
function Take({ address }: { readonly address: string }) {
  const say = useSay();
  const { services } = useDesk();
  const [problem, setProblem] = useState<string>();
  const take = async () => {
    const answer = await services.raw(address, { headers: { Accept: 'text/csv' } });
    if (!answer.ok) return setProblem(new Refused(await answer.json()).message);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = 'list.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <Button onClick={() => void take()}>{say('导出 CSV', 'Export as CSV')}</Button>
      {problem && <Alert type="error" title={problem} role="alert" />}
    </>
  );
}
