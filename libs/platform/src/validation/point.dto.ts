import { ApiProperty } from '@nestjs/swagger';
import { Equals } from 'class-validator';
import { List } from './nested.js';
import { Decimal } from './numbers.js';

/** 坐标: a GeoJSON point, as it comes in and as it is answered. */
export class PointDto {
  @ApiProperty({ enum: ['Point'], example: 'Point', description: 'GeoJSON 类型 / GeoJSON type' })
  @Equals('Point')
  type: 'Point';

  @ApiProperty({ type: [Number], example: [131.0159, 45.7712], description: 'WGS84 经度、纬度 / longitude, latitude' })
  @Decimal({ min: -180, max: 180, decimals: 15, each: true })
  @List({ min: 2, max: 2 })
  coordinates: readonly [number, number];
}
