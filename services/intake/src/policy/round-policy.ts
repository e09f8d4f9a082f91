import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** What door-knocking rounds work by. */
export interface RoundPolicies {
  'round-targets': number;
  'round-longest-days': number;
  'round-remind-days': number;
  'round-close-days': number;
  'round-years': number;
  'knock-interval-hours': number;
  'knock-record-days': number;
  'need-remind-days': number;
}

/** No standard for door-knocking was found (field brief §2 names list, outcomes and coverage, and no number): these are our own. */
export const ROUND_POLICIES: { readonly [N in keyof RoundPolicies]: PolicyDefinition<RoundPolicies[N]> } = {
  'round-targets': countUpTo(
    20_000,
    5000,
    '一轮敲门行动最多的户数；默认值为本系统自定',
    'households that are on the list of a door-knocking round at most; the preset is our own',
  ),
  'round-longest-days': countUpTo(
    366,
    180,
    '一轮敲门行动最长的天数；默认值为本系统自定',
    'days that a door-knocking round takes at most; the preset is our own',
  ),
  'round-remind-days': countUpTo(
    60,
    3,
    '敲门行动到期未结束，每隔多少日再提醒；默认值为本系统自定',
    'days after which it is told again that nobody has closed a round whose last day is over; the preset is our own',
  ),
  'round-close-days': countUpTo(
    365,
    30,
    '敲门行动到期多少日仍无人结束即自动结束，未敲开的记为未说明；默认值为本系统自定',
    'days after its last day after which a round ends that nobody closed, unexplained; the preset is our own',
  ),
  'round-years': countUpTo(
    50,
    2,
    '敲门行动结束多少年后清除住户地址；默认值为本系统自定',
    'years after its end after which the addresses of a round are erased; the preset is our own',
  ),
  'knock-interval-hours': countUpTo(
    168,
    4,
    '同一户两次敲门至少间隔的小时数；默认值为本系统自定',
    'hours between two knocks at one door at least; the preset is our own',
  ),
  'knock-record-days': countUpTo(
    60,
    7,
    '敲门多少日内可登记和更正；默认值为本系统自定',
    'days after a knock within which it is recorded and put right; the preset is our own',
  ),
  'need-remind-days': countUpTo(
    90,
    7,
    '敲门发现的需求多少日未落实即提醒，此后每隔同样天数再提醒；默认值为本系统自定',
    'days after which it is told that a need found at a door has become nothing yet, and told again; the preset is our own',
  ),
};
