import { broken, type Check, type Finding, type Level, type Says, unknown, well } from './check.js';
import type { HouseProcess } from './house.js';

/** Beyond which figures something is wrong, by the name of the alarm that says the same (deploy/prometheus/alerts.yml; a test compares them). */
export const LIMITS = { OutboxWaits: 60, OutboxStuck: 900, ConsumerBehind: 1_000, DeadLetters: 0 } as const;

/** 发件箱: events that were committed reach the broker. */
export const OUTBOX: Check = figureCheck('outbox', 'zd_outbox_age_seconds', {
  well: { zh: '发件箱无积压', en: 'no event waits to be published' },
  judge: (age) => (age > LIMITS.OutboxStuck ? 'broken' : age > LIMITS.OutboxWaits ? 'warning' : 'well'),
  says: (service, age) => ({
    zh: `${service} 的事件已等待 ${Math.round(age)} 秒未发布`,
    en: `events of ${service} have waited ${Math.round(age)} s to be published`,
  }),
  fix: { zh: 'NATS 停止、已满或拒绝；见 alarms.md 的 OutboxWaits', en: 'NATS is down, full or refuses: alarms.md, OutboxWaits' },
});

/** 积压: what the broker has was handled. */
export const CONSUMERS: Check = figureCheck('consumers', 'zd_consumer_lag', {
  well: { zh: '消费无积压', en: 'no consumer is behind' },
  judge: (lag) => (lag > LIMITS.ConsumerBehind ? 'warning' : 'well'),
  says: (service, lag) => ({ zh: `${service} 积压 ${lag} 条消息`, en: `${service} is ${lag} messages behind` }),
  fix: { zh: '见 alarms.md 的 ConsumerBehind', en: 'alarms.md, ConsumerBehind' },
});

/** 死信: nothing waits for an operator. */
export const DEAD_LETTERS: Check = figureCheck('dead-letters', 'zd_dead_letters_waiting', {
  well: { zh: '无死信', en: 'no dead letter waits' },
  judge: (count) => (count > LIMITS.DeadLetters ? 'warning' : 'well'),
  says: (service, count) => ({ zh: `${service} 有 ${count} 条死信待处理`, en: `${count} dead letters of ${service} wait for an operator` }),
  fix: { zh: '查明原因后重放或放弃；见 alarms.md 的 DeadLetters', en: 'mend the cause, then replay or discard: alarms.md, DeadLetters' },
});

/** What a check of one figure of every service makes of it. */
interface FigureRule {
  readonly well: Says;
  readonly judge: (value: number) => Level;
  readonly says: (service: string, value: number) => Says;
  readonly fix: Says;
}

function figureCheck(name: string, figure: string, rule: FigureRule): Check {
  return {
    name,
    look: async ({ house }) => {
      const processes = await house();
      const findings = [...new Set(processes.map(({ service }) => service))].flatMap((service) =>
        judged(
          service,
          processes.filter((process) => process.service === service),
          figure,
          rule,
        ),
      );
      return findings.length > 0 ? findings : [well(rule.well.zh, rule.well.en)];
    },
  };
}

/** Of the leader where one says that it is: what another said before it lost the lock is old. */
function judged(service: string, processes: readonly HouseProcess[], figure: string, rule: FigureRule): Finding[] {
  const answering = processes.filter(({ figures }) => figures);
  const leading = answering.filter(({ figures }) => figures?.most('zd_leader') === 1);
  const asked = leading.length > 0 ? leading : answering;
  if (asked.length === 0) return [unknown(`${service} 不应答，无法查询`, `${service} does not answer, so nobody knows of it`)];
  const value = Math.max(...asked.map(({ figures }) => figures?.most(figure) ?? 0));
  const level = rule.judge(value);
  if (level === 'well') return [];
  return [{ ...broken('', '', rule.fix), ...rule.says(service, value), level }];
}
