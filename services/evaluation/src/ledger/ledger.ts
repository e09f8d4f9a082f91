import { CHANNEL_LABELS, type Channel, type RequestKind, SATISFACTION_LABELS, type Satisfaction } from '@zero-distance/contracts';
import { readLabel } from '@zero-distance/kernel';

/** What the public ledger knows of one closed request. Codes, names of places and organisations, and a released answer. */
export interface LedgerRow {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly kind: RequestKind;
  /** A word of CHANNELS, or of a later version's. */
  readonly channel: string;
  readonly categoryCode: string;
  /** Down to the community: a grid says too exactly where somebody lives. */
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly receivedAt: Date;
  /** A word of ANSWERING_SERVICES, or of a later version's. */
  readonly answeredBy: string | null;
  readonly organisationName: string | null;
  /** Given to the organisation, or accepted by the committee; null while that has not been heard yet. */
  readonly dispatchedAt: Date | null;
  readonly repliedAt: Date | null;
  readonly publicAnswer: string | null;
  readonly round: number;
  readonly possible: boolean | null;
  readonly contacted: boolean | null;
  readonly solved: boolean | null;
  readonly satisfaction: Satisfaction | null;
  readonly recordedAt: Date | null;
  readonly closedAt: Date;
}

/** The stages of the closed loop. */
export const STAGES = ['受理', '处置', '反馈', '评价'] as const;

/** One stage of the closed loop 受理—处置—反馈—评价. */
export interface Stage {
  readonly stage: (typeof STAGES)[number];
  readonly at: Date | null;
  readonly text: string;
}

const channelZh = (channel: string): string => (channel in CHANNEL_LABELS ? readLabel(CHANNEL_LABELS[channel as Channel]).zh : '其他渠道');

/** The four stages as people read them. */
export function stagesOf(row: LedgerRow): Stage[] {
  return [
    { stage: '受理', at: row.receivedAt, text: `经${channelZh(row.channel)}受理` },
    { stage: '处置', at: row.dispatchedAt, text: handledText(row) },
    { stage: '反馈', at: row.repliedAt, text: row.publicAnswer ?? '' },
    { stage: '评价', at: row.recordedAt, text: ratedText(row) },
  ];
}

/** Who answered, where no organisation did. */
const ANSWERED_ELSEWHERE: Readonly<Record<string, string>> = {
  'case-mediation': '由人民调解委员会调解',
  intake: '由受理人员答复',
  parts: '分项由各承办单位办理',
};

function handledText({ answeredBy, organisationName, round }: LedgerRow): string {
  const by = (answeredBy !== null && ANSWERED_ELSEWHERE[answeredBy]) || `由${organisationName ?? '承办单位'}办理`;
  return round > 1 ? `${by}，重办 ${round - 1} 次` : by;
}

function ratedText({ possible, contacted, solved, satisfaction }: LedgerRow): string {
  if (possible === false) return '诉求人未留联系方式，不回访';
  if (!contacted) return '多次回访未联系到诉求人';
  return `${solved ? '已解决' : '未解决'}，${satisfaction ? readLabel(SATISFACTION_LABELS[satisfaction]).zh : '未评价'}`;
}
