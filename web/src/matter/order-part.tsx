import type { DispatchSchemas } from '../api/services';
import { useDesk } from '../desk/desk-context';
import { Lamp, Moment } from '../desk/words';
import { useLanguage, useSay } from '../language/language';
import { Facts } from './facts';
import { Pictures } from './pictures';

/** 工单: who has it, by when and why, and what they answered. */
export function OrderPart({ order }: { readonly order: DispatchSchemas['WorkOrderDetailDto'] }) {
  const say = useSay();
  const { registers } = useDesk();
  const { language } = useLanguage();
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [say('状态', 'State'), registers.word('work-order-state', order.state)],
    [say('轮次', 'Round'), order.round],
    [say('主办', 'Lead'), order.lead?.name ?? '–'],
    [say('协办', 'Co-handlers'), order.coHandlers.map(({ name }) => name).join('、') || '–'],
    [say('当前步骤时限', 'Step due'), <Moment key="step" at={order.due.step} />],
    [say('办理时限', 'To be answered by'), <Moment key="answer" at={order.due.feedbackBy} />],
    [say('灯', 'Lamp'), <Lamp key="lamp" lamp={order.due.lamp} overdue={order.due.overdue} />],
    [say('派单原因', 'Why this organisation'), order.routeReason?.[language] ?? '–'],
  ];
  return (
    <section className="card">
      <h2>{say('工单', 'Work order')}</h2>
      <Facts facts={facts} />
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
