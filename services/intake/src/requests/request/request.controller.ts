import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page, PageQuery } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseKnowledge } from '../../reference/knowledge-entry/knowledge-entry.errors.js';
import { refuseReceptionDay } from '../reception-day/reception-day.errors.js';
import { RedirectInput } from '../redirection/redirection.dto.js';
import { FindByPhoneInput } from '../requester/requester.dto.js';
import { refuseService } from './ordered-service.errors.js';
import { AnswerOnTheSpotInput, DeclineInput, RegisterRequestInput, RequestDetailDto, RequestDto, WithdrawInput } from './request.dto.js';
import { RequestService } from './request.service.js';
import { REQUEST_TRANSITIONS } from './request.transitions.js';
import { RequestQuery } from './request-query.dto.js';
import { refuseTakenOn } from './taken-on.errors.js';

const notFound = refuse('request.not_found');
/** Without an upstream reference, so that it can be sent twice. */
const REGISTER_EXAMPLES = {
  complaint: {
    summary: '投诉 a complaint',
    value: {
      kind: 'complaint',
      channel: 'hotline-12345',
      categoryCode: '010204',
      areaCode: '230903011001',
      title: '路灯不亮',
      text: '3号楼前路灯三天不亮，老人出行不便。',
      place: '学府社区3号楼前',
      point: { type: 'Point', coordinates: [131.0159, 45.7712] },
      requester: { name: '张三', phone: '13800001234' },
      call: { callId: 'cc-20261128-000731', line: '12345', areaCode: '230903', queueSeconds: 9, recordingReference: 'rec-000731' },
    },
  },
  dispute: {
    summary: '纠纷 a dispute, for mediation',
    value: {
      kind: 'dispute',
      channel: 'service-window',
      categoryCode: '010212',
      areaCode: '230903011001',
      title: '楼上漏水赔偿',
      text: '楼上装修后漏水，双方对赔偿数额有争议，请求调解。',
      requester: { name: '李四', phone: '13900004321', confidential: true },
    },
  },
};
const ANSWER_EXAMPLES = {
  answer: { summary: '答复 an answer', value: { publicAnswer: '社保缴费凭证可在手机“龙江人社”中下载，已当场指导办理。' } },
};
const DECLINE_EXAMPLES = {
  court: {
    summary: '已进入诉讼 before a court',
    value: { reasonCode: 'court-matter', publicAnswer: '该事项已进入诉讼程序，请向桃山区人民法院立案庭咨询。' },
  },
  petition: {
    summary: '已在信访程序中 in petition already',
    value: {
      reasonCode: 'petition-matter',
      petitionReference: 'XF-2026-001234',
      publicAnswer: '该事项正由信访部门办理，请向信访部门查询办理情况。',
    },
  },
};
const ACTION_ERRORS = [notFound, ...REQUEST_TRANSITIONS.errors];

@ApiTags('诉求 / Requests')
@Controller('requests')
export class RequestController {
  constructor(private readonly requests: RequestService) {}

  @Post()
  @Auth('intake.requests.register')
  @ApiBody({ type: RegisterRequestInput, examples: REGISTER_EXAMPLES })
  @Operation({
    zh: '受理诉求',
    en: 'Take a request in',
    status: 201,
    answers: RequestDto,
    errors: [
      refuse('category.retired'),
      refuseService('request.service_by_menu'),
      refuse('request.upstream_reference_taken'),
      refuse('request.brought_along'),
      refuse('request.upstream_channel_required'),
      refuse('request.telephone_channel_required'),
      refuse('request.reception_channel_required'),
      refuse('request.reception_day_required'),
      refuseReceptionDay('reception_day.not_found'),
      refuseReceptionDay('reception_day.over'),
      refuseReceptionDay('reception_day.other_area'),
      refuse('request.point_swapped'),
      refuse('request.point_not_on_earth'),
      refuse('request.point_far_away'),
      attachError('intake'),
    ],
  })
  register(@Caller() actor: Actor, @Body() input: RegisterRequestInput): Promise<RequestDto> {
    return this.requests.register(actor, input);
  }

