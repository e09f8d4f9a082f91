import { messagePolicies } from '@zero-distance/calendar';
import { ACCESS_POLICIES, countUpTo, definePolicies } from '@zero-distance/kernel';

/** The values that the gateway works by. */
export const POLICIES = definePolicies('gateway', {
  'event-days': countUpTo(30, 14, '事件可查询、可重放的天数', 'days for which events can be pulled and told again'),
  'webhook-retry-hours': countUpTo(
    240,
    72,
    '订阅送不到时持续重试的小时数，此后停用',
    'hours for which a delivery is tried before its webhook is disabled',
  ),
  'webhook-overlap-hours': countUpTo(
    720,
    24,
    '更换密钥后原密钥仍签名的小时数',
    'hours for which the secret before signs too, after a rotation',
  ),
  'audit-months': countUpTo(
    240,
    36,
    '审计记录保留月数，不少于6个月，期满自最早的一条起删除；默认值为本系统自定',
    'months for which the audit trail is kept, six at least; then its oldest lines are taken away. The preset is our own',
    6,
  ),
  'notification-days': countUpTo(365, 90, '工作通知保留天数', 'days for which notifications of staff are kept'),
  ...messagePolicies(100), // a handler is given many orders a day
  'delivery-days': countUpTo(365, 14, '送达记录保留天数', 'days for which the log of deliveries is kept'),
  ...ACCESS_POLICIES,
});
