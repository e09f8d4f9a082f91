import { defineErrors } from '@zero-distance/kernel';

/** An id to show in the documents. */
const EXAMPLES = { id: '0190a5c0-7c1e-7000-8000-000000000099' };

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
  'snapshot_report.empty': {
    status: 422,
    zh: '请拍一张照片，或写明所见的情况。',
    en: 'Take a photo, or say what you saw.',
  },
});
