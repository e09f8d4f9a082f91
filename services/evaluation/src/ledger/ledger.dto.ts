import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { REQUEST_KINDS, type RequestKind, SATISFACTION_LEVELS, type Satisfaction } from '@zero-distance/contracts';
import { IsAreaCode, PageQuery, Reference } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { STAGES } from './ledger.js';

/** The `{requestNumber}` of an entry's address. */
export class LedgerParams {
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number of the request' })
  @Reference({ max: 64 })
  requestNumber: string;
}

/** What the public ledger is cut by. */
export class LedgerQuery extends PageQuery {
  @ApiPropertyOptional({
    type: String,
    example: '230903011',
    description: '区划代码，至社区为止；缺省为全部 / area code, down to the community; everywhere when absent',
  })
  @IsOptional()
  @IsAreaCode({ finest: 'community' })
  areaCode?: string;
}

/** 受理, 处置, 反馈 or 评价. */
export class StageDto {
  @ApiProperty({ enum: STAGES, description: '阶段 / stage' }) stage: string;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: '时间 / when' }) at: string | null;
  @ApiProperty({ type: String, example: '由区住建局办理', description: '说明 / in words' }) text: string;
}

/** 公示台账的一条: one closed request from receipt to rating, without personal data. */
export class LedgerItemDto {
  @ApiProperty({ type: String, example: '230903011001-261123-000417', description: '诉求编号 / number of the request' })
  requestNumber: string;
  @ApiProperty({ enum: REQUEST_KINDS, description: '诉求类型 / what was asked' }) kind: RequestKind;
  @ApiProperty({ type: String, example: '010203', description: '类别代码 / category code' }) categoryCode: string;
  @ApiProperty({ type: String, example: '230903011001', description: '区划，至社区为止 / area, down to the community' }) areaCode: string;
  @ApiProperty({ type: String, nullable: true, example: '学府社区居民委员会', description: '区划名称 / name of the area' }) areaName:
    | string
    | null;
  @ApiProperty({ format: 'date-time', description: '受理时间 / received' }) receivedAt: string;
  @ApiProperty({ type: String, nullable: true, example: '区住建局', description: '承办单位；调解时为空 / null for a mediation' })
  organisationName: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: '派单或调解受理时间 / given to who handles it' })
  dispatchedAt: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: '答复时间 / answered' }) repliedAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: '路灯已于11月23日修复，照明恢复正常。', description: '公开答复 / the answer' })
  publicAnswer: string | null;
  @ApiProperty({ type: 'integer', minimum: 1, description: '办理轮次 / rounds of handling' }) rounds: number;
  @ApiProperty({ type: Boolean, nullable: true, description: '是否解决；未联系到为空 / solved; null when not reached' }) solved:
    | boolean
    | null;
  @ApiProperty({ enum: SATISFACTION_LEVELS, nullable: true, type: String, description: '满意度 / how satisfied' })
  satisfaction: Satisfaction | null;
  @ApiProperty({ format: 'date-time', description: '办结时间 / closed' }) closedAt: string;
  @ApiProperty({ type: [StageDto], description: '受理—处置—反馈—评价 / the four stages' }) stages: StageDto[];
}
