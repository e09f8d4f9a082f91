import { countUpTo, type PolicyDefinition } from './policies.js';

/** What every service goes by that keeps records of access. */
export interface AccessPolicies {
  'access-months': number;
}

/** As for the audit trail, which tells the same without the purposes. */
export const ACCESS_POLICIES: { readonly [N in keyof AccessPolicies]: PolicyDefinition<AccessPolicies[N]> } = {
  'access-months': countUpTo(
    240,
    36,
    '查看记录（含查看目的）保留月数，不少于6个月，期满删除；依法删除的记录不删；默认值为本系统自定',
    'months for which the records of access, with their purposes, are kept, six at least; those of erasures stay. The preset is our own',
    6,
  ),
};
