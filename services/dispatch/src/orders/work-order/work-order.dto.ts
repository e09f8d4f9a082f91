import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LAMPS } from '@zero-distance/calendar';
import {
  APPLICATION_KINDS,
  ApplicationKind,
  ESCALATIONS,
  Escalation,
  REPLY_RESULTS,
  REQUEST_KINDS,
  RequestKind,
  URGENCIES,
  Urgency,
  WORK_ORDER_TYPES,
  WorkOrderType,
} from '@zero-distance/contracts';
import { FileDto } from '@zero-distance/files';
import { ChangesQuery, Code, Flag, IsAreaCode, IsOrganisationCode, MatterTextDto, OfRegister, SearchText } from '@zero-distance/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { REMINDER_LEVELS } from '../../deadlines/deadline/deadline.js';
import { PartyDto } from '../../reference/reference.dto.js';
import { FollowUpDto } from '../follow-up/follow-up.dto.js';
import { MergedRequestDto } from '../merging/merging.dto.js';
import { OfFaultDto } from './broken-facility.dto.js';
import { DeadlineDto } from './due-explanation.dto.js';
import { ContactDto, HandlingWarningDto, StaffDto } from './handling.dto.js';
import { ORDER_OPENINGS, OrderOpening } from './opening.js';
import { RecheckDto } from './recheck.dto.js';
import { ROUTE_CODES, WORK_ORDER_SORTS, WorkOrderSort } from './work-order.js';
import { WORK_ORDER_ACTIONS, WORK_ORDER_STATES, WorkOrderState } from './work-order.transitions.js';

/** 经办人: the caller, or an account. */
const ASSIGNED_TO = {
  pattern: /^(?:me|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
  letters: 'lower',
  zh: '须为 me 或账号的 id（UUID）',
  en: 'must be me, or the id of an account (UUID)',
} as const;

const TIME = { format: 'date-time', example: '2026-11-23T04:00:00.000Z' } as const;

/** Which orders to list; what is asked for together is narrowed together. */
export class WorkOrderQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '261127-17',
    description:
      '查找：诉求编号的任一部分（261127-17、417），或事项分类、区划的代码或名称；词在诉求中查找：GET /api/intake/v1/requests?q= / any part of the number of its request (261127-17, 417), or code or name of category or area; words are looked for among requests: GET /api/intake/v1/requests?q=',
  })
  @IsOptional()
  @SearchText()
  q?: string;

  @ApiPropertyOptional({ enum: WORK_ORDER_STATES, description: '状态 / state' })
  @IsOptional()
  @IsIn(WORK_ORDER_STATES)
  state?: WorkOrderState;

  @ApiPropertyOptional({ description: '区域（含下级） / area, with all in it', example: '230903011' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ description: '主办或协办单位代码 / code of a lead or co-handling organisation', example: 'housing-bureau' })
  @IsOptional()
  @IsOrganisationCode()
  organisation?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '诉求编号（id） / the request it is for' })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '来源（诉求或隐患）的 id / the request or hazard it is for' })
  @IsOptional()
  @IsUUID()
  sourceId?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列已逾期的；false：只列未办结且未逾期的 / true: only those overdue; false: those with something to be done that have time yet',
  })
  @IsOptional()
  @Flag()
  overdue?: boolean;

  @ApiPropertyOptional({
    enum: ESCALATIONS,
    description: "只列已提级至此的：政府办、专题会 / only those escalated so far: to the government office, to the leaders' meeting",
  })
  @IsOptional()
  @IsIn(ESCALATIONS)
  escalation?: Escalation;

  @ApiPropertyOptional({
    description: '经办人或替班人：me 为本人，或其账号 id / whose work it is, or who stands in: me for the caller, or the id of an account',
    example: 'me',
  })
  @IsOptional()
  @Code(ASSIGNED_TO)
  assignedTo?: string;

  @ApiPropertyOptional({
    type: Boolean,
    description:
      'true：只列诉求更正后按职责清单应归其他单位、而现主办单位已在办的，由派单中心决定是否改派 / true: only those that somebody works on although, since the request was corrected, the list names another: the centre decides',
  })
  @IsOptional()
  @Flag()
  misrouted?: boolean;

  @ApiPropertyOptional({
    enum: WORK_ORDER_SORTS,
    default: 'newest',
    description:
      '排序：newest 最新在前；due 当前步骤最先到期在前，只列有待办步骤的工单；游标只用于同一排序 / newest first, or the step due soonest first: then only orders that wait for a step; a cursor is good for the order it was given in only',
  })
  @IsOptional()
  @IsIn(WORK_ORDER_SORTS)
  sort?: WorkOrderSort;
}

