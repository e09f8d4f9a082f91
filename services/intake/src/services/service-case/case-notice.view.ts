import { readable } from '@zero-distance/calendar';
import { defineDocument, type ValuesOf, wordName } from '@zero-distance/documents';
import { MATERIAL_STATES } from './material.js';
import type { ServiceCase } from './service-case.js';

/** 一次告知单: what a case needs and what of it is missing, for who applied to take home. It says who that is no further than the mask does. */
export const CASE_NOTICE = defineDocument({
  name: 'case-notice',
  title: '一次告知单 / what is needed',
  fields: {
    number: { label: '办件编号 / number of the case', example: '230903011001-261123-000417' },
    itemName: { label: '事项名称 / item', example: '高龄津贴申请' },
    applicant: { label: '申请人 / who applies', example: '张*' },
    areaCode: { label: '办理所在区划 / where it is handled', example: '学府社区居民委员会' },
    openedAt: { label: '收件时间 / opened', example: '2026-11-23 12:00' },
    bringBy: { label: '请在此前补齐 / bring what is missing by', example: '2026-12-23 12:00' },
    limit: { label: '提交后办理时限（工作日） / working days from when it is handed in', example: '10' },
    tracking: {
      label: '查询进度 / how it stands',
      example: '凭办件编号和电话后四位，可免登录查询进度。',
    },
  },
  tables: {
    materials: {
      label: '所需材料 / what it needs',
      columns: {
        name: { label: '材料 / paper', example: '银行卡' },
        state: { label: '状态 / state', example: '缺少' },
        note: { label: '说明 / note', example: '事后追加', typed: true },
      },
    },
  },
  parts: [
    { pairs: ['number', 'itemName', 'applicant', 'areaCode', 'openedAt', 'bringBy', 'limit'] },
    { table: 'materials' },
    { words: 'tracking' },
    { signatures: ['经办人（签字） / clerk, signature', '申请人（签字） / who applies, signature'] },
  ],
});

/** Who left no telephone has nothing that their number opens with. */
const trackedBy = (hasPhone: boolean): string =>
  hasPhone ? '凭办件编号和申请人电话后四位，可免登录查询进度。' : '未留电话，查询进度请到办理的窗口。';

/**
 * @param areaName what the area is called in which it is handled
 * @param hasPhone whether a telephone of who applied is kept, by which they look it up
 */
export const toCaseNotice = (
  { number, itemName, applicantName, openedAt, lapsesAt, limitWorkingDays, materials }: ServiceCase,
  areaName: string,
  hasPhone: boolean,
): ValuesOf<typeof CASE_NOTICE> => ({
  ...{ number, itemName, applicant: applicantName, areaCode: areaName, openedAt: readable(openedAt) },
  ...{ bringBy: lapsesAt && readable(lapsesAt), limit: String(limitWorkingDays) },
  tracking: number && trackedBy(hasPhone),
  materials: materials.map(({ name, state, reason, askedLater }) => ({
    ...{ name, state: wordName(MATERIAL_STATES, state) },
    note: [...(reason === null ? [] : [reason]), ...(askedLater ? ['事后追加'] : [])].join('；') || null,
  })),
});
