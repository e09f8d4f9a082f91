import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page } from '@zero-distance/platform';
import { config } from '../../config.js';
import type { RegisterWechatGroupInput, WechatGroupDto, WechatGroupQuery } from './wechat-group.dto.js';
import type { WechatGroup } from './wechat-group.js';
import { WECHAT_GROUPS } from './wechat-group.store.js';
import { toWechatGroupDto } from './wechat-group.view.js';

const toDto = (group: WechatGroup) => toWechatGroupDto(group, config.PUBLIC_URL);

/** 微信矩阵: where residents are heard, and by whom. */
@Injectable()
export class WechatGroupService {
  constructor(private readonly transactor: Transactor) {}

  register(actor: Actor, code: string, input: RegisterWechatGroupInput, ifMatch?: number): Promise<WechatGroupDto> {
    assertWithinArea(actor, input.areaCode, '/areaCode');
    const { kind, name, areaCode, keeperAccountId, responseMinutes, retiredOn = null } = input;
    const facts = { kind, name, areaCode, keeperAccountId, responseMinutes, retiredOn };
    return this.transactor.transact(actor, async (tx) => {
      const { row } = await WECHAT_GROUPS.put(tx, code, facts, ifMatch, (_, before) => {
        if (before) assertWithinArea(actor, before.areaCode, 'code');
      });
      return toDto(row);
    });
  }

  list(actor: Actor, query: WechatGroupQuery): Promise<Page<WechatGroupDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await WECHAT_GROUPS.list(tx, query), toDto));
  }
}
