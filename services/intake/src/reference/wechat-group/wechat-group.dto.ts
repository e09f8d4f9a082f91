import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CalendarDate, ChangesQuery, Code, IsAccount, IsAreaCode, Line, OfRegister, PublicText, Whole } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../reference-code.js';
import { WECHAT_GROUP_KINDS, type WechatGroupKind } from './wechat-group.js';

const DAY = { type: String, format: 'date' } as const;

/** The `{code}` of a group in an address. */
export class WechatGroupParams {
  @ApiProperty({ type: String, example: 'xuefu-1', description: '编码，用于上报链接 / code, which stands in the link to report by' })
  @Code(REFERENCE_CODE)
  code: string;
}

/** What is registered of a group or account. */
export class RegisterWechatGroupInput {
  @ApiProperty({ enum: WECHAT_GROUP_KINDS, example: 'group', description: '微信群或账号 / a group, or an account' })
  @IsIn(WECHAT_GROUP_KINDS)
  kind: WechatGroupKind;

  @ApiProperty({ type: String, example: '学府社区居民一群', description: '名称 / its name' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ type: String, example: '230903011001', description: '面向的区划 / the area whose residents it is for' })
  @IsAreaCode({ retired: 'kept' })
  areaCode: string;

  @ApiProperty({
    type: String,
    example: '0190a5c0-7c1e-7000-8000-0000000000aa',
    description: "管理员账号（令牌的 sub）；姓名只在账号中 / the keeper's account (sub of tokens); the name is the account's alone",
  })
  @IsAccount()
  keeperAccountId: string;

  @ApiProperty({ type: 'integer', example: 120, description: '响应时限（分钟）/ within how many minutes somebody is answered there' })
  @Whole({ min: 1, max: 10_080 })
  responseMinutes: number;

  @ApiPropertyOptional({ ...DAY, example: '2099-12-31', description: '停用日期 / the first day on which it is used no more' })
  @IsOptional()
  @CalendarDate()
  retiredOn?: string;
}

/** 微信群或账号. */
export class WechatGroupDto {
  @ApiProperty({ type: String, example: 'xuefu-1', description: '编码 / code' }) code: string;
  @ApiProperty({ enum: WECHAT_GROUP_KINDS, example: 'group', description: '微信群或账号 / a group, or an account' }) kind: WechatGroupKind;
  @ApiProperty({ type: String, example: '学府社区居民一群', description: '名称 / its name' }) name: string;
  @ApiProperty({ type: String, example: '230903011001', description: '面向的区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, description: '管理员账号 / account of its keeper' }) keeperAccountId: string;
  @ApiProperty({ type: 'integer', example: 120, description: '响应时限（分钟）/ minutes to answer in' }) responseMinutes: number;
  @ApiProperty({ ...DAY, nullable: true, example: null, description: '停用日期 / retired' }) retiredOn: string | null;
  @ApiProperty({
    type: String,
    example: 'https://zero-distance.example/public/report?group=xuefu-1',
    description:
      '上报链接，发在群里：居民由此上报，渠道和区划随之而定 / the link to post in it: what is reported by it comes in by this channel, from this area',
  })
  reportLink: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which groups to list. */
export class WechatGroupQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: WECHAT_GROUP_KINDS, description: '微信群或账号 / groups, or accounts' })
  @IsOptional()
  @IsIn(WECHAT_GROUP_KINDS)
  kind?: WechatGroupKind;
}
