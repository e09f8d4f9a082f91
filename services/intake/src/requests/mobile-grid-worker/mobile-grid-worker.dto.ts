import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CalendarDate, ChangesQuery, Code, Flag, IsAccount, IsAreaCode, Line, OfRegister, PublicText } from '@zero-distance/platform';
import { IsBoolean, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { HONOURS, type Honour } from './snapshot-point.js';

const DAY = { type: String, format: 'date' } as const;

/** The `{code}` of a worker in an address. */
export class MobileGridWorkerParams {
  @ApiProperty({ type: String, example: 'qs-0117', description: '编码，不得为证件或电话号码 / code; no number of a person' })
  @Code(REFERENCE_CODE)
  code: string;
}

/** What is registered of a mobile grid worker. */
export class RegisterMobileGridWorkerInput {
  @ApiProperty({
    type: String,
    example: 'demo-rider',
    description:
      "账号编号（令牌的 sub），登记后不变；姓名只在账号中 / the account (sub of tokens), which stays; the name is the account's alone",
  })
  @IsAccount()
  accountId: string;

  @ApiProperty({ type: String, example: '某外卖平台桃山站', description: '平台企业 / the platform company' })
  @PublicText()
  @Line({ max: 100 })
  platform: string;

  @ApiPropertyOptional({ type: Boolean, default: false, example: true, description: '先锋骑手队成员 / of the team of pioneer riders' })
  @IsOptional()
  @IsBoolean()
  pioneer?: boolean;

  @ApiProperty({ type: String, example: '230903011', description: '所在区划 / area' })
  @IsAreaCode({ retired: 'kept' })
  areaCode: string;

  @ApiPropertyOptional({
    ...DAY,
    example: '2026-01-15',
    description: '核验日期；未核验的上报不计积分 / when who they are was verified; without it reports earn no points',
  })
  @IsOptional()
  @CalendarDate()
  verifiedOn?: string;

  @ApiPropertyOptional({
    ...DAY,
    example: '2099-12-31',
    description: '注销日期，自该日起不再计积分 / the first day on which they are one no more',
  })
  @IsOptional()
  @CalendarDate()
  retiredOn?: string;
}

/** 移动网格员. */
export class MobileGridWorkerDto {
  @ApiProperty({ type: String, example: 'qs-0117', description: '编码 / code' }) code: string;
  @ApiProperty({ type: String, example: 'demo-rider', description: '账号编号 / the account' }) accountId: string;
  @ApiProperty({ type: String, description: '平台企业 / the platform company' }) platform: string;
  @ApiProperty({ type: Boolean, description: '先锋骑手队成员 / of the team of pioneer riders' }) pioneer: boolean;
  @ApiProperty({ type: String, example: '230903011', description: '所在区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ ...DAY, nullable: true, description: '核验日期 / verified' }) verifiedOn: string | null;
  @ApiProperty({ ...DAY, nullable: true, description: '注销日期 / retired' }) retiredOn: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which of them to list. */
export class MobileGridWorkerQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ type: Boolean, description: '先锋骑手队成员 / of the team of pioneer riders' })
  @IsOptional()
  @Flag()
  pioneer?: boolean;
}

/** 积分明细: a row of the ledger. */
export class SnapshotPointDto {
  @ApiProperty({ format: 'uuid', description: '随手拍 / the report' }) snapshotReportId: string;
  @ApiProperty({ type: 'integer', example: 10, description: '分数，负数为撤回 / points; below zero they are taken back' }) points: number;
  @ApiProperty({ type: String, example: '2026-11', description: '计入月份 / the month that it counts for' }) month: string;
  @ApiProperty({ type: String, format: 'date-time', description: '时间 / when' }) at: string;
  @ApiProperty({ type: String, nullable: true, description: '撤回理由 / why they were taken back' }) reason: string | null;
}

/** 积分. */
export class WorkerPointsDto {
  @ApiProperty({ type: String, example: 'qs-0117', description: '编码 / code' }) code: string;
  @ApiProperty({ type: 'integer', description: '累计积分 / points in all' }) total: number;
  @ApiProperty({ type: 'integer', description: '本月积分 / of this month' }) thisMonth: number;
  @ApiProperty({ type: 'integer', description: '每月上限 / at most in a month' }) monthlyCap: number;
  @ApiProperty({ enum: HONOURS, type: String, nullable: true, description: '荣誉 / honour' }) honour: Honour | null;
  @ApiProperty({ type: [SnapshotPointDto], description: '明细，最近 100 条 / the newest 100 rows' }) entries: SnapshotPointDto[];
}
