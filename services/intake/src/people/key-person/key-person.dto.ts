import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LAMPS, type Lamp } from '@zero-distance/calendar';
import {
  CARE_ENDS,
  CARE_RISKS,
  CARE_WAYS,
  type CareEnd,
  type CareRisk,
  type CareWay,
  KEY_PERSON_KINDS,
  type KeyPersonKind,
} from '@zero-distance/contracts';
import {
  ChangesQuery,
  Flag,
  HistoryOf,
  Instant,
  InternalText,
  IsAccount,
  IsAreaCode,
  IsOrganisationCode,
  OfRegister,
  PublicText,
  Words,
} from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { KEY_PERSON_SORTS, type KeyPersonSort } from './key-person.js';
import { KEY_PERSON_STATES, type KeyPersonState } from './key-person.transitions.js';
import { CARE_NEEDS, type CareNeed } from './visit.js';

const TIME = { type: String, format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

const REASON = {
  type: String,
  example: '责任人调岗。',
  description:
    '原因；不能写个人信息，走访所见写入走访记录 / why; nothing personal, which is refused: what is seen at a visit belongs in its note',
} as const;

/** Why something is done. */
export class WhyInput {
  @ApiProperty(REASON)
  @PublicText()
  @Words({ max: 200 })
  reason: string;
}

/** No register of accounts is kept here. */
const ACCOUNT =
  '责任人账号（令牌的 sub）；此处不核对账号是否存在，可选的见 GET /api/gateway/v1/care-workers，无人接收的到期退回（care-handover-days） / account of the worker (sub of tokens). Nobody checks here that there is such an account: choose from GET /api/gateway/v1/care-workers; what nobody answers lapses (care-handover-days)';

/** 指派. */
export class AssignInput {
  @ApiProperty({ type: String, example: 'demo-care', description: ACCOUNT })
  @IsAccount()
  workerId: string;

  @ApiPropertyOptional({
    type: String,
    example: 'street-011',
    description: '责任人所在单位，不填不变 / organisation of the worker; the same, unless told',
  })
  @IsOptional()
  @IsOrganisationCode()
  organisationCode?: string;
}

/** 移交. */
export class TransferInput extends AssignInput {
  @ApiProperty(REASON)
  @PublicText()
  @Words({ max: 200 })
  reason: string;
}

/** 整体移交: of a worker who leaves. */
export class HandOverInput extends TransferInput {
  @ApiProperty({ type: String, example: 'demo-care', description: '离岗责任人账号 / account of the worker who leaves' })
  @IsAccount()
  fromWorkerId: string;
}

/** 已移交. */
export class HandedOverDto {
  @ApiProperty({
    type: 'integer',
    example: 12,
    description: '已请其接收的人数，一次最多一百人 / of so many they are asked; a hundred at once',
  })
  asked: number;
  @ApiProperty({ type: Boolean, example: false, description: '还有，请再次提交 / there are more: ask once more' }) more: boolean;
}

/** 转介. */
export class ReferInput extends WhyInput {
  @ApiProperty({ type: String, example: 'housing-bureau', description: '接收单位 / the organisation that is asked' })
  @IsOrganisationCode()
  organisationCode: string;
}

const RISK = { enum: CARE_RISKS, example: 'key', description: '风险等级：high 高，key 重点，general 一般 / risk' };

/** 调整风险等级. */
export class ChangeRiskInput extends WhyInput {
  @ApiProperty(RISK)
  @IsIn(CARE_RISKS)
  risk: CareRisk;
}

/** 登记走访. */
export class RecordVisitInput {
  @ApiProperty({
    enum: CARE_WAYS,
    example: 'home',
    description: '方式；不符合风险等级要求的照样保留，但不计入频次 / how; a way that the risk does not allow is kept and does not count',
  })
  @IsIn(CARE_WAYS)
  way: CareWay;

  @ApiProperty({ type: Boolean, example: true, description: '是否见到本人或联系到 / whether they were met' })
  @IsBoolean()
  met: boolean;

  @ApiPropertyOptional({ ...TIME, description: '走访时间，不填为现在 / when; now, unless told' })
  @IsOptional()
  @Instant()
  at?: string;

  @ApiPropertyOptional({
    enum: CARE_NEEDS,
    example: 'none',
    description: '发现需求：request 已登记诉求或服务单（填 requestId），referral 需转介（随后用 refer） / what came of it',
  })
  @IsOptional()
  @IsIn(CARE_NEEDS)
  need?: CareNeed;

  @ApiPropertyOptional({ type: String, format: 'uuid', description: '所登记的诉求 / the request that came of it' })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  @ApiPropertyOptional({
    type: String,
    example: '精神状态好，说下楼不便。',
    description: '走访情况，加密存储，留痕方可查看 / what was seen; sealed, and shown for a purpose only',
  })
  @IsOptional()
  @InternalText()
  @Words({ max: 1000 })
  note?: string;
}

/** Which key persons to list; what is asked for together is narrowed together. */
export class KeyPersonQuery extends ChangesQuery {
  @ApiPropertyOptional({ enum: KEY_PERSON_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(KEY_PERSON_STATES)
  state?: KeyPersonState;

  @ApiPropertyOptional({ enum: CARE_RISKS, description: '风险等级 / risk' })
  @IsOptional()
  @IsIn(CARE_RISKS)
  risk?: CareRisk;

  @ApiPropertyOptional({ enum: KEY_PERSON_KINDS, description: '类别 / why they are looked after' })
  @IsOptional()
  @IsIn(KEY_PERSON_KINDS)
  kind?: KeyPersonKind;

  @ApiPropertyOptional({ type: String, example: 'demo-care', description: '责任人账号 / account of the worker' })
  @IsOptional()
  @IsAccount()
  workerId?: string;

  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'true：只列走访逾期的；false：只列尚有时间的 / true: only those with a visit missing; false: those that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;

  @ApiPropertyOptional({
    enum: KEY_PERSON_SORTS,
    default: 'newest',
    description: '排序：newest 最新在前；due 按下次走访期限 / newest first; or who is to be visited soonest',
  })
  @IsOptional()
  @IsIn(KEY_PERSON_SORTS)
  sort?: KeyPersonSort;
}

/** 重点服务对象: nothing that says who it is. */
export class KeyPersonDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ enum: KEY_PERSON_STATES, example: 'cared-for', description: '状态 / state' }) state: KeyPersonState;
  @ApiProperty({ type: [String], example: ['visit', 'transfer'], description: '您现在可以执行的操作 / what you may do now' })
  actions: string[];
  @ApiProperty({ type: String, example: '230903011001', description: '所在区划 / where they live' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ enum: KEY_PERSON_KINDS, example: 'living-alone', description: '类别 / why they are looked after' }) kind: KeyPersonKind;
  @ApiProperty(RISK) risk: CareRisk;
  @ApiProperty({ type: String, nullable: true, example: 'demo-care', description: '责任人账号 / account of the worker' })
  workerId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '责任单位 / the organisation' }) organisationId: string | null;
  @ApiProperty({ type: String, nullable: true, description: '待接收的账号 / account that is asked to take them over' })
  offeredTo: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '待接收的单位 / organisation that is asked' })
  offeredOrganisationId: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '接收期限 / until when who is asked may answer' }) offerUntil: string | null;
  @ApiProperty({ ...TIME, description: '纳入时间 / entered' }) enteredAt: string;
  @ApiProperty({ ...TIME, nullable: true, description: '最近一次有效走访 / last visit that counts' }) lastVisitAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '下次走访期限 / by when they are visited next' }) dueAt: string | null;
  @ApiProperty({ ...TIME, nullable: true, description: '自何时起欠走访 / since when a visit is missing' }) overdueSince: string | null;
  @ApiProperty({ type: Boolean, description: '是否走访逾期 / a visit is missing' }) overdue: boolean;
  @ApiProperty({
    enum: LAMPS,
    nullable: true,
    type: String,
    description: '灯：红 逾期，黄 一日内到期 / red: missing; yellow: due within a day',
  })
  lamp: Lamp | null;
  @ApiProperty({ enum: CARE_ENDS, nullable: true, type: String, description: '退出原因 / why they are looked after no more' })
  leaving: CareEnd | null;
}

