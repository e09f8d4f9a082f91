import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** How long the files of residents are kept, from how many people on figures of them are shown, and how often they are looked for. */
export interface ResidentPolicies {
  'resident-years': number;
  'resident-left-days': number;
  'coverage-minimum': number;
  'resident-finds-a-day': number;
}

export const RESIDENT_POLICIES: { readonly [N in keyof ResidentPolicies]: PolicyDefinition<ResidentPolicies[N]> } = {
  'resident-years': countUpTo(
    50,
    5,
    '居民档案多少年无人核实即清除；默认值为本系统自定',
    'years after which the file of a resident that nobody has made sure of is erased; the preset is our own',
  ),
  'resident-left-days': countUpTo(
    3650,
    365,
    '居民离开或档案并入他档后保留多少日再清除；默认值为本系统自定',
    'days for which the file of somebody who left, or that goes on as another, is kept; the preset is our own',
  ),
  'coverage-minimum': countUpTo(
    100,
    5,
    '群体覆盖率中人数少于此数的不显示；默认值为本系统自定',
    'coverage of a group of fewer people than this is withheld; the preset is our own',
  ),
  'resident-finds-a-day': countUpTo(
    100_000,
    200,
    '一个账号一天可按号码查找居民的次数；默认值为本系统自定',
    'how often an account may look for residents by a number in a day; the preset is our own',
  ),
};
