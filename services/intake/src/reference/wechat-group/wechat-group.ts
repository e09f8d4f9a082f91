/** 微信群 of residents; 公众号等账号 that residents write to. */
export const WECHAT_GROUP_KINDS = ['group', 'account'] as const;
export type WechatGroupKind = (typeof WECHAT_GROUP_KINDS)[number];

/** 微信矩阵: a group or account in which residents of a community are heard, and who keeps it. */
export interface WechatGroup {
  readonly id: string;
  readonly code: string;
  readonly kind: WechatGroupKind;
  readonly name: string;
  /** Whose residents it is for. */
  readonly areaCode: string;
  /** 管理员: the account of who reads it and reports what is said there. */
  readonly keeperAccountId: string;
  /** 响应时限: within how many minutes somebody is answered there. */
  readonly responseMinutes: number;
  /** The first day on which it is used no more. */
  readonly retiredOn: string | null;
  readonly version: number;
}

/** The page that its link leads to: whoever reports there reports through it, from its area. */
export const reportPathOf = ({ code }: Pick<WechatGroup, 'code'>): string => `/public/report?group=${code}`;
