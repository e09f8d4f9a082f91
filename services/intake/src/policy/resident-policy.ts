import { countUpTo, type PolicyDefinition } from '@zero-distance/kernel';

/** How long the files of residents are kept. */
export interface ResidentPolicies {
  'resident-years': number;
  'resident-left-days': number;
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
};
