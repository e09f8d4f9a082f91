import type { WechatGroupDto } from './wechat-group.dto.js';
import { reportLinkOf, type WechatGroup } from './wechat-group.js';

/** A group as the API answers it, with the link to post in it. */
export const toWechatGroupDto = ({ id: _, ...group }: WechatGroup): WechatGroupDto => ({ ...group, reportLink: reportLinkOf(group) });
