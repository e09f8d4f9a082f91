import {
  RATING_FINDINGS,
  SATISFACTION_LABELS,
  SATISFACTION_LEVELS,
  SERVICE_CASE_MODES,
  SERVICE_CASE_REFUSALS,
} from '@zero-distance/contracts';
import { defineCodeTable } from '@zero-distance/kernel';
import { CASE_STEPS } from './case-step.js';
import { MATERIAL_STATES } from './material.js';
import { DELIVERY_WAYS } from './service-case.js';
import { SERVICE_CASE_STATES } from './service-case.transitions.js';

/** The words of service cases, with their names. */
export const SERVICE_CASE_CODE_TABLES = [
  defineCodeTable('service-case-state', SERVICE_CASE_STATES, {
    open: '已收件 / open',
    preparing: '补齐材料 / being prepared',
    submitted: '已提交 / submitted',
    decided: '已有结果 / decided',
    delivered: '已送达 / delivered',
    refused: '不予办理 / refused',
    withdrawn: '已撤回 / withdrawn',
  }),
  defineCodeTable('service-case-mode', SERVICE_CASE_MODES, {
    window: '窗口 / at a window',
    home: '上门 / at home',
    online: '网上 / online',
    assisted: '帮办代办 / handled for them',
  }),
  defineCodeTable('service-case-refusal', SERVICE_CASE_REFUSALS, {
    'not-eligible': '不符合条件 / not eligible',
    'materials-lacking': '材料无法补齐 / what it needs cannot be had',
    elsewhere: '不属本处办理 / not here',
  }),
  defineCodeTable('satisfaction', SATISFACTION_LEVELS, SATISFACTION_LABELS),
  defineCodeTable('rating-finding', RATING_FINDINGS, {
    'put-right': '已整改 / put right',
    explained: '已解释 / explained',
    unfounded: '不属实 / unfounded',
  }),
  defineCodeTable('material-state', MATERIAL_STATES, {
    present: '已收 / there',
    waived: '免交 / waived',
    missing: '缺少 / missing',
  }),
  defineCodeTable('delivery-way', DELIVERY_WAYS, {
    window: '窗口领取 / at the window',
    home: '送上门 / brought home',
    post: '邮寄 / by post',
    online: '网上 / online',
  }),
  defineCodeTable('case-step', CASE_STEPS, {
    told: '一次告知 / told what is needed',
    consent: '本人同意 / consent',
    forms: '代填表单 / forms filled',
    submitted: '提交 / handed in',
    tracked: '跟踪进度 / tracked',
    decided: '办理结果 / decided',
    delivered: '送达 / delivered',
    copy: '副本交本人 / copy given',
  }),
];
