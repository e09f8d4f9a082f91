import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KNOCK_NEEDS, type KnockNeedKind } from '@zero-distance/contracts';
import { ChangesQuery, HistoryOf, InternalText, IsAreaCode, IsCategoryCode, Line, OfRegister, Words } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { KNOCK_NEED_STATES, type KnockNeedState } from './knock-need.transitions.js';

/** 关联: what the need has become. */
export class LinkNeedInput {
  @ApiProperty({ type: String, format: 'uuid', description: '诉求、服务单或重点服务对象的编号 / the request, service order or key person' })
  @IsUUID()
  linkedId: string;
}

/** 登记为诉求. */
export class NeedRequestInput {
  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码 / category code' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({ type: String, example: '楼道灯不亮', description: '标题 / title' })
  @InternalText()
  @Line({ max: 100 })
  title: string;

  @ApiProperty({ type: String, example: '敲门时住户反映三楼楼道灯不亮。', description: '内容 / the matter itself' })
  @InternalText()
  @Words({ max: 5000 })
  text: string;
}

/** 不再需要. */
export class DropNeedInput {
  @ApiProperty({ type: String, example: '住户自行解决。', description: '原因；请勿写个人信息 / why; nothing personal' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** Which needs to list; what is asked for together is narrowed together. */
export class KnockNeedQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: KNOCK_NEED_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(KNOCK_NEED_STATES)
  state?: KnockNeedState;

  @ApiPropertyOptional({ enum: KNOCK_NEEDS, description: '落实为 / what it becomes' })
  @IsOptional()
  @IsIn(KNOCK_NEEDS)
  need?: KnockNeedKind;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '敲门行动 / the round' })
  @IsOptional()
  @IsUUID()
  roundId?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 敲门发现的需求 */
export class KnockNeedDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: KNOCK_NEED_STATES, example: 'waiting', description: '状态 / state' }) state: KnockNeedState;
  @ApiProperty({ type: [String], example: ['link', 'drop'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ enum: KNOCK_NEEDS, example: 'request', description: '落实为 / what it becomes' }) need: KnockNeedKind;
  @ApiProperty({ format: 'uuid', description: '敲门行动 / the round' }) roundId: string;
  @ApiProperty({ format: 'uuid', description: '敲门住户 / household' }) targetId: string;
  @ApiProperty({ format: 'uuid', description: '敲门 / the knock' }) knockId: string;
  @ApiProperty({ type: String, example: '230903011001', description: '网格或社区 / grid or community' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '落实成的事项 / what it became' }) linkedId: string | null;
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z', description: '发现时间 / found' }) foundAt: string;
}

/** 处理记录: one line of the history. */
export class KnockNeedHistoryDto extends HistoryOf(KNOCK_NEED_STATES, { example: 'link' }) {}

/** 敲门需求详情: with what was done about it. */
export class KnockNeedDetailDto extends KnockNeedDto {
  @ApiProperty({ type: [KnockNeedHistoryDto], description: '处理记录 / history' }) history: KnockNeedHistoryDto[];
}

/** 需求说明, in plain. */
export class RevealedNeedDto {
  @ApiProperty({ format: 'uuid', description: '查看记录编号 / the access record' }) accessRecordId: string;
  @ApiProperty({ type: String, nullable: true, example: '行动不便，想要上门体检。', description: '说明 / what is wanted' }) note:
    | string
    | null;
}
