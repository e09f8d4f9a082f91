import { Alert } from 'antd';
import type { IntakeSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import type { Fact } from '../desk/registers';
import { Facts } from '../desk/words';
import { useLanguage, useSay } from '../language/language';
import { Reveal } from '../nouns/reveal';
import { Family } from './family';
import { Pictures } from './pictures';

type Request = IntakeSchemas['RequestDetailDto'];

/** 诉求: what was said, by whom and where. */
export function RequestPart({ request }: { readonly request: Request }) {
  const say = useSay();
  const { language } = useLanguage();
  const { redirectedTo } = request;
  return (
    <section className="card">
      <h2>{say('诉求', 'Request')}</h2>
      {redirectedTo && <Alert type="warning" title={`${redirectedTo.number}：${redirectedTo[language]}`} />}
      <p className="words">{request.text}</p>
      <Pictures service="intake" files={request.files} />
      <Facts facts={[...useWhat(request), ...useWho(request)]} />
      {request.requester && <Reveal path="/api/intake/v1/requests/{id}/reveal" id={request.id} />}
      <Family request={request} />
      {request.publicAnswer && (
        <>
          <h3>{say('答复', 'Answer')}</h3>
          <p className="words">{request.publicAnswer}</p>
        </>
      )}
    </section>
  );
}

function useWhat(request: Request): readonly Fact[] {
  const { registers } = useDesk();
  return [
    ['编号', 'Number', request.number],
    ['状态', 'State', registers.word('request-state', request.state)],
    ['类型', 'Kind', registers.word('request-kind', request.kind)],
    ['紧急程度', 'Urgency', registers.word('urgency', request.urgency)],
    ['类别', 'Category', `${registers.category(request.categoryCode)} ${request.categoryCode}`],
    ['区划', 'Area', registers.area(request.areaCode)],
    ['地点', 'Place', request.place],
  ];
}

function useWho({ requester, channel, receivedAt, upstreamReference, complainedAbout, recusedOrganisations }: Request): readonly Fact[] {
  const { registers } = useDesk();
  const named = (codes: readonly string[]) => codes.map((code) => registers.organisationOf(code)).join('、');
  return [
    ['渠道', 'Channel', registers.word('channel', channel)],
    ['受理时间', 'Received', { at: receivedAt }],
    ['上级平台编号', 'Number upstream', upstreamReference],
    [
      '诉求人',
      'Requester',
      requester ? [requester.name, requester.phone].filter(Boolean).join(' ') : registers.both('不显示', 'not shown'),
    ],
    ['被投诉单位', 'Complained of', named(complainedAbout)],
    ['须回避单位', 'Must not see it', named(recusedOrganisations)],
  ];
}
