import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { HOME_VISIT_CAUSES, type HomeVisitCause } from '@zero-distance/contracts';
import { ChangesQuery, Flag, HistoryOf, Instant, InternalText, IsAccount, IsAreaCode, OfRegister, Words } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { HOME_VISIT_SORTS, type HomeVisitSort } from './home-visit.js';
import { HOME_VISIT_STATES, type HomeVisitState } from './home-visit.transitions.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-24T01:00:00.000Z' } as const;
/** A time that is to come yet when this service has run for months. */
const hoursAhead = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const FROM = { type: String, format: 'date-time', example: hoursAhead(24), description: '约定的最早时间 / agreed from' } as const;
const UNTIL = { type: String, format: 'date-time', example: hoursAhead(26), description: '约定的最晚时间 / agreed until' } as const;
const REASON = { type: String, example: '居民临时住院，改日上门。', description: '原因；请勿写个人信息 / why; nothing personal' } as const;
const WORKER = {
  type: String,
  example: 'demo-window',
  description: '上门人员账号（令牌的 sub） / account of who goes (sub of tokens)',
} as const;

/** 约定上门. */
export class PlanHomeVisitInput {
  @ApiProperty({ type: String, format: 'uuid', description: '居民档案；住址在档案中 / file of the resident, with the address' })
  @IsUUID()
  residentId: string;

  @ApiProperty({ enum: HOME_VISIT_CAUSES, example: 'disabled', description: '不能到窗口的原因 / why they cannot come' })
  @IsIn(HOME_VISIT_CAUSES)
  cause: HomeVisitCause;

  @ApiProperty(FROM)
  @Instant()
  from: string;

  @ApiProperty(UNTIL)
  @Instant()
  until: string;

  @ApiPropertyOptional({ ...WORKER, description: '上门人员账号，不填为本人 / account of who goes; the caller, unless told' })
  @IsOptional()
  @IsAccount()
  workerId?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '为哪件办件上门 / the service case that it is for' })
  @IsOptional()
  @IsUUID()
  serviceCaseId?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '为哪次点单上门 / the service order that it is for' })
  @IsOptional()
  @IsUUID()
  requestId?: string;
}

/** 改期、换人: what is left out stays. */
export class MoveHomeVisitInput {
  @ApiPropertyOptional(FROM)
  @IsOptional()
  @Instant()
  from?: string;

  @ApiPropertyOptional(UNTIL)
  @IsOptional()
  @Instant()
  until?: string;

  @ApiPropertyOptional(WORKER)
  @IsOptional()
  @IsAccount()
  workerId?: string;

  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 已上门. */
export class CompleteHomeVisitInput {
  @ApiPropertyOptional({
    ...TIME,
    example: undefined,
    description: '实际上门时间；不填按约定时段计 / when somebody went; in the time agreed, unless told',
  })
  @IsOptional()
  @Instant()
  visitedAt?: string;
}

/** 未见到. */
export class MissHomeVisitInput extends CompleteHomeVisitInput {
  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 取消. */
export class EndHomeVisitInput {
  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** Which home visits to list; what is asked for together is narrowed together. */
export class HomeVisitQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: HOME_VISIT_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(HOME_VISIT_STATES)
  state?: HomeVisitState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ ...WORKER, description: '只列此人上门的 / where this account goes' })
  @IsOptional()
  @IsAccount()
  workerId?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '只列此居民的 / of this resident' })
  @IsOptional()
  @IsUUID()
  residentId?: string;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '只列为此办件的 / for this service case' })
  @IsOptional()
  @IsUUID()
  serviceCaseId?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列时段已过、未登记结果的；false：只列约定尚未过时的 / true: over, and nobody has said what came of it; false: with time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;

  @ApiPropertyOptional({
    enum: HOME_VISIT_SORTS,
    description:
      'newest 最新约定的在前；due 上门时间最近的在前，只列已约定的 / the last agreed first, or of those agreed the soonest first',
  })
  @IsOptional()
  @IsIn(HOME_VISIT_SORTS)
  sort?: HomeVisitSort;
}

/** 上门服务 */
export class HomeVisitDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: HOME_VISIT_STATES, example: 'planned', description: '状态 / state' }) state: HomeVisitState;
  @ApiProperty({ type: [String], example: ['move'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: String, example: '230903011001', description: '居民所在区划 / where the resident lives' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '居民档案；已清除为空 / file of the resident; null once it is erased',
  })
  residentId: string | null;
  @ApiProperty({ enum: HOME_VISIT_CAUSES, example: 'disabled', description: '不能到窗口的原因 / why they cannot come' })
  cause: HomeVisitCause;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: '办件编号 / service case' }) serviceCaseId:
    | string
    | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: '点单编号 / service order' }) requestId:
    | string
    | null;
  @ApiProperty(WORKER) workerId: string;
  @ApiProperty({ ...TIME, description: '约定的最早时间 / agreed from' }) from: string;
  @ApiProperty({ ...TIME, example: '2026-11-24T03:00:00.000Z', description: '约定的最晚时间 / agreed until' }) until: string;
  @ApiProperty({ type: Boolean, example: false, description: '时段已过、未登记结果 / over, and nobody has said what came of it' })
  overdue: boolean;
  @ApiProperty({ ...TIME, nullable: true, description: '登记的上门时间 / when somebody went' }) visitedAt: string | null;
  @ApiProperty({ ...TIME, description: '约定时间 / when it was agreed' }) plannedAt: string;
}

/** 处理记录: one line of the history. */
export class HomeVisitHistoryDto extends HistoryOf(HOME_VISIT_STATES, { example: 'complete' }) {}

/** 上门服务详情: with what was done about it. */
export class HomeVisitDetailDto extends HomeVisitDto {
  @ApiProperty({ type: [HomeVisitHistoryDto], description: '处理记录 / history' }) history: HomeVisitHistoryDto[];
}
