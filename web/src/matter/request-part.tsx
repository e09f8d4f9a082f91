import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { Moment } from '../desk/words';
import { useSay } from '../language/language';
import { Facts } from './facts';
import { Pictures } from './pictures';

/** 诉求: what was said, by whom and where. */
export function RequestPart({ request }: { readonly request: IntakeSchemas['RequestDetailDto'] }) {
  const say = useSay();
  const { registers } = useDesk();
  const { requester } = request;
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [say('编号', 'Number'), request.number],
    [say('状态', 'State'), registers.word('request-state', request.state)],
    [say('类型', 'Kind'), registers.word('request-kind', request.kind)],
    [say('紧急程度', 'Urgency'), registers.word('urgency', request.urgency)],
    [say('类别', 'Category'), `${registers.category(request.categoryCode)} ${request.categoryCode}`],
    [say('区划', 'Area'), registers.area(request.areaCode)],
    [say('地点', 'Place'), request.place ?? '–'],
    [say('渠道', 'Channel'), registers.word('channel', request.channel)],
    [say('受理时间', 'Received'), <Moment key="received" at={request.receivedAt} />],
    [say('诉求人', 'Requester'), requester ? [requester.name, requester.phone].filter(Boolean).join(' ') : say('不显示', 'not shown')],
  ];
  return (
    <section className="card">
      <h2>{say('诉求', 'Request')}</h2>
      <p className="words">{request.text}</p>
      <Pictures service="intake" files={request.files} />
      <Facts facts={facts} />
      {request.publicAnswer && (
        <>
          <h3>{say('答复', 'Answer')}</h3>
          <p className="words">{request.publicAnswer}</p>
        </>
      )}
    </section>
  );
}
