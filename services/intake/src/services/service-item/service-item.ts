/** 33 高频事项, 6 老年服务, 5 残障服务, “五送”. */
export const SERVICE_GROUPS = ['high-frequency', 'elderly', 'disabled', 'five-deliveries'] as const;
/** One of the lists of the catalogue. */
export type ServiceGroup = (typeof SERVICE_GROUPS)[number];
