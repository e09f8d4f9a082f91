import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WechatGroup, WechatGroupKind } from './wechat-group.js';

/** 微信矩阵: columns of {@link WechatGroup}. */
@Entity('wechat_group')
export class WechatGroupEntity implements WechatGroup {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') kind: WechatGroupKind;
  @Column('text') name: string;
  @Column('text') areaCode: string;
  @Column('text') keeperAccountId: string;
  @Column('int') responseMinutes: number;
  @Column('date', { nullable: true }) retiredOn: string | null;
  @Column('int') version: number;
}
