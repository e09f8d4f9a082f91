import { defineErrors } from '@zero-distance/kernel';

/** What fills the texts in the API's documentation. */
const EXAMPLES = {
  id: '0190a5c0-7c1e-7000-8000-000000000012',
  username: 'zhang.wei',
  area: '230903',
  own: '230903001',
  one: 'handler',
  other: 'reviewer',
  scope: 'intake:reveal',
  clientId: 'housing',
  type: 'dispatch.work-order.shelved.v1',
  limit: 20,
  hours: 24,
  zh: '须为 https',
  en: 'it has to be https',
};

/** Everything that the gateway's own API refuses, with its status and its text. What is forwarded is refused by the proxy. */
export const refuse = defineErrors('gateway', EXAMPLES, {
  'holder.own': {
    status: 403,
    zh: '不能变更、停用自己的账号或应用，请由其他管理员办理。',
    en: 'Nobody changes or disables what they are themselves: another administrator has to.',
  },
  'holder.area_wider': {
    status: 403,
    zh: '不能授予区域“{area}”：超出您自己的区域“{own}”。',
    en: 'The area "{area}" reaches beyond your own, "{own}".',
  },
  'holder.organisation_not_own': {
    status: 403,
    zh: '您代表单位“{own}”，只能授予代表本单位的账号或应用。',
    en: 'You act for the organisation "{own}", and give nobody another one, nor none.',
  },
  'holder.scope_beyond_own': {
    status: 403,
    zh: '不能授予或扩大权限范围“{scope}”：您自己没有。',
    en: 'The scope "{scope}" is not yours to give, nor to widen: you do not have it.',
  },
  'holder.may_more': {
    status: 403,
    zh: '该账号或应用有您没有的权限范围“{scope}”：不能由您发放密码或密钥、启用、解锁或变更回调地址。',
    en: 'It has the scope "{scope}", which you do not have: you give it no password or secret, no address for codes, and lift no lock of it.',
  },
  'holder.name_reserved': {
    status: 422,
    zh: '这是系统自用的名称，账号和应用不得使用，请换一个。',
    en: 'This is a name of the house itself, which no account and no client bears: take another.',
  },
  'holder.name_personal': {
    status: 422,
    zh: '似为个人号码（电话、证件号等）：用户名和应用标识以后不变，并在列表、地址和留痕中原样显示，请换一个。',
    en: 'It seems to be somebody’s number (a telephone, an identity card): a name stays, and is shown as it is in lists, addresses and records; take another.',
  },
  'holder.roles_not_separate': {
    status: 422,
    zh: '同一人不得同时担任“{one}”和“{other}”。',
    en: 'One person may not be both "{one}" and "{other}".',
  },
  'holder.last_administrator': {
    status: 409,
    zh: '这是最后一个可用的管理员，不能停用或取消其管理权限。',
    en: 'There is no other administrator who can log in: this one stays.',
  },
  'account.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的账号，或不在您的管辖范围内。',
    en: 'There is no account {id} within what you may see.',
  },
  'account.username_taken': { status: 409, zh: '用户名“{username}”已被使用。', en: 'The username "{username}" is taken.' },
  'account.disabled': { status: 409, zh: '账号 {id} 已停用，请先启用。', en: 'Account {id} is disabled: enable it first.' },
  'client.not_found': {
    status: 404,
    zh: '没有标识为 {clientId} 的应用，或不在您的管辖范围内。',
    en: 'There is no client {clientId} within what you may see.',
  },
  'client.id_taken': { status: 409, zh: '应用标识“{clientId}”已被使用。', en: 'The client id "{clientId}" is taken.' },
  'client.public': {
    status: 409,
    zh: '应用 {clientId} 是公开应用，没有密钥。',
    en: 'The client {clientId} is public: it has no secret.',
  },
  'client.redirect_missing': {
    status: 422,
    zh: '公开应用须有回调地址（redirectUris）。',
    en: 'A public client needs redirectUris.',
  },
  'webhook.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的订阅，或不在您的管辖范围内。',
    en: 'There is no webhook {id} within what you may see.',
  },
  'webhook.url_refused': {
    status: 422,
    zh: '不能送到这个地址：{zh}。',
    en: 'Nothing is sent to this address: {en}.',
  },
  'webhook.url_taken': { status: 409, zh: '您已有送到该地址的订阅。', en: 'You have a webhook with this address already.' },
  'webhook.too_many': { status: 409, zh: '一个应用最多有 {limit} 个订阅。', en: 'A client has no more than {limit} webhooks.' },
  'webhook.clients_only': {
    status: 403,
    zh: '订阅属于应用：请用应用自己的令牌登记（client_credentials）。',
    en: "A webhook belongs to a client: register it with the client's own token (client_credentials).",
  },
  'webhook.type_not_heard': {
    status: 422,
    zh: '事件类型“{type}”不会通知您：令牌不能查看这类事项。',
    en: 'You would hear nothing of the type "{type}": the token may not read such matters.',
  },
  'webhook.disabled': { status: 409, zh: '订阅 {id} 已停用，请先启用。', en: 'The webhook {id} is disabled: enable it first.' },
  'webhook.too_often': {
    status: 429,
    zh: '该订阅 {hours} 小时内最多 {limit} 次，请稍后再试。',
    en: 'No more than {limit} in {hours} hours for one webhook: try again later.',
  },
  'notification.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的通知，或不是给您的。',
    en: 'There is no notification {id} of yours.',
  },
  'event.place_unknown': {
    status: 422,
    zh: '没有事件到过此处：可能取自另一套系统，或系统已由备份恢复。请去掉 after，用 since 从某一时刻重新读取。',
    en: 'No event has had this place: it is of another system, or this one was restored from a back-up. Begin again at a time: since, without after.',
  },
  'event.type_unknown': {
    status: 422,
    zh: '没有可通知的事件类型“{type}”，类型见 AsyncAPI 文档。',
    en: 'There is no event type "{type}" that is told to others: see the AsyncAPI document.',
  },
});
