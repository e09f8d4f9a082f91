import { defineErrors } from '@zero-distance/kernel';

/** A code to show in the documents. */
const EXAMPLES = { group: 'elderly' };

/** The refusals about groups, and who belongs to them. */
export const refuseGroup = defineErrors('intake', EXAMPLES, {
  'resident_group.unknown': {
    status: 422,
    zh: '没有编码为 {group} 的群体，或已停用；请先登记群体。',
    en: 'There is no group {group}, or not any more: register it first.',
  },
  'resident_group.not_found': {
    status: 404,
    zh: '没有编码为 {group} 的群体；编码见 GET /api/intake/v1/resident-groups。',
    en: 'There is no group {group}: GET /api/intake/v1/resident-groups has the codes.',
  },
  'resident_group.joined': {
    status: 409,
    zh: '该居民已在群体 {group} 中。',
    en: 'The resident belongs to the group {group} already.',
  },
  'resident_group.not_joined': {
    status: 409,
    zh: '该居民不在群体 {group} 中。',
    en: 'The resident does not belong to the group {group}.',
  },
});
