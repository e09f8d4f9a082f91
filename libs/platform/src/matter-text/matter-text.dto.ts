import { ApiProperty } from '@nestjs/swagger';
import type { MatterText } from '@zero-distance/personal-data';
import { PointDto } from '../validation/point.dto.js';

/** 诉求内容: what the requester said, for those who work on the matter. */
export class MatterTextDto implements MatterText {
  @ApiProperty({ type: String, example: '路灯不亮', description: '标题 / title' }) title: string;
  @ApiProperty({ type: String, example: '3号楼前路灯三天不亮，老人出行不便。', description: '内容 / the matter itself' }) text: string;
  @ApiProperty({ type: String, nullable: true, example: '学府社区3号楼前', description: '事发地点 / where it is' }) place: string | null;
  @ApiProperty({ type: PointDto, nullable: true, description: '坐标 / point' }) point: PointDto | null;
}