/** 派单原因: why the lead is who it is. */
export class RouteReasonDto {
  @ApiProperty({ enum: ROUTE_CODES, description: '依据：职责清单或指定 / by the responsibility list, or designated' })
  code: string;
  @ApiProperty({ example: '按职责清单“street-lamps”第 1 版：类别 0102*，区域 230903*', description: '说明（中文）' }) zh: string;
  @ApiProperty({
    example: 'By entry "street-lamps", version 1, of the responsibility list: category 0102*, area 230903*',
    description: 'explanation in English',
  })
  en: string;
}

/** 时限: by when what is to be done. */
export class DueTimesDto {
  @ApiProperty({ ...TIME, description: '派单时限 / to be dispatched by' }) dispatchBy: string;
  @ApiProperty({ type: String, nullable: true, ...TIME, description: '签收时限 / to be accepted by' }) acceptBy: string | null;
  @ApiProperty({ type: String, nullable: true, ...TIME, description: '退单期限 / may be returned until' }) returnUntil: string | null;
  @ApiProperty({ ...TIME, description: '办理时限 / to be answered by' }) feedbackBy: string;
  @ApiProperty({ type: String, nullable: true, ...TIME, description: '当前步骤的时限 / the step it waits for is due at' }) step:
    | string
    | null;
  @ApiProperty({ description: '当前步骤是否逾期 / is that step overdue?' }) overdue: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    enum: LAMPS,
    description: '办理时限的灯；已反馈则无 / the lamp of the time to answer; none once answered',
  })
  lamp: string | null;
  @ApiProperty({ type: String, nullable: true, enum: REMINDER_LEVELS, description: '督办：催办、黄牌、红牌 / supervision' }) reminderLevel:
    | string
    | null;
}

/** 反馈: what the lead organisation answered. */
export class ReplyDto {
  @ApiProperty({ enum: REPLY_RESULTS, description: '已解决、已解释、暂不能解决 / result' }) result: string;
  @ApiProperty({ description: '反馈内容 / what was done' }) text: string;
  @ApiProperty({ ...TIME, description: '反馈时间 / when' }) at: string;
  @ApiProperty({ description: '是否按时 / by its due time?' }) onTime: boolean;
  @ApiProperty({ type: [PartyDto], description: '反馈时逾期未报的协办单位 / co-handlers whose parts were overdue then' })
  without: PartyDto[];
}

