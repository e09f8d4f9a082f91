/** Policy values of evaluation: what each means and between which values it may lie. Values themselves are versioned rows. */
export const POLICIES = {
  'callback-attempts': {
    least: 1,
    most: 10,
    zh: '回访未接通几次后按未联系到记录',
    en: 'Attempts after which a callback is recorded as not reached',
  },
  'callback-rounds': { least: 1, most: 10, zh: '一件诉求最多办理几轮', en: 'Most rounds of handling one request' },
  'small-sample': {
    least: 1,
    most: 10_000,
    zh: '样本少于此数的比率标注为小样本',
    en: 'A rate over fewer than this is marked as a small sample',
  },
} as const;

export type PolicyName = keyof typeof POLICIES;
export type PolicyValues = Readonly<Record<PolicyName, number>>;

export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(POLICIES, name);
export const isWithinRange = (name: PolicyName, value: number): boolean => value >= POLICIES[name].least && value <= POLICIES[name].most;
