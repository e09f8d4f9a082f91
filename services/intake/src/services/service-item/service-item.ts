/** 33 高频事项, 6 老年服务, 5 残障服务, “五送”. */
export const SERVICE_GROUPS = ['high-frequency', 'elderly', 'disabled', 'five-deliveries'] as const;
/** One of the lists of the catalogue. */
export type ServiceGroup = (typeof SERVICE_GROUPS)[number];

/** 所有人: the group that everybody is in, whoever they are. */
export const EVERYONE = 'everyone';

/** 服务事项: what a resident can order, from whom, with which papers, where and how soon. A change is a new version; what was ordered keeps its own. */
export interface ServiceItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly group: ServiceGroup;
  readonly field: string;
  /** Codes of groups of residents, or {@link EVERYONE}. */
  readonly eligibleGroups: readonly string[];
  readonly materials: readonly string[];
  readonly steps: readonly string[];
  readonly timeLimitWorkingDays: number;
  /** Code of the organisation, as in tokens. */
  readonly handlingOrganisation: string;
  readonly places: readonly string[];
  /** 一人通办: any window clerk completes it. */
  readonly oneStop: boolean;
  /** 帮办代办. */
  readonly assisted: boolean;
  /** 收费, in words; null when it costs nothing. */
  readonly fee: string | null;
  /** 网上办理: null where it is not done online. */
  readonly onlineLink: string | null;
  /** Under which category an order of it is filed; null for what is had at a window and not ordered. */
  readonly categoryCode: string | null;
  /** The first day on which nobody orders it any more; null while it is offered. */
  readonly retiredOn: string | null;
  /** 接续事项: code of what is ordered instead from that day on; null where nothing takes its place. */
  readonly successorItem: string | null;
  readonly version: number;
}
