import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf } from '../api/refused';
import type { DispatchSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { Lamp, Moment } from '../desk/words';
import { useSay } from '../language/language';
import { AreaFilter, ChoiceFilter } from './filters';
import { type Column, ListFrame } from './list-frame';

type Order = DispatchSchemas['WorkOrderDto'];

/** What is asked for: the state is one of the list that it was chosen from. */
interface Asked {
  readonly state?: Order['state'];
  readonly areaCode?: string;
  readonly sort: 'due' | 'newest';
}

/** 工单: what waits for a step, the one due soonest first. */
export function OrderList() {
  const say = useSay();
  const { services, registers, person } = useDesk();
  const [asked, setAsked] = useState<Asked>({ sort: 'due' });
  const page = (cursor: string | undefined) =>
    answerOf(services.dispatch.GET('/api/dispatch/v1/work-orders', { params: { query: { ...asked, cursor, limit: 50 } } }));
  const filters = (
    <>
      <ChoiceFilter
        label={say('状态', 'State')}
        value={asked.state}
        choices={registers.words('work-order-state')}
        onChange={(state) => setAsked({ ...asked, state: state as Order['state'] | undefined })}
      />
      <AreaFilter value={asked.areaCode} onChange={(areaCode) => setAsked({ ...asked, areaCode })} />
      <ChoiceFilter
        label={say('范围', 'Which')}
        value={asked.sort}
        choices={[
          { value: 'due', label: say('待办，先到期在前', 'Waiting, due soonest first') },
          { value: 'newest', label: say('全部，新的在前', 'All, newest first') },
        ]}
        onChange={(sort) => setAsked({ ...asked, sort: sort === 'newest' ? 'newest' : 'due' })}
      />
    </>
  );
  const file = person.scopes.includes('dispatch:export') ? `/api/dispatch/v1/work-orders?${inAddress(asked)}` : undefined;
  return (
    <ListFrame
      title={say('工单', 'Work orders')}
      filters={filters}
      columns={useColumns()}
      asked={inAddress(asked)}
      page={page}
      file={file}
    />
  );
}

export const inAddress = (asked: object): string =>
  new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]))).toString();

function useColumns(): readonly Column<Order>[] {
  const say = useSay();
  const { registers } = useDesk();
  return [
    { title: say('灯', 'Lamp'), cell: ({ due }) => <Lamp lamp={due.lamp} overdue={due.overdue} /> },
    { title: say('当前步骤时限', 'Step due'), cell: ({ due }) => <Moment at={due.step} /> },
    {
      title: say('事项', 'Matter'),
      cell: ({ id, title, sourceNumber, type }) => (
        <Link href={`/desk/orders/${id}`}>{title ?? sourceNumber ?? registers.word('work-order-type', type)}</Link>
      ),
    },
    { title: say('状态', 'State'), cell: ({ state }) => registers.word('work-order-state', state) },
    { title: say('主办', 'Lead'), cell: ({ lead }) => lead?.name ?? '–' },
    { title: say('区划', 'Area'), cell: ({ areaCode }) => registers.area(areaCode) },
    { title: say('编号', 'Number'), cell: ({ sourceNumber }) => sourceNumber ?? '–' },
  ];
}