  @Get()
  @Auth('intake.requests.list')
  @Operation({
    zh: '诉求列表；q 按编号或词查找',
    en: 'List requests; `q` finds them by number or words',
    answers: ChangesPageOf(RequestDto),
    errors: [refuse('request.relevance_of_nothing')],
  })
  list(@Caller() actor: Actor, @Query() query: RequestQuery): Promise<Page<RequestDto>> {
    return this.requests.list(actor, query);
  }

  @Post('find-by-phone')
  @Auth('intake.requests.findByPhone')
  @Operation({ zh: '按诉求人电话查找', en: "Find requests by the requester's telephone number", answers: ChangesPageOf(RequestDto) })
  findByPhone(@Caller() actor: Actor, @Body() input: FindByPhoneInput, @Query() page: PageQuery): Promise<Page<RequestDto>> {
    return this.requests.findByPhone(actor, input, page);
  }

  @Get(':id')
  @Auth('intake.requests.get')
  @Operation({ zh: '查看诉求', en: 'Get a request', answers: RequestDetailDto, errors: [notFound] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<RequestDetailDto> {
    return this.requests.get(actor, id);
  }

  @Post(':id/answer-on-the-spot')
  @Auth('intake.requests.answerOnTheSpot')
  @ApiBody({ type: AnswerOnTheSpotInput, examples: ANSWER_EXAMPLES })
  @Operation({
    zh: '当场答复，可引用知识条目；网格员自办的，附照片',
    en: 'Answer on the spot, by a knowledge entry if there is one; a grid worker what they put right themselves, with photos',
    answers: RequestDto,
    errors: [
      ...ACTION_ERRORS,
      refuseTakenOn('request.taken_on'),
      refuseTakenOn('request.not_found_by_you'),
      refuseService('request.service_is_provided'),
      refuse('request.answer_wanted'),
      attachError('intake'),
      refuseKnowledge('knowledge_entry.not_found'),
      refuseKnowledge('knowledge_entry.not_public'),
      refuseKnowledge('knowledge_entry.holds_elsewhere'),
      refuseKnowledge('knowledge_entry.of_another_category'),
    ],
  })
  answerOnTheSpot(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: AnswerOnTheSpotInput,
    @IfMatch() ifMatch?: number,
  ): Promise<RequestDto> {
    return this.requests.answerOnTheSpot(actor, id, input, ifMatch);
  }

  @Post(':id/decline')
  @Auth('intake.requests.decline')
  @ApiBody({ type: DeclineInput, examples: DECLINE_EXAMPLES })
  @Operation({
    zh: '不予受理',
    en: 'Decline, with the proper way told',
    answers: RequestDto,
    errors: [
      ...ACTION_ERRORS,
      refuseTakenOn('request.taken_on'),
      refuseService('request.service_is_provided'),
      refuse('request.petition_reference'),
    ],
  })
  decline(@Caller() actor: Actor, @IdParam() id: string, @Body() input: DeclineInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.requests.decline(actor, id, input, ifMatch);
  }

  @Post(':id/redirect')
  @Auth('intake.requests.redirect')
  @Operation({
    zh: '转紧急电话：工单或调解随之终止，答复中有对来电人说的话',
    en: 'Redirect an emergency to its number: the order or case ends, and the answer says what to tell the caller',
    answers: RequestDto,
    errors: [...ACTION_ERRORS, refuseService('request.service_is_provided')],
  })
  redirect(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RedirectInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.requests.redirect(actor, id, input, ifMatch);
  }

  @Post(':id/withdraw')
  @Auth('intake.requests.withdraw')
  @Operation({ zh: '撤回诉求', en: 'Withdraw a request', answers: RequestDto, errors: ACTION_ERRORS })
  withdraw(@Caller() actor: Actor, @IdParam() id: string, @Body() input: WithdrawInput, @IfMatch() ifMatch?: number): Promise<RequestDto> {
    return this.requests.withdraw(actor, id, input, ifMatch);
  }
}
