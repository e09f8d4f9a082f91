import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { HAZARD_SEVERITIES, type HazardSeverity, URGENCIES, type Urgency } from '@zero-distance/contracts';
import { FileDto, FileIds } from '@zero-distance/files';
import { ChangesQuery, Code, Flag, HistoryOf, InternalText, IsAreaCode, OfRegister, SearchText, Words } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { PREMISES_CODE } from '../premises/premises.js';
import { HAZARD_STATES, type HazardState } from './hazard.transitions.js';

/** Which hazards to list; what is asked for together is narrowed together. */
export class HazardQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: 'XF-0001',
    description: '查找：场所编号，或事项分类、区划的代码或名称 / the code of its premises, or code or name of category or area',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: HAZARD_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(HAZARD_STATES)
  state?: HazardState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: 'XF-0001', description: '只列此场所 / of these premises' })
  @IsOptional()
  @Code(PREMISES_CODE)
  premises?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列已逾期的；false：只列未办结且未逾期的 / true: only those overdue; false: those with something to be done that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;
}

/** An action, with a note or without. */
export class HazardNoteInput {
  @ApiPropertyOptional({
    type: String,
    example: '通道已清理',
    description: '说明，不公开、不进入事件 / a note: not published, in no event',
  })
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  note?: string;

  @FileIds()
  files?: string[];
}

/** 复查结果. */
export class RecheckInput extends HazardNoteInput {
  @ApiProperty({ type: Boolean, example: true, description: '复查是否合格 / whether the recheck passed' })
  @IsBoolean()
  passed: boolean;
}

/** What counting the recheck time had to assume. */
export class CalendarWarningDto {
  @ApiProperty({ type: String, example: 'calendar_year_not_loaded', description: '提示代码 / code of the warning' }) code: string;
  @ApiProperty({ type: 'integer', example: 2027, description: '年份 / year' }) year: number;
  @ApiProperty({ type: String, description: '说明（中文）' }) zh: string;
  @ApiProperty({ type: String, description: 'explanation in English' }) en: string;
}

/** 隐患 */
export class HazardDto {
  @ApiProperty({ format: 'uuid', description: '隐患 id / its id' }) id: string;
  @ApiProperty({ type: 'integer', example: 2, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: HAZARD_STATES, example: 'transferred', description: '状态 / state' }) state: HazardState;
  @ApiProperty({ type: [String], example: ['recheck'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '发现它的排查；历史隐患为空 / the visit that found it; null of one of the time before',
  })
  visitId: string | null;
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码 / code of the premises' }) premises: string;
  @ApiProperty({ type: String, example: '230903011001', description: '所在区域 / area' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, example: 'exit-blocked', description: '检查项 / checklist item' }) item: string;
  @ApiProperty({ enum: HAZARD_SEVERITIES, example: 'serious', description: '严重程度 / severity' }) severity: HazardSeverity;
  @ApiProperty({ type: String, example: '130809', description: '移交工单的类别 / category its work order is routed by' })
  @OfRegister('category')
  categoryCode: string;
  @ApiProperty({ enum: URGENCIES, example: 'normal', description: '移交工单的紧急程度 / urgency of its work order' }) urgency: Urgency;
  @ApiProperty({ type: String, nullable: true, description: '说明 / the inspector’s note' }) note: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '整改期限 / to be rectified by' }) rectifyBy:
    | string
    | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '整改工单 / its work order' }) workOrderId: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '复查期限 / to be rechecked by' }) recheckDueAt:
    | string
    | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description:
      '移交期限：复查不合格或工单终止后 / to be transferred by, after a failed recheck or the end of its work order without result',
  })
  transferDueAt: string | null;
  @ApiProperty({
    type: Boolean,
    description: '当前步骤是否已逾期 / past the time of what is next: to be rectified, rechecked or transferred',
  })
  overdue: boolean;
  @ApiProperty({ type: [CalendarWarningDto], description: '期限推算的提示 / what counting the time had to assume' })
  warnings: CalendarWarningDto[];
  @ApiProperty({ type: String, format: 'date-time', description: '发现时间 / found' }) foundAt: string;
}

/** 处理记录: one line of the history. */
export class HazardHistoryDto extends HistoryOf(HAZARD_STATES, { example: 'transfer' }) {}

/** 隐患详情: with what was done about it. */
export class HazardDetailDto extends HazardDto {
  @ApiProperty({ type: [HazardHistoryDto], description: '处理记录 / history' }) history: HazardHistoryDto[];
  @ApiProperty({ type: [FileDto], description: '整改前后的照片和文件 / photos and documents, from before and after' }) files: FileDto[];
}