/** 工单. */
export class WorkOrderDto extends OfFaultDto {
  @ApiProperty({ format: 'uuid', description: '工单 id / its id' }) id: string;
  @ApiProperty({ enum: WORK_ORDER_TYPES, description: '类型 / what it is for' }) type: WorkOrderType;
  @ApiProperty({ enum: WORK_ORDER_STATES, description: '状态 / state' }) state: WorkOrderState;
  @ApiProperty({ format: 'uuid', description: '诉求、隐患或设施故障 / the request, hazard or facility fault it is for' }) sourceId: string;
  @ApiProperty({ type: String, nullable: true, description: '诉求编号 / number of the request', example: '230903011001-261123-000417' })
  sourceNumber: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '路灯不亮',
    description: '诉求标题；隐患或已删除的无 / title of the request; none of a hazard, or once erased',
  })
  title: string | null;
  @ApiProperty({ type: String, nullable: true, enum: REQUEST_KINDS, description: '诉求类型 / kind of request' })
  requestKind: RequestKind | null;
  @ApiProperty({ example: '010203', description: '诉求类别 / category' })
  @OfRegister('category')
  categoryCode: string;
  @ApiProperty({ example: '230903011001', description: '所在区域 / area' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ enum: URGENCIES, description: '紧急程度 / urgency' }) urgency: Urgency;
  @ApiProperty({ type: 'integer', minimum: 1, description: '轮次；返工加一 / 1, and one more for each rework' }) round: number;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '并单诉求人不满意时：给出答复的主诉求工单 / the order whose answer a merged requester was not content with',
  })
  linkedOrderId: string | null;
  @ApiProperty({ nullable: true, type: PartyDto, description: '主办 / lead organisation' }) lead: PartyDto | null;
  @ApiProperty({ type: [PartyDto], description: '协办 / co-handling organisations' }) coHandlers: PartyDto[];
  @ApiProperty({ type: PartyDto, nullable: true, description: '首接单位 / who accepted it first' }) firstReceiver: PartyDto | null;
  @ApiProperty({
    nullable: true,
    type: PartyDto,
    description:
      '诉求更正后按职责清单应主办的单位，待派单中心决定 / who the list names since the request was corrected; the centre decides',
  })
  suggestedLead: PartyDto | null;
  @ApiProperty({ nullable: true, type: RouteReasonDto, description: '派给该单位的原因 / why it was given to them' })
  routeReason: RouteReasonDto | null;
  @ApiProperty({ type: DueTimesDto, description: '时限 / due times' }) due: DueTimesDto;
  @ApiProperty({ ...TIME, description: '受理时间 / received' }) receivedAt: string;
  @ApiProperty({ ...TIME, description: '生成时间 / opened' }) openedAt: string;
  @ApiProperty({ type: String, nullable: true, ...TIME, description: '派单时间 / dispatched' }) dispatchedAt: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '下次反馈日期 / when the next report is to come' })
  nextReportOn: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '挂账复核日，到日自动恢复办理；未挂账为空 / the day a parked order is taken up again; null while it is not parked',
  })
  reviewOn: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    enum: ESCALATIONS,
    description: '提级：政府办、专题会；未提级为空 / how far up it was taken; null while its unit has to solve it',
  })
  escalation: Escalation | null;
  @ApiProperty({ nullable: true, type: StaffDto, description: '经办；未分派为空 / who of the lead does it; null while nobody was named' })
  staff: StaffDto | null;
  @ApiProperty({
    nullable: true,
    type: ContactDto,
    description: '联系诉求人；本轮未联系为空 / the last contact in this round; null when none',
  })
  contact: ContactDto | null;
  @ApiProperty({ type: [HandlingWarningDto], description: '提醒，如答复前未联系诉求人 / warnings, as of a requester who was not reached' })
  warnings: HandlingWarningDto[];
  @ApiProperty({ nullable: true, type: ReplyDto, description: '反馈 / the reply' }) reply: ReplyDto | null;
  @ApiProperty({ type: RecheckDto, description: '发现人复核 / whether who found it looks again before it is closed' }) recheck: RecheckDto;
  @ApiProperty({ type: String, nullable: true, description: '审核公开的答复 / the answer released' }) publicAnswer: string | null;
  @ApiProperty({ enum: [...WORK_ORDER_ACTIONS, 'dispatch-again'], isArray: true, description: '您现在可执行的操作 / what you may do now' })
  actions: string[];
  @ApiProperty({
    enum: ORDER_OPENINGS,
    isArray: true,
    description: '您现在可由此工单发起的：吹哨、督办单 / what you may begin of it now: a whistle, a supervision order',
  })
  mayOpen: OrderOpening[];
  @ApiProperty({ enum: APPLICATION_KINDS, isArray: true, description: '您现在可提出的申请 / what you may apply for now' })
  mayAsk: ApplicationKind[];
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** 办理过程: one thing that was done. */
export class HistoryEntryDto {
  @ApiProperty({ enum: ['open', ...WORK_ORDER_ACTIONS], description: '操作 / action' }) action: string;
  @ApiProperty({ type: String, enum: WORK_ORDER_STATES, nullable: true, description: '之前的状态 / state before it' }) from: string | null;
  @ApiProperty({ enum: WORK_ORDER_STATES, description: '之后的状态 / state after it' }) to: string;
  @ApiProperty({ description: '操作者（系统或客户端标识） / who: a client id, or the system' }) actorId: string;
  @ApiProperty({ type: String, nullable: true, description: '理由代码 / code of the reason' }) reasonCode: string | null;
  @ApiProperty({ type: String, nullable: true, description: '理由、反馈或答复 / the reason, the reply or the answer' }) reason:
    | string
    | null;
  @ApiProperty({ ...TIME, description: '时间 / when' }) at: string;
}

/** 工单详情: with how its due time came about, and what was done. */
export class WorkOrderDetailDto extends WorkOrderDto {
  @ApiProperty({
    nullable: true,
    type: MatterTextDto,
    description: '诉求内容，诉求人原话；隐患或已删除的无 / what the requester said; none of a hazard, or once erased',
  })
  matter: MatterTextDto | null;
  @ApiProperty({ type: [FollowUpDto], description: '诉求人的催办、补充和投诉办理 / what the requester said since' })
  followUps: FollowUpDto[];
  @ApiProperty({ type: 'integer', description: '并入的诉求件数：另有多少人反映同一事项 / how many more ask for the same' })
  mergedCount: number;
  @ApiProperty({ type: [MergedRequestDto], description: '并入的诉求，最早的 200 件 / the requests merged into this one, the first 200' })
  merged: MergedRequestDto[];
  @ApiProperty({ type: DeadlineDto, description: '办理时限的由来 / how the time to answer came about' }) deadline: DeadlineDto;
  @ApiProperty({ type: [HistoryEntryDto], description: '办理过程 / what was done' }) history: HistoryEntryDto[];
  @ApiProperty({ type: [FileDto], description: '办理结果的照片和文件 / photos and documents that show the result' }) files: FileDto[];
}
