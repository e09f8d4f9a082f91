import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { ACTIVITY_KINDS, type ActivityKind, DELIVERIES, type Delivery } from '@zero-distance/contracts';
import { DAY_MS } from '@zero-distance/kernel';
import {
  CalendarDate,
  ChangesQuery,
  HistoryOf,
  Instant,
  InternalText,
  IsAreaCode,
  Line,
  NestedList,
  OfRegister,
  PageQuery,
  PublicText,
  SearchText,
  Whole,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { ACTIVITY_STATES, type ActivityState } from './activity.transitions.js';

const TIME = { type: String, format: 'date-time' } as const;
const DATE = { type: String, format: 'date' } as const;
/** A day that may be planned yet when this service has run for months. */
const AHEAD = new Date(Date.now() + 300 * DAY_MS).toISOString().slice(0, 10);
const FIRST_DAY = '2026-12-01';
const STARTS = { ...TIME, example: `${AHEAD}T09:00:00+08:00`, description: '开始时间 / from' } as const;
const ENDS = { ...TIME, example: `${AHEAD}T12:00:00+08:00`, description: '结束时间 / until' } as const;
const TITLE = { type: String, example: '冬季专场招聘会', description: '名称，公开 / title; public' } as const;
const PLACE = { type: String, example: '学府社区文化广场', description: '地点，公开 / where; public' } as const;
const CAPACITY = { type: 'integer', minimum: 1, example: 60, description: '名额 / places' } as const;
const CO_ORGANISER = { type: String, example: '区人力资源和社会保障局', description: '协办单位，公开 / co-organiser; public' } as const;
const REASON = { type: String, example: '会场临时检修。', description: '原因；请勿写个人信息 / why; nothing personal' } as const;

/** 招聘单位. */
export class EmployerDto {
  @ApiProperty({ type: String, example: '鑫源物业公司', description: '单位名称，公开 / who; public' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ type: 'integer', minimum: 1, example: 12, description: '岗位数 / posts that are offered' })
  @Whole({ min: 1, max: 10_000 })
  posts: number;
}

const EMPLOYERS: ApiPropertyOptions = {
  type: [EmployerDto],
  example: [{ name: '鑫源物业公司', posts: 12 }],
  description: '招聘单位，仅招聘会填写 / employers, of a job fair alone',
};

/** What is planned in the documents. */
export const PLANNED = {
  areaCode: '230903011001',
  kind: 'job-fair',
  title: TITLE.example,
  place: PLACE.example,
  startsAt: STARTS.example,
  endsAt: ENDS.example,
  capacity: CAPACITY.example,
  coOrganiser: CO_ORGANISER.example,
  employers: EMPLOYERS.example as object[],
};

/** 计划活动. */
export class PlanActivityInput {
  @ApiProperty({ type: String, example: '230903011001', description: '面向的区划 / whose people are invited' })
  @IsAreaCode()
  areaCode: string;

  @ApiProperty({ enum: ACTIVITY_KINDS, example: 'job-fair', description: '类型 / kind' })
  @IsIn(ACTIVITY_KINDS)
  kind: ActivityKind;

  @ApiPropertyOptional({
    enum: DELIVERIES,
    description: '五送中的哪一送，五送活动（five-delivery）必填 / which of the five deliveries; of kind five-delivery alone',
  })
  @IsOptional()
  @IsIn(DELIVERIES)
  delivery?: Delivery;

  @ApiProperty(TITLE)
  @PublicText()
  @Line({ max: 100 })
  title: string;

  @ApiProperty(PLACE)
  @PublicText()
  @Line({ max: 200 })
  place: string;

  @ApiProperty(STARTS)
  @Instant()
  startsAt: string;

  @ApiProperty(ENDS)
  @Instant()
  endsAt: string;

  @ApiProperty(CAPACITY)
  @Whole({ min: 1, max: 100_000 })
  capacity: number;

  @ApiPropertyOptional(CO_ORGANISER)
  @IsOptional()
  @PublicText()
  @Line({ max: 100 })
  coOrganiser?: string;

  @ApiPropertyOptional(EMPLOYERS)
  @IsOptional()
  @NestedList(() => EmployerDto, { max: 200 })
  employers?: EmployerDto[];
}

/** 更正: what is left out stays. */
export class CorrectActivityInput {
  @ApiPropertyOptional(TITLE)
  @IsOptional()
  @PublicText()
  @Line({ max: 100 })
  title?: string;

  @ApiPropertyOptional(PLACE)
  @IsOptional()
  @PublicText()
  @Line({ max: 200 })
  place?: string;

  @ApiPropertyOptional(STARTS)
  @IsOptional()
  @Instant()
  startsAt?: string;

  @ApiPropertyOptional(ENDS)
  @IsOptional()
  @Instant()
  endsAt?: string;

  @ApiPropertyOptional(CAPACITY)
  @IsOptional()
  @Whole({ min: 1, max: 100_000 })
  capacity?: number;

  @ApiPropertyOptional(CO_ORGANISER)
  @IsOptional()
  @PublicText()
  @Line({ max: 100 })
  coOrganiser?: string;

  @ApiPropertyOptional(EMPLOYERS)
  @IsOptional()
  @NestedList(() => EmployerDto, { max: 200 })
  employers?: EmployerDto[];

  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** 取消. */
export class CancelActivityInput {
  @ApiProperty(REASON)
  @InternalText()
  @Words({ max: 200 })
  reason: string;
}

/** Which activities to list; what is asked for together is narrowed together. */
export class ActivityQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '学府', description: '查找：区划的代码或名称 / code or name of its area' })
  @IsOptional()
  @SearchText({ ofRequests: false })
  q?: string;

  @ApiPropertyOptional({ enum: ACTIVITY_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(ACTIVITY_STATES)
  state?: ActivityState;

  @ApiPropertyOptional({ enum: ACTIVITY_KINDS, description: '类型 / kind' })
  @IsOptional()
  @IsIn(ACTIVITY_KINDS)
  kind?: ActivityKind;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** Which activities anybody looks for; what is asked for together is narrowed together. */
export class PublicActivityQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ACTIVITY_KINDS, description: '类型 / kind' })
  @IsOptional()
  @IsIn(ACTIVITY_KINDS)
  kind?: ActivityKind;

  @ApiPropertyOptional({ ...DATE, example: FIRST_DAY, description: '此日及以后开始的 / those that begin on this day or later' })
  @IsOptional()
  @CalendarDate()
  from?: string;

  @ApiPropertyOptional({ ...DATE, example: AHEAD, description: '此日及以前开始的 / those that begin on this day or earlier' })
  @IsOptional()
  @CalendarDate()
  until?: string;

  @ApiPropertyOptional({
    type: String,
    example: '230903011001',
    description: '此区划居民可参加的：本级和上级的 / those that people of this area are invited to',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;
}

/** 活动, as anybody reads it: not how many places are free, nor how many wait. By that a stranger would see who had booked already. */
export class PublicActivityDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ enum: ACTIVITY_STATES, example: 'announced', description: '状态 / state' }) state: ActivityState;
  @ApiProperty({ enum: ACTIVITY_KINDS, example: 'job-fair', description: '类型 / kind' }) kind: ActivityKind;
  @ApiProperty({ enum: DELIVERIES, type: String, nullable: true, example: null, description: '五送 / which of the five deliveries' })
  delivery: Delivery | null;
  @ApiProperty({ type: String, example: '230903011001', description: '面向的区划 / whose people are invited' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty(TITLE) title: string;
  @ApiProperty(PLACE) place: string;
  @ApiProperty({ ...TIME, description: '开始时间 / from' }) startsAt: string;
  @ApiProperty({ ...TIME, description: '结束时间 / until' }) endsAt: string;
  @ApiProperty(CAPACITY) capacity: number;
  @ApiProperty({ type: Boolean, example: false, description: '名额已满，再报名为候补 / all places are taken: who books now waits for one' })
  full: boolean;
  @ApiProperty({ type: Boolean, example: true, description: '现在可以报名 / it can be booked now' }) bookable: boolean;
  @ApiProperty({ ...CO_ORGANISER, nullable: true }) coOrganiser: string | null;
  @ApiProperty({ type: [EmployerDto], description: '招聘单位 / employers' }) employers: EmployerDto[];
}

/** 活动. */
export class ActivityDto extends PublicActivityDto {
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: [String], example: ['hold'], description: '您现在可以执行的操作 / what you may do now' }) actions: string[];
  @ApiProperty({ type: 'integer', example: 12, description: '剩余名额 / places that are free' }) free: number;
  @ApiProperty({ type: 'integer', example: 0, description: '候补人数 / people on the waiting list' }) waiting: number;
  @ApiProperty({ type: 'integer', example: 30, description: '已报名、未确认的人数 / booked, and not confirmed' }) booked: number;
  @ApiProperty({ type: 'integer', example: 18, description: '已确认、未到场的人数 / confirmed, and not come' }) confirmed: number;
  @ApiProperty({ type: 'integer', example: 0, description: '到场人数 / who came' }) attended: number;
  @ApiProperty({ format: 'uuid', type: String, nullable: true, description: '主办单位 / the organisation that holds it' })
  organisationId: string | null;
  @ApiProperty({ ...TIME, description: '计划时间 / planned' }) plannedAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '预告时间 / announced' }) announcedAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '登记举行的时间 / held since' }) heldAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '结束或取消的时间 / closed or cancelled' }) closedAt: string | null;
}

/** 处理记录: one line of the history. */
export class ActivityHistoryDto extends HistoryOf(ACTIVITY_STATES, { example: 'announce' }) {}

/** 活动详情: with what was done about it. */
export class ActivityDetailDto extends ActivityDto {
  @ApiProperty({ type: [ActivityHistoryDto], description: '处理记录 / history' }) history: ActivityHistoryDto[];
}
