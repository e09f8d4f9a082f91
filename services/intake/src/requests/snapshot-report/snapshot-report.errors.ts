import { defineErrors } from '@zero-distance/kernel';

/** What fills the texts in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099', code: 'xuefu-1' };

/** The refusals about snapshot reports. */
export const refuseSnapshot = defineErrors('intake', EXAMPLES, {
  'snapshot_report.not_found': {
    status: 404,
    zh: '没有编号为 {id} 的随手拍，或不在您的管辖范围内。',
    en: 'There is no snapshot report {id} within what you may see.',
  },
  'snapshot_report.no_points': {
    status: 409,
    zh: '该随手拍没有积分，或积分已撤回。',
    en: 'The report has no points, or they were taken back already.',
  },
  'snapshot_report.nothing_to_come_back': {
    status: 409,
    zh: '该随手拍的内容已随诉求依法删除，或是升级前并入、未留存所需的内容，不能撤出；上报人所报另有其事的，请另行登记诉求。',
    en: 'What it would come back with was erased with its request, or was not kept by the earlier release by which it was added. If it told of another matter, register that as a request.',
  },
  'snapshot_report.erased_already': {
    status: 409,
    zh: '该随手拍的内容已依法删除，不能撤出或登记。',
    en: 'What the report said was erased by law: it can neither be taken out nor registered.',
  },
  'snapshot_report.group_unknown': {
    status: 422,
    zh: '没有编码为“{code}”的微信群：请核对链接，或从 /public/report 直接上报。',
    en: 'There is no WeChat group "{code}": check the link, or report at /public/report itself.',
  },
  'snapshot_report.not_of_group': {
    status: 422,
    zh: '区划不在微信群“{code}”面向的区划之内：请不填区划，或不经该群上报。',
    en: 'The area is not within that of the WeChat group "{code}": leave the area out, or report without the group.',
  },
  'snapshot_report.empty': {
    status: 422,
    zh: '请拍一张照片，或写明所见的情况。',
    en: 'Take a photo, or say what you saw.',
  },
});
