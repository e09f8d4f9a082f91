import { type Check, type Finding, type Says, unknown, warning, well } from './check.js';
import type { HouseProcess } from './house.js';

/** What people left beyond its time, by the figure that counts it: more than none is worth a look, as its alarm says (a test compares them). */
export const LEFT: Readonly<Record<string, { readonly alarm: string; readonly says: (count: number) => Says }>> = {
  zd_supervision_orders_overdue: {
    alarm: 'SupervisionUnanswered',
    says: (count) => ({
      zh: `${count} 张督办单逾期未答复或未销号`,
      en: `${count} supervision orders wait for an answer or a decision past their time`,
    }),
  },
  zd_applications_undecided: {
    alarm: 'ApplicationsUndecided',
    says: (count) => ({ zh: `${count} 件申请逾期未批`, en: `${count} applications were not decided in time` }),
  },
  zd_whistles_unconcluded: {
    alarm: 'WhistlesUnconcluded',
    says: (count) => ({ zh: `${count} 次吹哨逾期未记录结果`, en: `${count} whistles were not concluded in time` }),
  },
  zd_knowledge_reviews_due: {
    alarm: 'KnowledgeUnreviewed',
    says: (count) => ({ zh: `${count} 条知识到期无人复核`, en: `${count} knowledge entries are to be looked at again` }),
  },
};

/** 逾期待办: nothing waits for a person past its time. The system waits and tells; it decides nothing by itself. */
export const OVERDUE: Check = {
  name: 'overdue',
  look: async ({ house }) => {
    const processes = await house();
    const findings = Object.keys(LEFT).flatMap((figure) => judged(figure, processes));
    return findings.length > 0 ? findings : [well('无逾期待办', 'nothing waits for a person past its time')];
  },
};

function judged(figure: string, processes: readonly HouseProcess[]): Finding[] {
  const counts = processes.map(({ figures }) => figures?.most(figure)).filter((count) => count !== undefined);
  const { alarm, says } = LEFT[figure] as (typeof LEFT)[string];
  if (counts.length === 0) return [unknown(`无人应答 ${figure}`, `no process that answers says ${figure}`)];
  const count = Math.max(...counts);
  if (count === 0) return [];
  const { zh, en } = says(count);
  return [warning(zh, en, { zh: `催办经办人；见 alarms.md 的 ${alarm}`, en: `ask who has it: alarms.md, ${alarm}` })];
}
