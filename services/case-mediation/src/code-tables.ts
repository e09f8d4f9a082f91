import { CASE_TYPES } from '@zero-distance/contracts';
import { FILE_CODE_TABLES } from '@zero-distance/files';
import { defineCodeTable } from '@zero-distance/kernel';
import { AGREEMENT_FORMS } from './agreement/agreement.js';
import { DIFFICULTIES, MEDIATION_CASE_SOURCES, PARTY_LABELS, PARTY_ROLES } from './mediation-case/mediation-case.js';
import { MEDIATION_CASE_STATES } from './mediation-case/mediation-case.transitions.js';
import { DECLINE_REASONS, TERMINATION_REASONS } from './mediation-case/outcome.js';
import { QUALIFICATIONS } from './mediator/mediator.js';

/** The words of case-mediation's answers, with their names. */
export const CODE_TABLES = [
  defineCodeTable('case-state', MEDIATION_CASE_STATES, {
    applied: '已申请 / applied',
    accepted: '已受理 / accepted',
    declined: '不予受理 / declined',
    assigned: '已指定调解员 / mediator assigned',
    mediating: '调解中 / mediating',
    agreed: '达成协议 / agreed',
    failed: '调解不成 / failed',
    terminated: '已终止 / terminated',
    performed: '已履行 / performed',
    breached: '未履行 / breached',
  }),
  defineCodeTable('case-type', CASE_TYPES, {
    'marriage-family': '婚姻家庭 / marriage and family',
    neighbours: '邻里 / neighbours',
    housing: '房屋宅基地 / housing and house plots',
    contract: '合同 / contract',
    business: '生产经营 / business',
    damages: '损害赔偿 / damages',
    land: '山林土地 / land and forest',
    expropriation: '征地拆迁 / expropriation',
    pollution: '环境污染 / pollution',
    labour: '劳动争议 / labour',
    consumer: '消费 / consumer',
    medical: '医疗 / medical',
    traffic: '道路交通 / traffic',
    'property-management': '物业 / property management',
    other: '其他 / other',
  }),
  defineCodeTable('case-source', MEDIATION_CASE_SOURCES, { application: '当事人申请 / application', referral: '诉求转来 / referral' }),
  defineCodeTable('difficulty', DIFFICULTIES, { simple: '简易 / simple', difficult: '疑难 / difficult', major: '重大 / major' }),
  defineCodeTable('party-role', PARTY_ROLES, { applicant: '申请人 / applicant', respondent: '被申请人 / respondent' }),
  defineCodeTable('party-label', PARTY_LABELS, {
    甲方: '甲方 / party A',
    乙方: '乙方 / party B',
    丙方: '丙方 / party C',
    丁方: '丁方 / party D',
    戊方: '戊方 / party E',
    己方: '己方 / party F',
    庚方: '庚方 / party G',
    辛方: '辛方 / party H',
    壬方: '壬方 / party I',
    癸方: '癸方 / party J',
  }),
  defineCodeTable('case-decline-reason', DECLINE_REASONS, {
    'court-judged': '已经法院裁判 / judged by a court',
    'court-accepted': '法院已受理 / accepted by a court',
    arbitrated: '已经仲裁裁决 / arbitrated',
    'administrative-matter': '属行政机关职权 / a matter of the administration',
    'criminal-matter': '涉嫌犯罪 / suspected crime',
    'party-refused': '一方明确拒绝调解 / a party refuses mediation',
    'not-a-dispute': '不属民间纠纷 / no civil dispute',
  }),
  defineCodeTable('termination-reason', TERMINATION_REASONS, {
    'party-refused': '一方明确拒绝继续 / a party refuses to go on',
    'party-withdrew': '申请人撤回 / the applicant withdrew',
    escalated: '有激化迹象，已报告公安机关 / signs of escalation, the police are told',
  }),
  defineCodeTable('agreement-form', AGREEMENT_FORMS, { written: '书面协议 / written', oral: '口头协议 / oral' }),
  defineCodeTable('qualification', QUALIFICATIONS, { professional: '专职 / professional', experienced: '有经验的群众 / experienced' }),
  ...FILE_CODE_TABLES,
];
