import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf } from '../api/refused';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { Moment } from '../desk/words';
import { useSay } from '../language/language';
import { AreaFilter, ChoiceFilter, WordsFilter } from './filters';
import { type Column, ListFrame } from './list-frame';
import { inAddress } from './order-list';

type Request = IntakeSchemas['RequestDto'];

interface Asked {
  readonly state?: Request['state'];
  readonly areaCode?: string;
  readonly q?: string;
}

/** 诉求: the newest first, found by any part of the number or by words. */
export function RequestList() {
  const say = useSay();
  const { services, registers, person } = useDesk();
  const [asked, setAsked] = useState<Asked>({});
  const page = (cursor: string | undefined) =>
    answerOf(services.intake.GET('/api/intake/v1/requests', { params: { query: { ...asked, cursor, limit: 50 } } }));
  const filters = (
    <>
      <WordsFilter label={say('编号或词', 'Number or words')} onSearch={(q) => setAsked({ ...asked, q: q || undefined })} />
      <ChoiceFilter
        label={say('状态', 'State')}
        value={asked.state}
        choices={registers.words('request-state')}
        onChange={(state) => setAsked({ ...asked, state: state as Request['state'] | undefined })}
      />
      <AreaFilter value={asked.areaCode} onChange={(areaCode) => setAsked({ ...asked, areaCode })} />
    </>
  );
  const file = person.scopes.includes('intake:export') ? `/api/intake/v1/requests?${inAddress(asked)}` : undefined;
  return (
    <ListFrame title={say('诉求', 'Requests')} filters={filters} columns={useColumns()} asked={inAddress(asked)} page={page} file={file} />
  );
}

function useColumns(): readonly Column<Request>[] {
  const say = useSay();
  const { registers } = useDesk();
  return [
    { title: say('受理时间', 'Received'), cell: ({ receivedAt }) => <Moment at={receivedAt} /> },
    { title: say('标题', 'Title'), cell: ({ id, title }) => <Link href={`/desk/requests/${id}`}>{title}</Link> },
    { title: say('状态', 'State'), cell: ({ state }) => registers.word('request-state', state) },
    { title: say('紧急程度', 'Urgency'), cell: ({ urgency }) => registers.word('urgency', urgency) },
    { title: say('类别', 'Category'), cell: ({ categoryCode }) => registers.category(categoryCode) },
    { title: say('区划', 'Area'), cell: ({ areaCode }) => registers.area(areaCode) },
    { title: say('编号', 'Number'), cell: ({ number }) => number },
  ];
}
