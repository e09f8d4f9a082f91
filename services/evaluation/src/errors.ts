import { defineErrors } from '@zero-distance/kernel';

/** What fills the texts in the API's documentation. */
const EXAMPLES = {
  notBefore: '2026-11-27T02:00:00.000Z',
  period: '2026-W48',
  area: '230903012',
  first: '2026-09',
  last: '2026-10',
  month: '2026-11',
  number: '230903011001-261123-000417',
  part: '0190a5c0-7c1e-7000-8000-000000000006',
};

/** Everything that evaluation refuses, with its status and its text. */
export const refuse = defineErrors('evaluation', EXAMPLES, {
  'callback.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的回访，或不在您的管辖范围内。',
    en: 'There is no callback {id} within what you may see.',
  },
  'callback.answered_already': {
    status: 410,
    zh: '该诉求已经评价或回访过，此链接不再使用。',
    en: 'This request has been rated, or its requester was called: the link is of no use any more.',
  },
  'callback.not_its_part': {
    status: 422,
    zh: '{part} 不是本回访所问的分项：请从回访的 parts 中选择。',
    en: '{part} is no part that this callback asks about: choose from its `parts`.',
  },
  'callback.solved_but_parts_named': {
    status: 422,
    zh: '已解决（solved=true）的，不应指明未解决的分项（unsolvedPartIds）。',
    en: 'What is solved (`solved: true`) has no unsolved parts: leave `unsolvedPartIds` out, or say that it is not solved.',
  },
  'callback.attempt_too_soon': {
    status: 429,
    zh: '距上次未接通的时间太短，{notBefore} 之后才能再登记一次未接通；接通了请登记回访结果。',
    en: 'The last attempt was too short a time ago: another one counts from {notBefore} on. When the requester is reached, record the answer.',
  },
  'period.invalid': {
    status: 422,
    zh: '“{period}” 不是统计期间：请用 YYYY、YYYY-MM 或 YYYY-MM-DD。',
    en: '"{period}" is no period: give YYYY, YYYY-MM or YYYY-MM-DD.',
  },
  'period.too_short': {
    status: 422,
    zh: '“{period}” 太短：代表单位或不经办诉求的，只能查看一个月及以上的指标。',
    en: '"{period}" is too short: who acts for an organisation, or sees no matters, reads figures of a month or longer.',
  },
  'figure.not_found': {
    status: 404,
    zh: '没有区划 {area} 的指标，或不在您可查看的范围内。',
    en: 'There are no figures of {area} within what you may see.',
  },
  'period.not_public': {
    status: 422,
    zh: '“{period}” 不是公示期间：请用 YYYY 或 YYYY-MM，公示数据不细于一个月。',
    en: '"{period}" is no period of public figures: give YYYY or YYYY-MM; they are of a month or longer.',
  },
  'period.not_published': {
    status: 404,
    zh: '{period} 没有已公布的数据：已公布的在 {first} 至 {last} 之间。每个月在月末之后公布；系统启用当月及之前的，须经管理员决定。',
    en: 'Nothing of {period} has been published: what was lies between {first} and {last}. Each month is once it is over; those up to the one in which this system began, once an administrator has decided it.',
  },
  'period.none_published': {
    status: 404,
    zh: '还没有公布过数据：系统启用之后的每个整月在月末之后公布；启用当月及之前的，须经管理员决定。',
    en: 'No figures have been published yet: each whole month of this system is, once it is over; those up to the one in which it began, once an administrator has decided it.',
  },
  'past_month.not_past': {
    status: 422,
    zh: '{month} 不能由此公布：能决定公布的月份到 {last} 为止；之后的每个月在月末之后自行公布。',
    en: '{month} is not published this way: it can be decided of months up to {last}; each later one is published by itself once it is over.',
  },
  'past_month.turned': {
    status: 422,
    zh: '起始月份晚于截止月份，请核对。',
    en: 'That begins after it ends: look at both months.',
  },
  'ledger.not_found': { status: 404, zh: '公示台账中没有 {number}。', en: 'The public ledger has no entry {number}.' },
});
