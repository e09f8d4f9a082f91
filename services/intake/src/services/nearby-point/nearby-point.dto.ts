import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FACILITIES, type Facility, SERVICE_POINT_KINDS, type ServicePointKind } from '@zero-distance/contracts';
import { Nested, OfRegister, PointDto } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';

/** 查找阵地: in a body, since addresses are kept in many places. Where somebody is, is not kept. */
export class FindPointsInput {
  @ApiPropertyOptional({
    type: PointDto,
    description: '所在位置，WGS84 GeoJSON；不保存，不填则不按距离 / where the visitor is; it is not kept',
  })
  @IsOptional()
  @Nested(() => PointDto)
  point?: PointDto;

  @ApiPropertyOptional({ enum: SERVICE_POINT_KINDS, example: 'warm-bee-station', description: '类别 / kind' })
  @IsOptional()
  @IsIn(SERVICE_POINT_KINDS)
  kind?: ServicePointKind;

  @ApiPropertyOptional({ type: Boolean, default: false, example: false, description: '只要现在开放的 / only what is open now' })
  @IsOptional()
  @IsBoolean()
  openNow?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    default: false,
    example: false,
    description: '只要确知有空余车位的 / only where a bay is known to be free',
  })
  @IsOptional()
  @IsBoolean()
  freeBay?: boolean;
}

/** 附近的阵地. */
export class NearbyPointDto {
  @ApiProperty({ type: String, example: 'nuanfeng-01', description: '阵地代码 / its code' }) code: string;
  @ApiProperty({ enum: SERVICE_POINT_KINDS, example: 'warm-bee-station', description: '类别 / kind' }) kind: ServicePointKind;
  @ApiProperty({ type: String, example: '学府街暖蜂驿站', description: '名称 / name' }) name: string;
  @ApiProperty({ type: String, example: '230903011001', description: '所在区划 / area' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, example: '学府街12号', description: '地址 / address' }) address: string;
  @ApiProperty({ type: Number, example: 131.0159, description: '经度 / longitude' }) longitude: number;
  @ApiProperty({ type: Number, example: 45.7712, description: '纬度 / latitude' }) latitude: number;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 320,
    description: '相距（米）；未给位置为空 / metres away; null where no place was given',
  })
  metres: number | null;
  @ApiProperty({ type: Boolean, example: true, description: '现在是否开放 / open now' }) openNow: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-30T09:00:00.000Z',
    description: '何时关门，或何时再开；一直开放或两周内不开为空 / when it closes, or opens next; null for neither within two weeks',
  })
  changesAt: string | null;
  @ApiProperty({ type: [String], example: ['1-5 08:30-17:00'], description: '开放时间，1 为星期一 / opening hours, 1 for Monday' })
  hours: string[];
  @ApiProperty({ type: Boolean, example: false, description: '法定节假日休息 / closed on public holidays' }) closedOnHolidays: boolean;
  @ApiProperty({ type: Boolean, example: false, description: '24 小时开放 / open around the clock' }) aroundTheClock: boolean;
  @ApiProperty({ enum: FACILITIES, isArray: true, example: ['water', 'microwave'], description: '设施 / what is there' })
  facilities: Facility[];
  @ApiProperty({ enum: FACILITIES, isArray: true, example: ['microwave'], description: '正在维修的设施 / what of it is being repaired' })
  outOfOrder: Facility[];
  @ApiProperty({ type: 'integer', example: 6, description: '专属车位数 / parking bays' }) bays: number;
  @ApiProperty({ type: 'integer', nullable: true, example: 4, description: '现在空余的车位；不知道为空 / free now; null for not known' })
  freeBays: number | null;
  @ApiProperty({ type: Boolean, example: false, description: '工会驿站 / of the union' }) ofUnion: boolean;
  @ApiProperty({ type: String, nullable: true, example: '0464-8390021', description: '电话 / its line' }) phone: string | null;
}

/** 附近的阵地. */
export class NearbyPointsDto {
  @ApiProperty({ type: [NearbyPointDto], description: '最近的在前，至多 50 处 / the nearest first, 50 at most' }) items: NearbyPointDto[];
}
