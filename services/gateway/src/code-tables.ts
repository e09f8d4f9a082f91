import { SERVICES } from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { AUDIT_ACTIONS } from './audit/audit-action.js';

/** The words of the gateway's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('service', SERVICES, {
    intake: '受理 / intake',
    dispatch: '派单 / dispatch',
    'case-mediation': '调解 / case-mediation',
    inspection: '排查 / inspection',
    evaluation: '评价 / evaluation',
    gateway: '网关 / gateway',
  }),
  defineCodeTable('audit-action', AUDIT_ACTIONS, {
    reveal: '查看个人信息 / looked at personal data',
    export: '导出列表 / took a list away',
    erase: '依法删除 / erased by law',
  }),
];
