import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { WORK_ORDER_TRANSITIONS } from '../work-order/work-order.transitions.js';
import { ApplicationDetailDto, ApplicationDto, ApplicationQuery, ApplicationReasonInput, AskInput, GrantInput } from './application.dto.js';
import { ApplicationService } from './application.service.js';
import { APPLICATION_TRANSITIONS } from './application.transitions.js';

const notFound = refuse('application.not_found');

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: ApplicationDto, errors: [notFound, ...APPLICATION_TRANSITIONS.errors, ...errors] });

const EXAMPLES = {
  extension: {
    summary: '延期 an extension',
    value: { kind: 'extension', reason: '需更换的灯杆已订货，预计三个工作日后到货。', extendBy: { amount: 3, unit: 'working_day' } },
  },
  return: { summary: '退单 a return', value: { kind: 'return', reasonCode: 'not-our-duty', reason: '该路段路灯由城管执法局管理。' } },
};

const GRANT_EXAMPLES = {
  grant: { summary: '同意 grant', value: { reason: '情况属实，同意。' } },
  reassignment: {
    summary: '同意改派 a reassignment',
    value: { reason: '经会商改由城管执法局主办。', leadOrganisation: 'urban-management', coOrganisations: [] },
  },
};

@ApiTags('申请 / Applications')
@Controller()
export class ApplicationController {
  constructor(private readonly applications: ApplicationService) {}

  @Post('work-orders/:id/applications')
  @Auth('dispatch.applications.ask')
  @ApiBody({ type: AskInput, examples: EXAMPLES })
  @Operation({
    zh: '申请退单、延期、挂账、终止、改派或剔除：由主办单位提出，审批期间时限照常计算',
    en: 'Ask for a return, an extension, parking, a termination, a reassignment or an exclusion from figures: the lead asks, and clocks run on meanwhile',
    answers: ApplicationDto,
    status: 201,
    errors: [
      refuse('work_order.not_found'),
      refuse('work_order.not_lead'),
      refuse('work_order.designated'),
      refuse('work_order.return_window_over'),
      refuse('application.not_now'),
      refuse('application.expired'),
      refuse('application.open_already'),
      refuse('application.asked_already'),
      refuse('application.reason_code'),
      refuse('application.extend_by'),
      refuse('application.extension_too_long'),
      refuse('application.review_on'),
      refuse('application.review_date'),
      attachError('dispatch'),
    ],
  })
  ask(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AskInput, @IfMatch() ifMatch?: number): Promise<ApplicationDto> {
    return this.applications.ask(actor, { id, ifMatch }, input);
  }

  @Get('applications')
  @Auth('dispatch.applications.list')
  @Operation({ zh: '申请列表（新的在前）', en: 'List applications, newest first', answers: ChangesPageOf(ApplicationDto) })
  list(@Caller() actor: Actor, @Query() query: ApplicationQuery): Promise<Page<ApplicationDto>> {
    return this.applications.list(actor, query);
  }

  @Get('applications/:id')
  @Auth('dispatch.applications.get')
  @Operation({
    zh: '查看申请：理由、佐证材料、处理记录',
    en: 'Get an application with its reasons, its evidence and its history',
    answers: ApplicationDetailDto,
    errors: [notFound],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ApplicationDetailDto> {
    return this.applications.get(actor, id);
  }

  @Post('applications/:id/grant')
  @Auth('dispatch.applications.grant')
  @ApiBody({ type: GrantInput, examples: GRANT_EXAMPLES })
  @Action(
    '同意：工单随之退单、延期、挂账、终止或改派',
    'Grant: the order is returned, extended, parked, ended or reassigned with it',
    ...WORK_ORDER_TRANSITIONS.errors,
    ...SEPARATE_DUTIES_ERRORS,
    refuse('application.order_moved_on'),
    refuse('application.lead_wanted'),
    refuse('application.no_lead_wanted'),
    refuse('work_order.same_lead'),
    refuse('organisation.lead_and_co'),
    refuse('organisation.retired'),
    refuse('work_order.outside_community_list'),
    refuse('work_order.assisting_only'),
    refuse('work_order.organisation_barred'),
  )
  grant(@Caller() actor: Actor, @IdParam() id: string, @Body() input: GrantInput, @IfMatch() ifMatch?: number): Promise<ApplicationDto> {
    return this.applications.grant(actor, { id, ifMatch }, input);
  }

  @Post('applications/:id/refuse')
  @Auth('dispatch.applications.refuse')
  @Action('不同意', 'Refuse', ...SEPARATE_DUTIES_ERRORS)
  refuse(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ApplicationReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ApplicationDto> {
    return this.applications.refuse(actor, { id, ifMatch }, input.reason);
  }

  @Post('applications/:id/appeal')
  @Auth('dispatch.applications.appeal')
  @Action(
    '申请复核：仅一次',
    'Appeal a refusal: once',
    refuse('application.not_asker'),
    refuse('application.appealed_already'),
    refuse('application.appeal_window_over'),
  )
  appeal(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ApplicationReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ApplicationDto> {
    return this.applications.appeal(actor, { id, ifMatch }, input.reason);
  }

  @Post('applications/:id/withdraw')
  @Auth('dispatch.applications.withdraw')
  @Action('撤回申请', 'Withdraw', refuse('application.not_asker'))
  withdraw(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ApplicationDto> {
    return this.applications.withdraw(actor, { id, ifMatch });
  }

  @Post('applications/:id/revoke')
  @Auth('dispatch.applications.revoke')
  @Action('撤销已同意的剔除：工单重新计入指标', 'Revoke a granted exclusion: the order counts again', refuse('application.not_revocable'))
  revoke(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ApplicationReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ApplicationDto> {
    return this.applications.revoke(actor, { id, ifMatch }, input.reason);
  }
}
