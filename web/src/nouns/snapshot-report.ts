import { action, choice, FOR_THE_PUBLIC, request, words } from '../action/action';
import type { IntakeSchemas } from '../api/services';
import { MATTER, URGENT } from '../matter/request-actions';
import { noun } from './noun';

type Report = IntakeSchemas['SnapshotReportDto'];

const DISTRICT_DIGITS = 6;
const VERIFIERS = ['intake-clerk', 'grid-worker'];

/** 属实登记: what the request will say, as it was reported until it is put better. */
const asReported = ({ areaCode, text, place }: Report) => {
  const isPlaced = areaCode.length > DISTRICT_DIGITS; // else nobody said where in the district
  const reported: Readonly<Record<string, string | null>> = { areaCode: isPlaced ? areaCode : null, text, place, kind: 'snapshot' };
  return [...MATTER, URGENT].map((field) => ({ ...field, initial: reported[field.name] ?? field.initial }));
};

const actionsOf = (row: Report) => [
  action('/api/intake/v1/snapshot-reports/{id}/register', '属实，登记为诉求', 'Valid: make it a request', asReported(row)),
  action('/api/intake/v1/snapshot-reports/{id}/join', '重复，并入已有诉求', 'A repeat: add it to a request', [
    request('requestId', '已有的诉求', 'The request that it repeats', { required: true }),
  ]),
  action('/api/intake/v1/snapshot-reports/{id}/unjoin', '误并入，撤出重新核实', 'Added to the wrong request: take it out', [
    words('reason', '理由（登录上报的骑手可见）', 'Why, which a rider who reported it reads', 200),
  ]),
  action('/api/intake/v1/snapshot-reports/{id}/refuse', '不予受理', 'Decline, with where to go', [
    choice('reasonCode', '原因', 'Why', (registers) => registers.words('decline-reason')),
    words('publicAnswer', '告知的正确途径', 'Where to go instead', 2000, { hint: FOR_THE_PUBLIC }),
  ]),
  action(
    '/api/intake/v1/snapshot-reports/{id}/reverse-points',
    '撤回积分',
    'Take the points back',
    [words('reason', '理由（上报人可见）', 'Why, which the reporter reads', 200)],
    { isGrave: true },
  ),
];

/** 随手拍. */
export const SNAPSHOT_REPORT = noun<Report>({
  name: 'snapshot-report',
  zh: '随手拍',
  en: 'Snapshot reports',
  service: 'intake',
  path: '/api/intake/v1/snapshot-reports',
  states: 'snapshot-report-state',
  readers: [...VERIFIERS, 'leader'],
  searched: ['编号或区划', 'Number or area'],
  filters: ['state', 'areaCode', 'overdue'],
  at: ['核实期限', 'To be verified by'],
  waits: [{ roles: VERIFIERS, query: { state: 'reported' }, steps: ['register'] }],
  show: (row, registers) => ({
    ...row,
    title: row.text ?? row.place ?? registers.both(`随手拍 ${row.number}`, `Snapshot report ${row.number}`),
    who: null,
    at: row.dueAt,
    lamp: null,
    note: registers.word('snapshot-channel', row.channel),
    matter: row.requestId && `/desk/requests/${row.requestId}`,
    opens: `/desk/snapshot-report/${row.id}`,
    facts: [
      ['编号', 'Number', row.number],
      ['地点', 'Place', row.place],
      ['上报人', 'Reporter', row.reporter && [row.reporter.name, row.reporter.phone].filter(Boolean).join(' ')],
      ['微信群', 'WeChat group', row.wechatGroup],
      ['收到时间', 'Received', { at: row.reportedAt }],
      ['核实时间', 'Verified', { at: row.decidedAt }],
      ['积分', 'Points', row.points],
      ['不予受理原因', 'Why it was declined', row.refusalCode && registers.word('decline-reason', row.refusalCode)],
      ['告知的正确途径', 'Where to go instead', row.publicAnswer],
    ],
    allowed: row.actions,
    actions: actionsOf(row),
  }),
});
