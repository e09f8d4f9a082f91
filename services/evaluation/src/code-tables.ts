import {
  AREA_COMPARISON_TYPE_LABELS,
  AREA_COMPARISON_TYPES,
  CALLBACK_OUTCOMES,
  REQUEST_KIND_LABELS,
  REQUEST_KINDS,
  SATISFACTION_LABELS,
  SATISFACTION_LEVELS,
} from '@zero-distance/contracts';
import { defineCodeTable, type Label } from '@zero-distance/kernel';
import { CALLBACK_WAYS } from './callback/callback.js';
import { CALLBACK_STATES } from './callback/callback.transitions.js';
import { FIGURE_NAMES } from './figure/few.js';
import { FIGURES, namesOf, PUBLIC_FIGURES } from './figure/figures.js';
import { STAGES } from './ledger/ledger.js';

/** What figures are called, without what is said of them behind the colon. */
const figureLabels = <N extends string>(figures: Readonly<Record<N, { readonly zh: string; readonly en: string }>>) =>
  Object.fromEntries(namesOf(figures).map((name) => [name, `${figures[name].zh.split('：')[0]} / ${figures[name].en}`])) as Record<
    N,
    Label
  >;

/** The words of evaluation's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('figure', FIGURE_NAMES, figureLabels(FIGURES)),
  defineCodeTable('public-figure', namesOf(PUBLIC_FIGURES), figureLabels(PUBLIC_FIGURES)),
  defineCodeTable('request-kind', REQUEST_KINDS, REQUEST_KIND_LABELS),
  defineCodeTable('callback-state', CALLBACK_STATES, { open: '待回访 / open', recorded: '已记录 / recorded' }),
  defineCodeTable('callback-way', CALLBACK_WAYS, { agent: '回访员询问 / asked by an agent', web: '网上作答 / answered on the web' }),
  defineCodeTable('callback-outcome', CALLBACK_OUTCOMES, { closed: '办结 / closed', rework: '返工重办 / rework' }),
  defineCodeTable('satisfaction', SATISFACTION_LEVELS, SATISFACTION_LABELS),
  defineCodeTable('area-comparison-type', AREA_COMPARISON_TYPES, AREA_COMPARISON_TYPE_LABELS),
  defineCodeTable('ledger-stage', STAGES, {
    受理: '受理 / taken in',
    处置: '处置 / handled',
    反馈: '反馈 / answered',
    评价: '评价 / asked about',
  }),
];