/** 走访, without what was seen. */
export class VisitDto {
  @ApiProperty({ format: 'uuid', description: '走访编号 / id' }) id: string;
  @ApiProperty({ ...TIME, description: '走访时间 / when' }) at: string;
  @ApiProperty({ enum: CARE_WAYS, example: 'home', description: '方式 / how' }) way: CareWay;
  @ApiProperty({ type: Boolean, description: '是否见到 / whether they were met' }) met: boolean;
  @ApiProperty({ type: Boolean, description: '是否计入频次 / it counts' }) counts: boolean;
  @ApiProperty({ enum: CARE_NEEDS, description: '发现需求 / what came of it' }) need: CareNeed;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '所登记的诉求 / the request' }) requestId: string | null;
  @ApiProperty({ type: String, example: 'demo-care', description: '登记人账号 / recorded by' }) recordedBy: string;
}

/** 处理记录: one line of the history. */
export class KeyPersonHistoryDto extends HistoryOf(KEY_PERSON_STATES, { example: 'accept' }) {}

/** 重点服务对象详情: with visits and what was done. */
export class KeyPersonDetailDto extends KeyPersonDto {
  @ApiProperty({
    type: [VisitDto],
    description: '最近一百次走访，最近的在前；更早的见 visits / the newest hundred visits, the newest first; earlier ones by visits',
  })
  visits: VisitDto[];
  @ApiProperty({
    type: Boolean,
    description: '走访发现需转介，尚未转介 / a visit found that they are to be referred, and nobody has since',
  })
  toBeReferred: boolean;
  @ApiProperty({ type: [KeyPersonHistoryDto], description: '处理记录 / history' }) history: KeyPersonHistoryDto[];
}
