import { dateEndingAt, dateOf } from '@zero-distance/calendar';
import { CASE_TYPES } from '@zero-distance/contracts';
import { defineDocument, type ValuesOf, wordName } from '@zero-distance/documents';
import type { Agreement } from '../agreement/agreement.js';
import type { Mediator } from '../mediator/mediator.js';
import { type MediationCase, PARTY_ROLES } from './mediation-case.js';

/** 人民调解协议书. The parties are known here by label alone: their names and papers are written in by hand, and they sign. */
export const AGREEMENT_DOCUMENT = defineDocument({
  name: 'agreement',
  title: '人民调解协议书 / mediation agreement',
  fields: {
    requestNumber: { label: '来源诉求编号 / number of the request', example: '230903011001-261123-000417' },
    caseType: { label: '纠纷类型 / type of dispute', example: '邻里' },
    amount: { label: '标的额（元） / amount in dispute, in yuan', example: '1200.00' },
    areaCode: { label: '纠纷所在区划 / where the dispute is', example: '学府社区居民委员会' },
    committee: { label: '调解委员会 / committee', example: '学府社区人民调解委员会' },
    mediator: { label: '调解员 / mediator', example: '王秀兰' },
    summary: { label: '纠纷主要事实和争议事项 / facts and what is in dispute', example: '甲方反映乙方夜间噪声扰民。', typed: true },
    terms: { label: '协议内容 / terms', example: '乙方每日22时至次日6时停止使用音响。', typed: true },
    manner: { label: '履行方式 / how it is performed', example: '按期履行' },
    performBy: { label: '履行期限 / to be performed by', example: '2030-12-31' },
    agreedOn: { label: '达成日期 / agreed on', example: '2026-11-28' },
  },
  tables: {
    parties: {
      label: '当事人 / parties',
      columns: {
        label: { label: '称谓 / label', example: '甲方' },
        role: { label: '地位 / side', example: '申请人' },
        name: { label: '姓名或名称 / name', example: '' },
        papers: { label: '证件号码 / number of papers', example: '' },
        contact: { label: '住址和电话 / address and telephone', example: '' },
      },
    },
  },
  parts: [
    { pairs: ['requestNumber', 'caseType', 'amount', 'areaCode', 'committee', 'mediator'] },
    { table: 'parties' },
    { words: 'summary' },
    { words: 'terms' },
    { pairs: ['manner', 'performBy', 'agreedOn'] },
    {
      signatures: [
        '甲方（签名、盖章或按指印） / party A',
        '乙方（签名、盖章或按指印） / party B',
        '调解员（签名） / mediator',
        '调解委员会（盖章） / committee, seal',
      ],
    },
  ],
});

/** What stands in the agreement of a case. @param areaName what the area of the dispute is called */
export const toAgreementDocument = (
  { requestNumber, caseType, amount, summary, parties }: MediationCase,
  { terms, immediate, performBy, agreedAt }: Agreement,
  mediator: Pick<Mediator, 'name' | 'committee'> | undefined,
  areaName: string,
): ValuesOf<typeof AGREEMENT_DOCUMENT> => ({
  requestNumber,
  caseType: wordName(CASE_TYPES, caseType),
  amount,
  areaCode: areaName,
  committee: mediator?.committee ?? null,
  mediator: mediator?.name ?? null,
  summary,
  terms,
  manner: immediate ? '即时履行' : '按期履行',
  performBy: dateEndingAt(performBy),
  agreedOn: dateOf(agreedAt),
  parties: parties.map(({ label, role }) => ({ label, role: wordName(PARTY_ROLES, role), name: null, papers: null, contact: null })),
});
