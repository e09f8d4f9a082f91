import { linkTo } from '@zero-distance/notification';
import type { WechatGroupDto } from './wechat-group.dto.js';
import { reportPathOf, type WechatGroup } from './wechat-group.js';

/** A group as the API answers it, with the link to post in it. */
export const toWechatGroupDto = ({ id: _, ...group }: WechatGroup, publicUrl: string): WechatGroupDto => ({
  ...group,
  reportLink: linkTo(publicUrl, reportPathOf(group)),
});
