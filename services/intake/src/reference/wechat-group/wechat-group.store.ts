import { defineRegister } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { WechatGroupEntity } from './wechat-group.entity.js';

/** Its changes are told to nobody: no other service keeps who reads a group. */
export const WECHAT_GROUPS = defineRegister({
  entity: WechatGroupEntity,
  key: 'code',
  visible: { by: 'area', column: 'area_code' },
  filters: { kind: 'kind' },
  lies: { in: 'areaCode', service: 'intake' },
  unique: 'wechat_group_code_key',
  changedMeanwhile: () => refuse('register.changed_meanwhile'),
});
