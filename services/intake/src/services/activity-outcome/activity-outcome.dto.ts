import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ACTIVITY_OUTCOMES, type ActivityOutcomeKind } from '@zero-distance/contracts';
import { FileDto, FileIds } from '@zero-distance/files';
import {
  CalendarDate,
  ChangesQuery,
  HistoryOf,
  InternalText,
  IsAreaCode,
  Line,
  OfRegister,
  PublicText,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ACTIVITY_OUTCOME_STATES, type ActivityOutcomeState } from './activity-outcome.transitions.js';

const TIME = { type: String, format: 'date-time' } as const;
const DATE = { type: String, format: 'date' } as const;

/** 登记成效. */
export class RecordOutcomeInput {
  @ApiProperty({
    enum: ACTIVITY_OUTCOMES,
    example: 'interview',
    description: '成效；录用（hired）须附凭证 / what came of it; a hire takes evidence',
  })
  @IsIn(ACTIVITY_OUTCOMES)
  outcome: ActivityOutcomeKind;

  @ApiPropertyOptional({
    type: String,
    example: '鑫源物业公司',
    description: '招聘单位，招聘会的录用和面试必填 / one of the employers, of a hire or an interview of a job fair',
  })
  @IsOptional()
  @PublicText()
  @Line({ max: 100 })
  employer?: string;

  @ApiPropertyOptional({ ...DATE, example: '2026-11-28', description: '发生日，不填为今天 / when; today, unless told' })
  @IsOptional()
  @CalendarDate()
  occurredOn?: string;

  @ApiPropertyOptional({
    ...DATE,
    example: '2026-12-28',
    description:
      '回访日，不填为策略 outcome-follow-up-days 天后 / when it is asked about again; unless told, the policy outcome-follow-up-days later',
  })
  @IsOptional()
  @CalendarDate()
  followUpOn?: string;

  @FileIds()
  files?: string[];
}

/** 撤回、已失: why. */
export class EndOutcomeInput {
  @ApiProperty({ type: String, example: '试用期内离职。', description: '原因；请勿写个人信息 / why; nothing personal' })
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** Which outcomes to list; what is asked for together is narrowed together. */
export class ActivityOutcomeQuery extends ChangesQuery {
  @ApiPropertyOptional({ format: 'uuid', description: '只列此活动的 / of this activity' })
  @IsOptional()
  @IsUUID()
  activityId?: string;

  @ApiPropertyOptional({ enum: ACTIVITY_OUTCOMES, description: '成效 / what came of it' })
  @IsOptional()
  @IsIn(ACTIVITY_OUTCOMES)
  outcome?: ActivityOutcomeKind;

  @ApiPropertyOptional({ enum: ACTIVITY_OUTCOME_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(ACTIVITY_OUTCOME_STATES)
  state?: ActivityOutcomeState;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 活动成效. */
export class ActivityOutcomeDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: ACTIVITY_OUTCOME_STATES, example: 'recorded', description: '状态 / state' }) state: ActivityOutcomeState;
  @ApiProperty({ type: [String], example: ['lose'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ format: 'uuid', description: '活动 / the activity' }) activityId: string;
  @ApiProperty({ format: 'uuid', description: '报名 / whose it is, by their booking' }) bookingId: string;
  @ApiProperty({ type: String, example: '230903011001', description: '活动面向的区划 / area of the activity' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ enum: ACTIVITY_OUTCOMES, example: 'hired', description: '成效 / what came of it' }) outcome: ActivityOutcomeKind;
  @ApiProperty({ type: String, nullable: true, example: '鑫源物业公司', description: '招聘单位 / employer' }) employer: string | null;
  @ApiProperty({ ...DATE, example: '2026-12-05', description: '发生日 / when' }) occurredOn: string;
  @ApiProperty({ ...DATE, example: '2027-01-04', description: '回访日 / when it is asked about again' }) followUpOn: string;
  @ApiProperty({ type: String, example: 'demo-hotline', description: '登记人账号 / who recorded it, by account' }) recordedBy: string;
  @ApiProperty({ ...TIME, description: '登记时间 / recorded' }) recordedAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '回访或撤回的时间 / followed up, or withdrawn' }) endedAt: string | null;
}

/** 处理记录: one line of the history. */
export class ActivityOutcomeHistoryDto extends HistoryOf(ACTIVITY_OUTCOME_STATES, { example: 'confirm' }) {}

/** 成效详情: with its evidence and what was done about it. */
export class ActivityOutcomeDetailDto extends ActivityOutcomeDto {
  @ApiProperty({ type: [FileDto], description: '凭证 / evidence' }) files: FileDto[];
  @ApiProperty({ type: [ActivityOutcomeHistoryDto], description: '处理记录 / history' }) history: ActivityOutcomeHistoryDto[];
}
