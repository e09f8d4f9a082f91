import { Alert } from 'antd';
import { Link } from 'wouter';
import type { DispatchSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import type { Fact } from '../desk/registers';
import { TakeFile } from '../desk/take-file';
import { Facts, Lamp, Moment } from '../desk/words';
import { useLanguage, useSay } from '../language/language';
import { Pictures } from './pictures';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** 工单: who has it, by when and why, and what they answered. */
export function OrderPart({ order }: { readonly order: DispatchSchemas['WorkOrderDetailDto'] }) {
  const say = useSay();
  const { registers } = useDesk();
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>
        {say('工单', 'Work order')} <Lamp lamp={order.due.lamp} overdue={order.due.overdue} />
      </h2>
      <Facts facts={[...useBroken(order), ...useWho(order), ...useWhen(order)]} />
      {order.warnings.map((warning) => (
        <Alert key={warning.code} type="warning" title={warning[language]} />
      ))}
      <Callers order={order} />
      <TakeFile address={`/api/dispatch/v1/work-orders/${order.id}/sheet`} accept={WORD} name={`${order.sourceNumber ?? order.id}.docx`}>
        {say('办理单（Word，可打印）', 'Sheet to print (Word)')}
      </TakeFile>
      <DueExplained deadline={order.deadline} />
      {order.followUps.length > 0 && <FollowUps items={order.followUps} />}
      {order.reply && (
        <>
          <h3>
            {say('反馈', 'Reply')}：{registers.word('reply-result', order.reply.result)}
          </h3>
          <p className="words">{order.reply.text}</p>
        </>
      )}
      <Pictures service="dispatch" files={order.files} />
    </section>
  );
}

/** 设施故障: what is to be mended, and where. */
function useBroken({ facilityFault }: DispatchSchemas['WorkOrderDetailDto']): readonly Fact[] {
  const { registers } = useDesk();
  if (!facilityFault) return [];
  return [
    ['设施', 'Facility', registers.word('facility', facilityFault.facility)],
    ['阵地', 'Service point', facilityFault.name],
    ['地址', 'Address', facilityFault.place],
    ['故障说明', 'What is wrong', facilityFault.note],
  ];
}

function useWho(order: DispatchSchemas['WorkOrderDetailDto']): readonly Fact[] {
  const { registers, person } = useDesk();
  const { contact } = order;
  const reached = contact?.reached ? registers.both('已联系上', 'reached') : registers.both('未联系上', 'not reached');
  const { language } = useLanguage();
  const who = (id: string | null | undefined) => (id === person.id ? registers.both('我', 'me') : id ? registers.colleague(id) : null);
  return [
    ['状态', 'State', registers.word('work-order-state', order.state)],
    ['轮次', 'Round', order.round],
    ['主办', 'Lead', order.lead?.name ?? null],
    ['协办', 'Co-handlers', order.coHandlers.map(({ name }) => name).join('、')],
    ['经办科室', 'Section', order.staff?.section ?? null],
    ['经办人', 'Person', who(order.staff?.personId)],
    ['替班人', 'Stand-in', who(order.staff?.standInId)],
    ['最近联系', 'Last contact', contact && `${registers.word('contact-way', contact.way)}：${reached}`],
    ['派单原因', 'Why this organisation', order.routeReason?.[language] ?? null],
    ['首接单位', 'Accepted it first', order.firstReceiver?.name ?? null],
    ['更正后应主办', 'Would lead since it was corrected', order.suggestedLead?.name ?? null],
    ['提级', 'Taken up to', order.escalation && registers.word('escalation', order.escalation)],
  ];
}

function useWhen({ due, nextReportOn, reviewOn }: DispatchSchemas['WorkOrderDetailDto']): readonly Fact[] {
  const { registers } = useDesk();
  return [
    ['当前步骤时限', 'Step due', { at: due.step }],
    ['办理时限', 'To be answered by', { at: due.feedbackBy }],
    ['可退单至', 'May be returned until', { at: due.returnUntil }],
    ['督办', 'Reminded', due.reminderLevel && registers.word('reminder-level', due.reminderLevel)],
    ['下次反馈', 'Next report', { at: nextReportOn }],
    ['挂账复核', 'Parked until', { at: reviewOn }],
  ];
}

/** 并单: who else waits for the answer to this order. */
function Callers({ order: { mergedCount, merged } }: { readonly order: DispatchSchemas['WorkOrderDetailDto'] }) {
  const say = useSay();
  if (mergedCount === 0) return null;
  return (
    <p>
      {say(`另有 ${mergedCount} 位诉求人等候同一答复：`, `${mergedCount} more wait for the same answer: `)}
      {merged.map(({ requestId, number }) => (
        <Link key={requestId} href={`/desk/requests/${requestId}`}>
          {number}{' '}
        </Link>
      ))}
    </p>
  );
}

/** 时限说明, step by step, so that anybody can work it out. */
function DueExplained({ deadline }: { readonly deadline: DispatchSchemas['DeadlineDto'] }) {
  const say = useSay();
  const { language } = useLanguage();
  return (
    <details>
      <summary>{say('时限是怎样算出来的', 'How the due time came about')}</summary>
      <ol className="story">
        {deadline.steps.map((step) => (
          <li key={`${step.at} ${step.kind}`}>
            {step[language]} → <Moment at={step.dueAt} />
          </li>
        ))}
      </ol>
    </details>
  );
}

function FollowUps({ items }: { readonly items: readonly DispatchSchemas['FollowUpDto'][] }) {
  const say = useSay();
  const { registers } = useDesk();
  return (
    <>
      <h3>{say('诉求人后来说的', 'What the requester said since')}</h3>
      <ul className="story">
        {items.map(({ id, at, kind, text }) => (
          <li key={id}>
            <Moment at={at} /> {registers.word('follow-up-kind', kind)} <span className="words">{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
