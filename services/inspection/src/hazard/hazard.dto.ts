import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { HAZARD_SEVERITIES, type HazardSeverity, URGENCIES, type Urgency } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { PageQuery } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Hazard, HistoryLine } from './hazard.js';
import { HAZARD, HAZARD_STATES, type HazardAction, type HazardState } from './hazard.transitions.js';

export class HazardQuery extends PageQuery {
  @ApiPropertyOptional({ enum: HAZARD_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(HAZARD_STATES)
  state?: HazardState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @Matches(/^\d{0,15}$/)
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: 'XF-0001', description: '只列此场所 / of these premises' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  premises?: string;
}

export class HazardNoteDto {
  @ApiPropertyOptional({
    type: String,
    maxLength: 500,
    example: '通道已清理',
    description: '说明，不公开、不进入事件 / a note: not published, in no event',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  note?: string;
}

export class RecheckDto extends HazardNoteDto {
  @ApiProperty({ type: Boolean, example: true, description: '复查是否合格 / whether the recheck passed' })
  @IsBoolean()
  passed: boolean;
}

export class CalendarWarningDto {
  @ApiProperty({ type: String, example: 'calendar_year_not_loaded' }) code: string;
  @ApiProperty({ type: 'integer', example: 2027 }) year: number;
  @ApiProperty({ type: String }) zh: string;
  @ApiProperty({ type: String }) en: string;
}

/** 隐患 */
export class HazardDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ type: 'integer', example: 2 }) version: number;
  @ApiProperty({ enum: HAZARD_STATES, example: 'transferred' }) state: HazardState;
  @ApiProperty({ type: [String], example: ['recheck'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ format: 'uuid' }) visitId: string;
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码 / code of the premises' }) premises: string;
  @ApiProperty({ type: String, example: '230903011001' }) areaCode: string;
  @ApiProperty({ type: String, example: 'exit-blocked', description: '检查项 / checklist item' }) item: string;
  @ApiProperty({ enum: HAZARD_SEVERITIES, example: 'serious' }) severity: HazardSeverity;
  @ApiProperty({ type: String, example: '130809', description: '移交工单的类别 / category its work order is routed by' })
  categoryCode: string;
  @ApiProperty({ enum: URGENCIES, example: 'normal' }) urgency: Urgency;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '整改期限 / to be rectified by' }) rectifyBy:
    | string
    | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '整改工单 / its work order' }) workOrderId: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '复查期限 / to be rechecked by' }) recheckDueAt:
    | string
    | null;
  @ApiProperty({ type: [CalendarWarningDto], description: '期限推算的提示 / what counting the time had to assume' })
  warnings: CalendarWarningDto[];
  @ApiProperty({ type: String, format: 'date-time' }) foundAt: string;
}

/** 处理记录: one line of the history. */
export class HazardHistoryDto {
  @ApiProperty({ type: String, example: 'transfer' }) action: string;
  @ApiProperty({ enum: HAZARD_STATES, nullable: true, type: String }) from: HazardState | null;
  @ApiProperty({ enum: HAZARD_STATES }) to: HazardState;
  @ApiProperty({ type: String, description: '操作人账号 / who, by account' }) actor: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) at: string;
}

export class HazardDetailDto extends HazardDto {
  @ApiProperty({ type: [HazardHistoryDto], description: '处理记录 / history' }) history: HazardHistoryDto[];
}

export const toHazardDto = (hazard: Hazard, actor: Actor): HazardDto => ({
  id: hazard.id,
  version: hazard.version,
  state: hazard.state,
  actions: [...new Set(HAZARD.allowed(hazard.state, actor, hazard).map(operationOf))],
  visitId: hazard.visitId,
  premises: hazard.premisesCode,
  areaCode: hazard.areaCode,
  item: hazard.itemCode,
  severity: hazard.severity,
  categoryCode: hazard.categoryCode,
  urgency: hazard.urgency,
  note: hazard.note,
  rectifyBy: hazard.rectifyBy?.toISOString() ?? null,
  workOrderId: hazard.workOrderId,
  recheckDueAt: hazard.recheckDueAt?.toISOString() ?? null,
  warnings: [...hazard.warnings],
  foundAt: hazard.foundAt.toISOString(),
});

export const toHistoryDto = ({ action, fromState, toState, actorId, reason, at }: HistoryLine): HazardHistoryDto => ({
  action,
  from: fromState,
  to: toState,
  actor: actorId,
  reason,
  at: at.toISOString(),
});

/** One operation, POST …/recheck, does both rows of the table that a recheck can be. */
const operationOf = (action: HazardAction): string => (action === 'pass-recheck' || action === 'fail-recheck' ? 'recheck' : action);
