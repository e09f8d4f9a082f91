import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { REQUEST_KINDS, type RequestKind, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { InternalText, IsAreaCode, IsCategoryCode, Line, Nested, PointDto, PublicText, Words } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { RecusalInput } from '../recusal/recusal.dto.js';
import { DECLINE_REASONS, type DeclineReason } from '../request/request.js';

/** 属实登记: what the request says that the report becomes; what is left out is as reported. */
export class RegisterSnapshotInput extends RecusalInput {
  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码 / category code, see GET /categories' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code, see GET /areas' })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({ type: String, example: '路灯不亮', description: '标题 / title' })
  @InternalText()
  @Line({ max: 100 })
  title: string;

  @ApiPropertyOptional({ enum: REQUEST_KINDS, example: 'snapshot', default: 'snapshot', description: '诉求类型 / what is asked' })
  @IsOptional()
  @IsIn(REQUEST_KINDS)
  kind?: RequestKind;

  @ApiPropertyOptional({
    type: String,
    example: '3号楼前路灯三天不亮。',
    description: '内容，不填即上报的文字 / the matter itself, as reported unless told',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 5000 })
  text?: string;

  @ApiPropertyOptional({
    type: String,
    example: '学府社区3号楼前',
    description: '事发地点，不填即上报的地点 / where the matter is, as reported unless told',
  })
  @InternalText()
  @IsOptional()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional({ type: PointDto, description: '坐标，不填即上报的坐标 / point, as reported unless told' })
  @IsOptional()
  @Nested(() => PointDto)
  point?: PointDto;

  @ApiPropertyOptional({ enum: URGENCIES, example: 'normal', default: 'normal', description: '紧急程度 / how urgent' })
  @IsOptional()
  @IsIn(URGENCIES)
  urgency?: Urgency;

  @ApiPropertyOptional({ type: Boolean, example: true, default: true, description: '是否可公示 / may appear in the public ledger' })
  @IsOptional()
  @IsBoolean()
  publishable?: boolean;
}

/** 重复并入. */
export class JoinSnapshotInput {
  @ApiProperty({ type: String, format: 'uuid', description: '已有的诉求 / the request that it repeats' })
  @IsUUID()
  requestId: string;
}

/** 撤出. */
export class UnjoinSnapshotInput {
  @ApiProperty({
    type: String,
    example: '两处路灯不是同一盏。',
    description: '理由，登录上报的骑手可见 / why, which a rider who reported it reads',
  })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 撤回积分. */
export class ReversePointsInput {
  @ApiProperty({ type: String, example: '经查系摆拍。', description: '理由，上报人可见 / why, which the reporter reads' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 不予受理. */
export class RefuseSnapshotInput {
  @ApiProperty({ enum: DECLINE_REASONS, example: 'outside-district', description: '不予受理原因 / why it is not taken' })
  @IsIn(DECLINE_REASONS)
  reasonCode: DeclineReason;

  @ApiProperty({
    type: String,
    example: '该地点不属桃山区，请向事发地的政务服务热线反映。',
    description: '告知的正确途径，按可公开的文字书写，不得含个人信息 / where to go instead, worded for anybody to read: no personal data',
  })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}
