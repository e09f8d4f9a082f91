import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FACILITIES, type Facility, SERVICE_POINT_KINDS, type ServicePointKind } from '@zero-distance/contracts';
import {
  CalendarDate,
  ChangesQuery,
  Code,
  Decimal,
  IsAreaCode,
  IsCategoryCode,
  IsOrganisationCode,
  Line,
  List,
  PublicText,
  Whole,
} from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, ValidateBy } from 'class-validator';
import { REFERENCE_CODE } from '../../reference/reference-code.js';
import { TELEPHONE_LINE } from '../../reference/telephone-line.js';
import { readOpening } from './opening.js';
import { STATION_STANDARDS, type StationStandard } from './service-point.js';

const DAY = { type: String, format: 'date' } as const;
const HOURS = [`1-5 08:30-11:30 13:30-17:00`];

/** The refusal of what is no line of opening hours. */
const HOURS_SAID = {
  code: 'not_opening_hours',
  zh: '须为“星期 时段”，如 1-5 08:30-11:30 13:30-17:00；24 小时写 1-7 00:00-24:00',
  en: 'must be days and hours, as in 1-5 08:30-11:30 13:30-17:00 (1 is Monday); open all day: 1-7 00:00-24:00',
} as const;
const isOpening = (line: unknown): boolean => typeof line === 'string' && readOpening(line) !== undefined;

/** The `{code}` of a service point in an address. */
export class ServicePointParams {
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / code of the service point' })
  @Code(REFERENCE_CODE)
  code: string;
}

/** What every service point says. */
class ServicePointFacts {
  @ApiProperty({ enum: SERVICE_POINT_KINDS, example: 'warm-bee-station', description: '类别 / kind' })
  @IsIn(SERVICE_POINT_KINDS)
  kind: ServicePointKind;

  @ApiProperty({ type: String, example: '学府街暖蜂驿站', description: '名称 / name' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ type: String, example: '230903011001', description: '所在区划 / area' })
  @IsAreaCode({ retired: 'kept' })
  areaCode: string;

  @ApiProperty({ type: String, example: '学府街12号', description: '地址 / address' })
  @PublicText()
  @Line({ max: 200 })
  address: string;

  @ApiProperty({ type: Number, example: 131.0159, description: '经度，WGS84 / longitude' })
  @Decimal({ min: -180, max: 180, decimals: 15 })
  longitude: number;

  @ApiProperty({ type: Number, example: 45.7712, description: '纬度，WGS84 / latitude' })
  @Decimal({ min: -90, max: 90, decimals: 15 })
  latitude: number;

  @ApiProperty({ enum: FACILITIES, isArray: true, example: ['water', 'microwave'], description: '设施 / what is there' })
  @List({ max: FACILITIES.length, unique: true })
  @IsIn(FACILITIES, { each: true })
  facilities: Facility[];

  @ApiProperty({
    enum: STATION_STANDARDS,
    isArray: true,
    example: ['sign', 'place'],
    description: '“六有”中已有的 / which of the “six haves” it has',
  })
  @List({ max: STATION_STANDARDS.length })
  @IsIn(STATION_STANDARDS, { each: true })
  standards: StationStandard[];

  @ApiProperty({
    type: [String],
    example: HOURS,
    description:
      '开放时间：星期和时段，1 为星期一；24 小时开放写 1-7 00:00-24:00 / opening hours: days, 1 for Monday, and when; around the clock is 1-7 00:00-24:00',
  })
  @PublicText()
  @List({ min: 1, max: 14 })
  @Line({ max: 64, each: true })
  @ValidateBy({ name: 'openingHours', validator: { validate: isOpening } }, { each: true, context: HOURS_SAID })
  hours: string[];

  @ApiProperty({
    type: Boolean,
    example: true,
    description: '法定节假日休息、调休日照常开放 / closed on public holidays, and open on the days that make up for them',
  })
  @IsBoolean()
  closedOnHolidays: boolean;

  @ApiProperty({ type: 'integer', example: 6, description: '专属车位数；没有填 0 / parking bays; 0 for none' })
  @Whole({ min: 0, max: 1000 })
  bays: number;

  @ApiProperty({ type: Boolean, example: false, description: '融入暖蜂服务的工会驿站 / a station of the union that serves as a 暖蜂驿站' })
  @IsBoolean()
  ofUnion: boolean;

  @ApiProperty({
    type: String,
    example: 'street-011',
    description: '运营单位代码，设施故障由其维修 / code of who runs it and mends what is broken',
  })
  @IsOrganisationCode()
  operatorOrganisation: string;

  @ApiProperty({ type: String, example: '010204', description: '设施故障归入的诉求类别 / category that a fault of it is filed under' })
  @IsCategoryCode()
  faultCategoryCode: string;
}

/** What is registered of a service point. All of it is public. */
export class RegisterServicePointInput extends ServicePointFacts {
  @ApiPropertyOptional({
    type: String,
    example: '0464-8390021',
    description: '公示的电话，不得填私人号码 / the line that is posted, never a private number',
  })
  @IsOptional()
  @Code(TELEPHONE_LINE)
  phone?: string;

  @ApiPropertyOptional({
    ...DAY,
    example: '2099-12-31',
    description: '停用日期，自该日起不再开放 / the first day on which it is there no more',
  })
  @IsOptional()
  @CalendarDate()
  retiredOn?: string;

  @ApiPropertyOptional({
    type: String,
    example: 'window-011001',
    description: '停用后接替的阵地代码，须已登记 / code of the one to go to instead, which has to be registered',
  })
  @IsOptional()
  @Code(REFERENCE_CODE)
  successorCode?: string;
}

/** 阵地. */
export class ServicePointDto extends ServicePointFacts {
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / its code' }) code: string;
  @ApiProperty({ type: String, nullable: true, example: '0464-8390021', description: '电话 / its line' }) phone: string | null;
  @ApiProperty({ type: Boolean, example: false, description: '是否 24 小时开放 / open around the clock' }) aroundTheClock: boolean;
  @ApiProperty({ ...DAY, nullable: true, example: null, description: '停用日期 / there no more from' }) retiredOn: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '接替的阵地代码 / the one to go to instead' })
  successorCode: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 4,
    description: '最近一次清点的空余车位；没有清点过为空 / free bays as counted last; null where nobody has',
  })
  freeBays: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '清点时间 / when they were counted' })
  baysCountedAt: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which service points to list. */
export class ServicePointQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: SERVICE_POINT_KINDS, description: '类别 / kind' })
  @IsOptional()
  @IsIn(SERVICE_POINT_KINDS)
  kind?: ServicePointKind;
}

/** 清点车位. */
export class FreeBaysInput {
  @ApiProperty({ type: 'integer', example: 2, description: '现在空余的车位 / bays that are free now' })
  @Whole({ min: 0, max: 1000 })
  free: number;
}
