import { SERVICES, type Service } from '@zero-distance/contracts';
import { defineCodeTable, type Label, ROLES } from '@zero-distance/kernel';
import { MESSAGE_CODE_TABLES, STAFF_CODE_TABLES } from '@zero-distance/notification';
import { SCOPES, type Verb } from '@zero-distance/platform/access';
import { AUDIT_ACTIONS } from './audit/audit-action.js';
import { CLIENT_SECRETS } from './client/client.dto.js';
import { HOLDER_STATES } from './holder/holder.dto.js';
import { DELIVERY_FAULTS } from './webhook/outcome.js';
import { DELIVERY_STATES, DISABLED_REASONS, WEBHOOK_STATES } from './webhook/webhook.js';

const SERVICE_LABELS = {
  intake: '受理 / intake',
  dispatch: '派单 / dispatch',
  'case-mediation': '调解 / case-mediation',
  inspection: '排查 / inspection',
  evaluation: '评价 / evaluation',
  gateway: '网关 / gateway',
} as const satisfies Record<Service, Label>;

const VERB_LABELS: Readonly<Record<Verb | 'export', Label>> = {
  read: '读取 / read',
  write: '办理 / write',
  operate: '运维 / operate',
  reveal: '查看个人信息 / see personal data',
  export: '导出列表 / take lists as files',
  erase: '依法删除个人信息 / erase personal data by law',
  audit: '查看审计 / see the audit trail',
  administer: '管理账号与应用 / manage accounts and clients',
  listen: '接收事件 / hear of events',
  import: '导入 / bring in from files',
};

/** `intake:read` → 受理：读取 / intake: read. */
function labelOfScope(scope: string): Label {
  const [service = '', verb = ''] = scope.split(':');
  const [of, does] = [SERVICE_LABELS[service as Service], VERB_LABELS[verb as Verb]].map((label) => label.split(' / '));
  return `${of?.[0]}：${does?.[0]} / ${of?.[1]}: ${does?.[1]}`;
}

/** The words of the gateway's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('service', SERVICES, SERVICE_LABELS),
  defineCodeTable('scope', SCOPES, Object.fromEntries(SCOPES.map((scope) => [scope, labelOfScope(scope)]))),
  defineCodeTable('role', ROLES, {
    'intake-clerk': '受理员 / intake clerk',
    dispatcher: '派单员 / dispatcher',
    handler: '承办人员 / handler',
    reviewer: '审核员 / reviewer',
    'callback-agent': '回访员 / callback agent',
    mediator: '调解员 / mediator',
    inspector: '排查员 / inspector',
    publisher: '公示员 / publisher',
    administrator: '管理员 / administrator',
    'grid-worker': '网格员 / grid worker',
    'mobile-grid-worker': '移动网格员 / mobile grid worker',
    'window-clerk': '窗口人员 / window clerk',
    'care-worker': '帮扶人员 / care worker',
    'police-auxiliary': '辅警 / police auxiliary',
    organiser: '议事组织者 / organiser',
    appraiser: '评议员 / appraiser',
    leader: '领导 / leader',
    trainer: '培训师 / trainer',
    importer: '数据导入 / importer',
  }),
  defineCodeTable('holder-state', HOLDER_STATES, { enabled: '启用 / enabled', disabled: '停用 / disabled' }),
  defineCodeTable('client-secret', CLIENT_SECRETS, {
    none: '无（公开应用） / none: a public client',
    generated: '系统生成 / made by the system',
    chosen: '自选 / chosen by the operator',
  }),
  defineCodeTable('audit-action', AUDIT_ACTIONS, {
    reveal: '查看个人信息 / looked at personal data',
    find: '按号码查找 / looked for somebody by a number',
    'rendition-asked': '申请公开图片 / asked that a picture be public',
    'rendition-approved': '批准公开图片 / approved a public picture',
    'rendition-refused': '不批准公开图片 / refused a public picture',
    'rendition-revoked': '撤回公开图片 / revoked a public picture',
    export: '导出列表 / took a list away',
    erase: '依法删除 / erased by law',
    print: '出具文书 / put a matter on paper',
    'account-registered': '登记账号 / registered an account',
    'account-changed': '变更账号 / changed an account',
    'account-disabled': '停用账号 / disabled an account',
    'account-enabled': '启用账号 / enabled an account',
    'account-unlocked': '解除账号锁定 / unlocked an account',
    'password-given': '发放一次性密码 / gave a one-time password',
    'password-changed': '更改密码 / changed a password',
    'second-factor-enrolled': '启用动态口令 / enrolled a second factor',
    'second-factor-removed': '撤销动态口令 / took a second factor away',
    'recovery-code-used': '使用恢复码 / used a recovery code',
    'sessions-ended': '结束会话 / ended sessions',
    'logged-in': '登录 / logged in',
    'log-in-failed': '登录失败 / failed to log in',
    'log-in-locked': '登录被锁定 / was locked out',
    'client-registered': '登记应用 / registered a client',
    'client-changed': '变更应用 / changed a client',
    'client-secret-renewed': '更换应用密钥 / renewed the secret of a client',
    'client-disabled': '停用应用 / disabled a client',
    'client-enabled': '启用应用 / enabled a client',
    'client-unlocked': '解除应用锁定 / unlocked a client',
    'webhook-registered': '登记订阅 / registered a webhook',
    'webhook-changed': '变更订阅 / changed a webhook',
    'webhook-secret-renewed': '更换订阅密钥 / renewed the secret of a webhook',
    'webhook-enabled': '启用订阅 / enabled a webhook',
    'webhook-disabled': '停用订阅 / disabled a webhook',
    'webhook-replayed': '重放事件 / had events sent once more',
    'audit-cut': '审计记录期满删除 / oldest lines of the audit trail taken away',
    'contact-changed': '变更通知方式 / changed how somebody is told',
  }),
  ...MESSAGE_CODE_TABLES,
  ...STAFF_CODE_TABLES,
  defineCodeTable('webhook-state', WEBHOOK_STATES, { enabled: '启用 / enabled', disabled: '停用 / disabled' }),
  defineCodeTable('webhook-disabled-reason', DISABLED_REASONS, {
    asked: '人为停用 / was asked for',
    gone: '接收方已撤销（410） / the receiver is gone (410)',
    unreachable: '长时间送不到 / took nothing for too long',
  }),
  defineCodeTable('delivery-state', DELIVERY_STATES, {
    waiting: '待送 / waits',
    delivered: '已送达 / delivered',
    dropped: '不再送（已不可告知） / not sent: may no longer be told',
  }),
  defineCodeTable('delivery-fault', DELIVERY_FAULTS, {
    refused: '接收方拒绝 / refused',
    redirected: '接收方要求转址 / redirected, which is not followed',
    gone: '接收方已撤销 / gone',
    busy: '接收方繁忙 / busy',
    'timed-out': '超时 / timed out',
    'not-reached': '无法连接 / not reached',
    'address-not-allowed': '地址不允许 / its address is not allowed',
  }),
];
