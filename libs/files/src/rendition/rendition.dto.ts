import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsAreaCode, NestedList, PageQuery, Whole } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { RENDITION_STATES, type Rendition } from './rendition.js';

const MOST_MASKS = 50;
/** More than a side of any picture has. */
const MOST_PIXELS = 100_000;

/** 遮盖区: what is covered, in pixels of the file. */
export class MaskDto {
  @ApiProperty({ example: 0, description: '左边（像素） / left edge' }) @Whole({ min: 0, max: MOST_PIXELS }) left: number;
  @ApiProperty({ example: 0, description: '上边（像素） / upper edge' }) @Whole({ min: 0, max: MOST_PIXELS }) top: number;
  @ApiProperty({ example: 1, description: '宽（像素） / width' }) @Whole({ min: 1, max: MOST_PIXELS }) width: number;
  @ApiProperty({ example: 1, description: '高（像素） / height' }) @Whole({ min: 1, max: MOST_PIXELS }) height: number;
}

/** 申请公开. */
export class AskRenditionInput {
  @ApiProperty({
    type: [MaskDto],
    example: [{ left: 0, top: 0, width: 1, height: 1 }],
    description:
      '须遮盖的人脸、车牌、证件等；确无须遮盖的填空数组 / faces, number plates, documents to be covered; an empty list where there is nothing to cover',
  })
  @NestedList(() => MaskDto, { max: MOST_MASKS })
  masks: MaskDto[];
}

/** 公开版. */
export class RenditionDto {
  @ApiProperty({ format: 'uuid', description: '文件 / the file' }) fileId: string;
  @ApiProperty({ format: 'uuid', description: '公开版编号，随机 / its own id, by chance' }) renditionId: string;
  @ApiProperty({ enum: RENDITION_STATES, description: 'asked 待批准，approved 已公开，refused 未批准，revoked 已撤回 / state' })
  state: Rendition['state'];
  @ApiProperty({ type: 'integer', example: 1, description: '版本 / version' }) version: number;
  @ApiProperty({ type: [MaskDto], description: '遮盖区 / what is covered' }) masks: readonly MaskDto[];
  @ApiProperty({ type: 'integer', example: 1200, description: '宽（像素） / width' }) width: number;
  @ApiProperty({ type: 'integer', example: 1600, description: '高（像素） / height' }) height: number;
  @ApiProperty({ type: 'integer', example: 271_828, description: '大小（字节） / size in bytes' }) bytes: number;
  @ApiProperty({ type: String, description: 'SHA-256' }) sha256: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '/api/inspection/v1/public/renditions/7a2c0d5e-1b1a-4c3d-8e2f-000000000000',
    description: '公开地址；未公开时为空 / where anybody may see it; null unless it is approved',
  })
  publicPath: string | null;
  @ApiProperty({ type: String, description: '申请人 / who asked' }) askedBy: string;
  @ApiProperty({ format: 'date-time', description: '申请时间 / asked' }) askedAt: string;
  @ApiProperty({ type: String, nullable: true, description: '批准、不批准或撤回的人 / who decided last' }) decidedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '决定时间 / decided' }) decidedAt: string | null;
}

/** 待批准的公开版, and what it shows something of. */
export class AwaitingRenditionDto extends RenditionDto {
  @ApiProperty({ format: 'uuid', description: '所属事项（诉求、工单或隐患） / the request, order or hazard it belongs to' })
  subjectId: string;
  @ApiProperty({ type: String, example: '230903011001', description: '区域 / area' }) areaCode: string;
}

/** Which of those that wait are asked for. */
export class AwaitingQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只要此区划之内的 / within this area only' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}
