import { defineErrors } from '@zero-distance/kernel';

/** What to show in the documents. */
const EXAMPLES = {
  ...{ code: 'EL-01', successor: 'EL-07', groups: 'elderly', resident: '0190a5c0-7c1e-7000-8000-000000000099' },
  ...{ days: 60, latest: '2027-01-28T02:00:00.000Z', number: '230903011001-261123-000417' },
};

/** The refusals about services that are ordered. None says anything of the resident but what their menu says. */
export const refuseOrder = defineErrors('intake', EXAMPLES, {
  'service_order.no_item': {
    status: 422,
    zh: '服务清单中没有可点的事项 {code}：没有登记，或已停办。请从居民的服务菜单中选择。',
    en: 'The catalogue has no item {code} to order: there is none, or it is offered no more. Choose from the menu of the resident.',
  },
  'service_order.retired': {
    status: 422,
    zh: '事项 {code} 已停办，请改点接续的事项 {successor}。',
    en: 'The item {code} is offered no more: order {successor}, which took its place.',
  },
  'service_order.at_window': {
    status: 422,
    zh: '事项 {code} 在窗口办理，不能点单；请告知居民办理地点，或在事项中登记点单归入的类别。',
    en: 'The item {code} is had at a window and not ordered: tell the resident where, or register the category that orders of it go under.',
  },
  'service_order.not_for_them': {
    status: 422,
    zh: '事项 {code} 面向群体 {groups}，该居民今天不在其中。先把居民归入群体，或改点其服务菜单中的事项。',
    en: 'The item {code} is for the groups {groups}, and the resident is in none of them today. Put the resident in the group first, or choose from their menu.',
  },
  'service_order.not_registered': {
    status: 409,
    zh: '档案 {resident} 已不在册，不能为其点单；请找到在册的档案。',
    en: 'The file {resident} is not in use any more: nothing is ordered by it. Find the one that is.',
  },
  'service_order.ordered_already': {
    status: 409,
    zh: '该居民的同一事项已点单、尚未办结（{number}）。确需再点一次的，填 again: true。',
    en: 'The same item is ordered for this resident already and not provided yet ({number}). Where it is wanted once more, say again: true.',
  },
  'service_order.window_over': {
    status: 422,
    zh: '希望服务的时段须先早后晚，且尚未结束。',
    en: 'The time that is wanted has to end after it begins, and not be over.',
  },
  'service_order.too_far_ahead': {
    status: 422,
    zh: '最多可预约 {days} 天以内的服务，即 {latest} 之前；更晚的请届时再点。',
    en: 'A service is ordered {days} days ahead at most, until {latest}: order later what is wanted later.',
  },
});
