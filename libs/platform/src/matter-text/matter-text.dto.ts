import { ApiProperty } from '@nestjs/swagger';
import type { MatterText } from '@zero-distance/personal-data';

/** 坐标. */
class MatterPointDto {
  @ApiProperty({ enum: ['Point'], example: 'Point', description: 'GeoJSON 类型 / GeoJSON type' }) type: 'Point';
  @ApiProperty({ type: [Number], example: [131.0159, 45.7712], description: 'WGS84 经度、纬度 / longitude, latitude' })
  coordinates: readonly [number, number];
}

/** 诉求内容: what the requester said, for those who work on the matter. */
export class MatterTextDto implements MatterText {
  @ApiProperty({ type: String, example: '路灯不亮', description: '标题 / title' }) title: string;
  @ApiProperty({ type: String, example: '3号楼前路灯三天不亮，老人出行不便。', description: '内容 / the matter itself' }) text: string;
  @ApiProperty({ type: String, nullable: true, example: '学府社区3号楼前', description: '事发地点 / where it is' }) place: string | null;
  @ApiProperty({ type: MatterPointDto, nullable: true, description: '坐标 / point' }) point: MatterPointDto | null;
}
