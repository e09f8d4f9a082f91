import { ACCESS_POLICIES, countUpTo, definePolicies } from '@zero-distance/kernel';

/** The values this service works by. */
export const POLICIES = definePolicies('evaluation', {
  'attempt-interval': countUpTo(
    10_080,
    120,
    '两次未接通之间至少间隔多少分钟',
    'least minutes between two attempts to reach a requester; 0: none',
    0,
  ),
  'callback-attempts': countUpTo(10, 3, '回访未接通几次后按未联系到记录', 'attempts after which a callback is recorded as not reached'),
  'callback-limit': countUpTo(
    720,
    72,
    '回访时限，自答复起的小时数', // no rule sets it: three attempts on three days
    'hours from the reply in which its callback is to be recorded',
  ),
  'callback-rounds': countUpTo(10, 3, '一件诉求最多办理几轮', 'most rounds of handling one request'),
  'answer-seconds': countUpTo(
    300,
    15,
    '热线来电须在多少秒内接听（GB/T 33358-2016）；改变后只影响此后的来电',
    'seconds within which a call to the hotline is to be answered (GB/T 33358-2016); a change is for calls from then on',
  ),
  'publish-minimum': countUpTo(
    100,
    5,
    '公示中少于此数的数不公布，也不得由其他数推算出',
    'a public figure of fewer than this is withheld, and so is what would tell it by subtraction',
  ),
  'small-sample': countUpTo(10_000, 30, '样本少于此数的比率标注为小样本', 'a rate over fewer than this is marked as a small sample'),
  ...ACCESS_POLICIES,
});
