import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { isAreaCode } from '@zero-distance/kernel';
import {
  CalendarDate,
  ChangesQuery,
  Code,
  InRegister,
  IsCategoryCode,
  IsOrganisationCode,
  Line,
  List,
  OfRegister,
  PublicText,
  Whole,
  WholeText,
} from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { SERVICE_GROUPS, type ServiceGroup } from './service-item.js';

/** 网址, over TLS. */
const LINK = {
  pattern: /^https:\/\/[a-z0-9.-]+(?::\d+)?(?:\/[!-~]*)?$/i,
  zh: '须为以 https:// 开头的网址',
  en: 'must be an address that begins with https://',
} as const;

/** 事项编码. */
export const ITEM_CODE = { ...REFERENCE_CODE, pattern: /^[A-Z0-9-]{1,64}$/, letters: 'upper' } as const;

/** The `{code}` of an item in an address. */
export class ServiceItemParams {
  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码 / code of the item' })
  @Code(ITEM_CODE)
  code: string;
}

/** The `{code}` and `{version}` of an item as it once was. */
export class ServiceItemVersionParams extends ServiceItemParams {
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' })
  @WholeText({ min: 1, max: 1_000_000 })
  version: number;
}

/** What every item says. */
class ServiceItemFacts {
  @ApiProperty({ type: String, example: '高龄津贴申请', description: '事项名称 / its name' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ enum: SERVICE_GROUPS, example: 'high-frequency', description: '高频、老年、残障、五送 / which list it is on' })
  @IsIn(SERVICE_GROUPS)
  group: ServiceGroup;

  @ApiProperty({ type: String, example: 'civil-affairs', description: '领域：民政、社保、涉农补贴等 / field' })
  @PublicText()
  @Code(REFERENCE_CODE)
  field: string;

  @ApiProperty({ type: [String], example: ['elderly'], description: '适用群体 / who may have it' })
  @PublicText()
  @List({ min: 1, max: 20 })
  @Code(REFERENCE_CODE, { each: true })
  eligibleGroups: string[];

  @ApiProperty({ type: [String], example: ['身份证', '银行卡'], description: '所需材料 / papers to bring' })
  @PublicText()
  @List({ max: 30 })
  @Line({ max: 100, each: true })
  materials: string[];

  @ApiProperty({ type: [String], example: ['窗口受理', '材料核对', '结果送达'], description: '办理步骤 / steps' })
  @PublicText()
  @List({ min: 1, max: 30 })
  @Line({ max: 100, each: true })
  steps: string[];

  @ApiProperty({ type: 'integer', example: 10, description: '办理时限（工作日） / time limit in working days' })
  @Whole({ min: 1, max: 365 })
  timeLimitWorkingDays: number;

  @ApiProperty({ type: String, example: 'civil-affairs', description: '承办单位代码 / code of the organisation' })
  @IsOrganisationCode()
  handlingOrganisation: string;

  @ApiProperty({
    type: [String],
    example: ['community-window'],
    description: '办理地点：区划代码（须已登记）或地点代码 / where it can be had: codes of registered areas, or of places',
  })
  @PublicText()
  @InRegister('area', { names: isAreaCode, retired: 'kept' })
  @List({ min: 1, max: 20 })
  @Code(REFERENCE_CODE, { each: true })
  places: string[];

  @ApiProperty({ type: Boolean, example: true, description: '一人通办 / any window clerk completes it' })
  @IsBoolean()
  oneStop: boolean;

  @ApiProperty({ type: Boolean, example: true, description: '帮办代办 / handled for those who need help' })
  @IsBoolean()
  assisted: boolean;
}

/** What is registered of a service item. */
export class RegisterServiceItemInput extends ServiceItemFacts {
  @ApiPropertyOptional({ type: String, example: '每次 20 元', description: '收费说明；不收费不填 / what it costs; nothing unless told' })
  @PublicText()
  @IsOptional()
  @Line({ max: 100 })
  fee?: string;

  @ApiPropertyOptional({ type: String, example: 'https://zwfw.example/el-01', description: '网上办理地址 / where it is done online' })
  @PublicText()
  @IsOptional()
  @Code(LINK)
  onlineLink?: string;

  @ApiPropertyOptional({
    type: String,
    example: '010204',
    description:
      '点单归入的诉求类别；不填则不能点单，只在窗口办理 / the category that an order of it is filed under; without one it is had at a window and not ordered',
  })
  @IsOptional()
  @IsCategoryCode()
  categoryCode?: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: '2099-12-31',
    description: '停办日期，自该日起不再提供 / the first day on which it is offered no more',
  })
  @IsOptional()
  @CalendarDate()
  retiredOn?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'HF-33',
    description: '接续事项，自停办日期起改点此项；须已登记 / what is ordered instead from that day on: an item that is registered',
  })
  @IsOptional()
  @Code(ITEM_CODE)
  successorItem?: string;
}

/** 服务事项. */
export class ServiceItemDto extends ServiceItemFacts {
  @ApiProperty({ type: String, example: 'HF-04', description: '事项编码 / its code' }) code: string;
  @ApiProperty({ type: String, nullable: true, description: '收费说明；不收费为空 / what it costs; null for nothing' }) fee: string | null;
  @ApiProperty({ type: String, nullable: true, description: '网上办理地址 / where it is done online' }) onlineLink: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '点单归入的诉求类别；空为不可点单 / category of its orders; null: not ordered',
  })
  @OfRegister('category')
  categoryCode: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '停办日期 / retired' }) retiredOn: string | null;
  @ApiProperty({ type: String, nullable: true, description: '接续事项编码；没有则为空 / code of what is ordered instead' })
  successorItem: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which list of the catalogue. */
export class ServiceItemQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: SERVICE_GROUPS, description: '只列此清单 / of this list' })
  @IsOptional()
  @IsIn(SERVICE_GROUPS)
  group?: ServiceGroup;
}
