import { ApiProperty } from '@nestjs/swagger';
import { Nested, OfRegister, PointDto } from '@zero-distance/platform';
import { TRACKING_STEPS, type TrackingStep } from '../tracking/tracking.js';

/** 所在位置: in a body, since addresses are kept in many places. It is not kept. */
export class NearbyInput {
  @ApiProperty({ type: PointDto, description: '所在位置，WGS84 GeoJSON；不保存 / where the visitor is; it is not kept' })
  @Nested(() => PointDto)
  point: PointDto;
}

/** 在办事项: no words of who asked, no place but its community, no time but its day. */
export class PublicMatterDto {
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number of the request' }) number: string;
  @ApiProperty({ type: String, example: '010204', description: '类别代码 / category code' }) @OfRegister('category') categoryCode: string;
  @ApiProperty({ type: String, nullable: true, example: '路灯', description: '类别名称 / name of the category' })
  categoryName: string | null;
  @ApiProperty({ type: String, example: '230903011001', description: '区划，至社区为止 / area, down to the community' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, nullable: true, example: '学府社区居民委员会', description: '区划名称 / name of the area' })
  areaName: string | null;
  @ApiProperty({ type: String, format: 'date', example: '2026-11-23', description: '受理日期 / the day it was taken in' })
  receivedOn: string;
  @ApiProperty({ enum: TRACKING_STEPS, example: 'being-handled', description: '进展 / how far it is' }) step: TrackingStep;
}

/** 附近在办事项. */
export class NearbyMattersDto {
  @ApiProperty({ type: [PublicMatterDto], description: '最新的在前，至多 10 件 / the newest first, 10 at most' }) items: PublicMatterDto[];
}
