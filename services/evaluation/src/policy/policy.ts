import { definePolicies, type PolicyDefinition } from '@zero-distance/kernel';

/** The values this service works by. */
export const POLICIES = definePolicies('evaluation', {
  'callback-attempts': countUpTo(10, 3, '回访未接通几次后按未联系到记录', 'attempts after which a callback is recorded as not reached'),
  'callback-rounds': countUpTo(10, 3, '一件诉求最多办理几轮', 'most rounds of handling one request'),
  'publish-minimum': countUpTo(
    100,
    5,
    '公示中少于此数的数不公布，也不得由其他数推算出',
    'a public figure of fewer than this is withheld, and so is what would tell it by subtraction',
  ),
  'small-sample': countUpTo(10_000, 30, '样本少于此数的比率标注为小样本', 'a rate over fewer than this is marked as a small sample'),
});

function countUpTo(most: number, preset: number, zh: string, en: string): PolicyDefinition<number> {
  const fits = (value: unknown) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
  const fault = { zh: `须为 1–${most} 的整数`, en: `it must be a whole number from 1 to ${most}` };
  return { zh, en, preset, fault: (value) => (fits(value) ? undefined : fault) };
}
