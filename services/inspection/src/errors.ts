import { defineErrors } from '@zero-distance/kernel';

/** What fills the texts in the API's documentation. */
const EXAMPLES = {
  code: 'XF-011001-007',
  status: 'closed',
  areaCode: '230903011',
  creditCode: '92230903MA10000061',
  version: 2,
  next: 3,
  item: 'exit-blocked',
  items: 'exit-blocked, extinguisher-expired',
  field: 'note',
  month: '2027-01',
};

/** Everything that inspection refuses, with its status and its text. What a state forbids is refused by `hazard.transitions.ts`. */
export const refuse = defineErrors('inspection', EXAMPLES, {
  'premises.not_found': {
    status: 404,
    zh: '没有编码为 {code} 的场所，或不在您的管辖范围内。',
    en: 'There are no premises {code} within what you may see.',
  },
  'premises.unknown': { status: 422, zh: '没有编码为 {code} 的场所。', en: 'There are no premises with the code {code}.' },
  'premises.not_active': {
    status: 409,
    zh: '场所 {code} 当前为“{status}”，不能登记排查。',
    en: 'The premises {code} are {status}: no visit can be recorded.',
  },
  'premises.area_wrong': {
    status: 422,
    zh: '{areaCode} 不是社区（12 位）或网格（15 位）代码。',
    en: '{areaCode} is not the code of a community (12 digits) or a grid (15 digits).',
  },
  'premises.credit_code_wrong': {
    status: 422,
    zh: '{creditCode} 不是有效的统一社会信用代码（GB 32100：18 位，末位校验）。',
    en: '{creditCode} is not a unified social credit code (GB 32100: 18 characters, the last a check digit).',
  },
  'premises.changed_meanwhile': {
    status: 409,
    zh: '场所 {code} 刚被他人登记或修改，请重新读取后再提交。',
    en: 'Somebody else has just registered or changed the premises {code}: read them again and retry.',
  },
  'checklist.not_found': { status: 404, zh: '没有第 {version} 版检查表。', en: 'There is no version {version} of the checklist.' },
  'checklist.unknown': { status: 422, zh: '没有第 {version} 版检查表。', en: 'There is no version {version} of the checklist.' },
  'checklist.version_fixed': {
    status: 409,
    zh: '第 {version} 版检查表已发布，不能修改；请发布新版本。',
    en: 'Version {version} of the checklist is published and stays as it is: publish a new version.',
  },
  'checklist.version_not_next': {
    status: 409,
    zh: '下一版检查表的版本号应为 {next}。',
    en: 'The next version of the checklist is {next}.',
  },
  'checklist.item_twice': { status: 422, zh: '检查项 {item} 重复。', en: 'Item {item} is there twice.' },
  'visit.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的排查记录，或不在您的管辖范围内。',
    en: 'There is no visit {id} within what you may see.',
  },
  'visit.item_unknown': {
    status: 422,
    zh: '第 {version} 版检查表没有检查项 {item}。',
    en: 'Version {version} of the checklist has no item {item}.',
  },
  'visit.item_twice': { status: 422, zh: '检查项 {item} 有两个结果。', en: 'Item {item} has two results.' },
  'visit.items_missing': {
    status: 422,
    zh: '以下检查项没有结果：{items}；其余各项均合格时请写 "others": "pass"。',
    en: 'These items have no result: {items}. When all of them passed, say "others": "pass".',
  },
  'visit.settlement_missing': {
    status: 422,
    zh: '不合格项 {item} 须说明如何处理（settled）。',
    en: 'Item {item} failed: say how it was settled.',
  },
  'visit.settlement_not_for': {
    status: 422,
    zh: '检查项 {item} 不是不合格项，不能填写 {field}。',
    en: 'Item {item} did not fail, so it has no {field}.',
  },
  'visit.rectify_by_missing': {
    status: 422,
    zh: '检查项 {item} 责令限期整改，须写明整改期限（rectifyBy）。',
    en: 'A rectification notice for item {item} needs the time it is to be rectified by.',
  },
  'visit.rectify_by_only_with_notice': {
    status: 422,
    zh: '整改期限只用于责令限期整改（检查项 {item}）。',
    en: 'Only a rectification notice has a time to rectify by (item {item}).',
  },
  'visit.rectify_by_past': { status: 422, zh: '检查项 {item} 的整改期限已过。', en: 'The time to rectify item {item} by is past.' },
  'visit.suspected_major_needs_transfer': {
    status: 422,
    zh: '疑似重大隐患（检查项 {item}）须移交主管部门认定，不能就地处理。',
    en: 'A suspected major hazard (item {item}) is for the authority to decide: it has to be transferred.',
  },
  'hazard.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的隐患，或不在您的管辖范围内。',
    en: 'There is no hazard {id} within what you may see.',
  },
  'hazard.with_work_order': {
    status: 409,
    zh: '隐患 {id} 已移交并形成工单，由工单督促整改，不能重复移交。',
    en: 'Hazard {id} is transferred already: its work order sees to it.',
  },
  'hazard.without_work_order': {
    status: 409,
    zh: '隐患 {id} 没有在办工单，不能随工单办结。',
    en: 'Hazard {id} has no work order whose closing could rectify it.',
  },
  'round.not_opened': { status: 404, zh: '{month} 的月度排查尚未开始。', en: 'The round of {month} has not begun.' },
});
