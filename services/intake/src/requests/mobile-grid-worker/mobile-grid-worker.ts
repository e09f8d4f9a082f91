/** 移动网格员: a rider or courier who reports what they see. Their name is their account's alone. */
export interface MobileGridWorker {
  readonly code: string;
  /** The account that they log in with. */
  readonly accountId: string;
  /** 平台企业: whom they ride for. */
  readonly platform: string;
  /** 先锋骑手队: they are of that team. */
  readonly pioneer: boolean;
  readonly areaCode: string;
  /** 核验日期: when somebody made sure, with the platform, who they are; `YYYY-MM-DD`. */
  readonly verifiedOn: string | null;
  /** The first day on which they are one no more. */
  readonly retiredOn: string | null;
}
