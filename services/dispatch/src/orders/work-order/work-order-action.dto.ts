import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CONTACT_WAYS, ContactWay, REPLY_RESULTS, ReplyResult } from '@zero-distance/contracts';
import { FileIds } from '@zero-distance/files';
import { DAY_MS } from '@zero-distance/kernel';
import { CalendarDate, Instant, InternalText, IsOrganisationCode, Line, List, PublicText, Words } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { HandlersInput } from '../../reference/reference.dto.js';
import { REJECT_REASONS, TERMINATE_REASONS } from './reasons.js';
import { WorkOrderDto } from './work-order.dto.js';

/** 指定主办: whom the centre gives the order to. */
export class DispatchInput extends HandlersInput {
  @ApiProperty({ description: '指定理由 / why', example: '职责清单未列明，经会商由住建局主办。' })
  @InternalText()
  @Words({ max: 500 })
  reason: string;
}

/** 调整协办. */
export class CoHandlersInput {
  @ApiProperty({
    type: [String],
    example: ['urban-management'],
    description: '此后的全部协办单位代码，可为空 / codes of all who help from now on, none where nobody does',
  })
  @List({ max: 20, unique: true })
  @IsOrganisationCode({ each: true })
  coOrganisations: string[];

  @ApiProperty({ description: '调整理由 / why', example: '现场涉及占道，请街道协办。' })
  @InternalText()
  @Words({ max: 500 })
  reason: string;
}

/** 批量签收: which orders, each for itself. */
export class AcceptManyInput {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    example: ['0190a5c0-7c1e-7000-8000-000000000002'],
    description: '工单 id，至多 100 / ids of orders, 100 at most',
  })
  @List({ min: 1, max: 100, unique: true })
  @IsUUID(undefined, { each: true })
  ids: string[];
}

/** Why one of many was refused. */
export class RefusalDto {
  @ApiProperty({ type: 'integer', example: 409, description: 'HTTP 状态码 / the status it would have had alone' }) status: number;
  @ApiProperty({ type: String, example: 'dispatch.work_order.transition_not_allowed', description: '错误代码 / code' }) code: string;
  @ApiProperty({ type: String, description: '原因（中文）' }) zh: string;
  @ApiProperty({ type: String, description: 'why, in English' }) en: string;
}

/** What became of one order. */
export class AcceptedDto {
  @ApiProperty({ format: 'uuid', description: '工单 id / the order' }) id: string;
  @ApiProperty({
    type: WorkOrderDto,
    nullable: true,
    description: '签收后的工单；未能签收为空 / the order as it is now; null when refused',
  })
  order: WorkOrderDto | null;
  @ApiProperty({ type: RefusalDto, nullable: true, description: '未能签收的原因 / why it was not accepted' }) refusal: RefusalDto | null;
}

/** 批量签收的结果. */
export class AcceptedManyDto {
  @ApiProperty({ type: [AcceptedDto], description: '按所给顺序 / in the order given' }) items: AcceptedDto[];
}

/** 分派经办人. */
export class AssignStaffInput {
  @ApiPropertyOptional({ description: '经办科室，不含个人信息 / section that does the work, without personal data', example: '市政设施科' })
  @IsOptional()
  @PublicText()
  @Line({ max: 60 })
  section?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    example: '0190a5c0-7c1e-7000-8000-000000000009',
    description: '经办人账号（id） / account of the person who does it',
  })
  @IsOptional()
  @IsUUID()
  personId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: '替班人账号（id） / account of who does it while that person is away',
  })
  @IsOptional()
  @IsUUID()
  standInId?: string;
}

/** 联系诉求人. */
export class ContactInput {
  @ApiProperty({ enum: CONTACT_WAYS, description: '方式：电话、短信或微信、上门、当面 / how', example: 'phone' })
  @IsIn(CONTACT_WAYS)
  way: ContactWay;

  @ApiProperty({ description: '是否联系上 / was the requester reached?', example: true })
  @IsBoolean()
  reached: boolean;

  @ApiPropertyOptional({
    type: String,
    format: 'date-time',
    description: '联系时间；默认现在 / when; now unless said',
  })
  @IsOptional()
  @Instant()
  at?: string;

  @ApiPropertyOptional({ description: '联系情况，不含个人信息 / what was said, without personal data', example: '约定周三上午现场查看。' })
  @IsOptional()
  @InternalText()
  @Words({ max: 1000 })
  note?: string;
}

/** A day that the next report may be promised for yet when this service has run for weeks. */
const NEXT_REPORT = new Date(Date.now() + 60 * DAY_MS).toISOString().slice(0, 10);

/** 阶段反馈. */
export class ProgressInput {
  @ApiProperty({ description: '进展，不含个人信息 / how far it has come, without personal data', example: '已勘察现场，缺灯头，已订货。' })
  @InternalText()
  @Words({ max: 2000 })
  text: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    example: NEXT_REPORT,
    description:
      '下次反馈日期，今日之后、report-ahead-days 日内 / when the next report is to come: after today, within policy `report-ahead-days`',
  })
  @IsOptional()
  @CalendarDate()
  nextReportOn?: string;

  @FileIds()
  files?: string[];
}

/** 反馈. */
export class ReplyInput {
  @ApiProperty({ description: '办理情况 / what was done', example: '已更换灯头，11月23日恢复照明，并电话告知来电人。' })
  @InternalText()
  @Words({ max: 4000 })
  text: string;

  @ApiProperty({ enum: REPLY_RESULTS, description: '已解决、已解释、暂不能解决 / result', example: 'solved' })
  @IsIn(REPLY_RESULTS)
  result: ReplyResult;

  @FileIds()
  files?: string[];
}

/** 审核. */
export class ApproveInput {
  @ApiProperty({
    description: '公开答复，不得含个人信息 / the answer for the public, without personal data',
    example: '路灯已于11月23日修复，照明恢复正常。',
  })
  @PublicText()
  @Words({ max: 2000 })
  publicAnswer: string;
}

/** 说明: why, in words. */
export class ReasonInput {
  @ApiProperty({ description: '说明 / in words', example: '请补充现场处理结果。' })
  @InternalText()
  @Words({ max: 1000 })
  reason: string;
}

/** 反馈退回. */
export class RejectInput extends ReasonInput {
  @ApiProperty({ enum: REJECT_REASONS, description: '退回理由 / why the reply is sent back', example: 'incomplete' })
  @IsIn(REJECT_REASONS)
  reasonCode: string;
}

/** 终止. */
export class TerminateInput extends ReasonInput {
  @ApiProperty({ enum: TERMINATE_REASONS, description: '终止理由 / why the order is ended', example: 'out-of-scope' })
  @IsIn(TERMINATE_REASONS)
  reasonCode: string;
}
