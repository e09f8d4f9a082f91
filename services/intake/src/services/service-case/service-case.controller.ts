import { Body, Controller, Get, Header, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { AskedDocument, DOCUMENT_TYPES, type DocumentFormat } from '@zero-distance/documents';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Inert, Operation, type Page, PageQuery } from '@zero-distance/platform';
import { refuseResident } from '../../people/resident/resident.errors.js';
import { FindByPhoneInput } from '../../requests/requester/requester.dto.js';
import { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { refusePoint } from '../service-point/service-point.errors.js';
import { RevealedApplicantDto, ServiceCaseDetailDto, ServiceCaseDto, ServiceCaseQuery } from './service-case.dto.js';
import { refuseCase } from './service-case.errors.js';
import { ServiceCaseService } from './service-case.service.js';
import { SERVICE_CASE_TRANSITIONS } from './service-case.transitions.js';
import {
  AskMaterialsInput,
  BringMaterialsInput,
  DecideCaseInput,
  DeliverCaseInput,
  OpenServiceCaseInput,
  RateCaseInput,
  RefuseCaseInput,
  SubmitCaseInput,
  TrackCaseInput,
  VerifyRatingInput,
  WithdrawCaseInput,
} from './service-case-input.dto.js';
import { ServiceCaseOpeningService } from './service-case-opening.service.js';

const NOT_FOUND = refuseCase('service_case.not_found');
const OF_MATERIALS = [
  refuseCase('service_case.material_unknown'),
  refuseCase('service_case.material_not_missing'),
  refuseCase('service_case.reason_for_waiver'),
];

const OPEN_EXAMPLES = {
  window: {
    summary: '窗口收件 at a window',
    value: { itemCode: 'HF-04', mode: 'window', areaCode: '230903011001', applicant: { name: '张三', phone: '13800001234' }, again: true },
  },
};

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: ServiceCaseDto, errors: [NOT_FOUND, ...SERVICE_CASE_TRANSITIONS.errors, ...errors] });

@ApiTags('办件 / Service cases')
@Controller('service-cases')
export class ServiceCaseController {
  constructor(
    private readonly cases: ServiceCaseService,
    private readonly openings: ServiceCaseOpeningService,
  ) {}

  @Post()
  @Auth('intake.serviceCases.open')
  @ApiBody({ type: OpenServiceCaseInput, examples: OPEN_EXAMPLES })
  @Operation({
    zh: '收件：缺少的材料一次告知',
    en: 'Open a service case: all that is missing is told in one go',
    answers: ServiceCaseDto,
    status: 201,
    errors: [
      ...[refuseResident('resident.not_found'), refusePoint('service_point.not_found'), refuseCase('service_case.no_item')],
      ...[refuseCase('service_case.applicant_wanted'), refuseCase('service_case.resident_not_registered')],
      refuseCase('service_case.open_already'),
      ...[refuseCase('service_case.consent_wanted'), refuseCase('service_case.item_not_assisted'), ...OF_MATERIALS],
    ],
  })
  open(@Caller() actor: Actor, @Body() input: OpenServiceCaseInput): Promise<ServiceCaseDto> {
    return this.openings.open(actor, input);
  }

  @Get()
  @Auth('intake.serviceCases.list')
  @Operation({
    zh: '办件列表',
    en: 'List service cases',
    answers: ChangesPageOf(ServiceCaseDto),
    errors: [refuseResident('resident.not_found')],
  })
  list(@Caller() actor: Actor, @Query() query: ServiceCaseQuery): Promise<Page<ServiceCaseDto>> {
    return this.cases.list(actor, query);
  }

  @Post('find-by-phone')
  @Auth('intake.serviceCases.findByPhone')
  @Operation({
    zh: '按申请人电话查找（申请人不在册的）；在册居民请先找到其档案，再按档案列出',
    en: 'Find service cases by the telephone number of who applied and is on no register; find residents first, and then list what is of their file',
    answers: ChangesPageOf(ServiceCaseDto),
  })
  findByPhone(@Caller() actor: Actor, @Body() input: FindByPhoneInput, @Query() page: PageQuery): Promise<Page<ServiceCaseDto>> {
    return this.cases.findByPhone(actor, input, page);
  }

  @Get(':id/notice')
  @Auth('intake.serviceCases.notice')
  @Inert()
  @Operation({
    zh: '一次告知单：可打印的网页，或 Word 文件（Accept）',
    en: 'What the case needs and what is missing, for who applied: a page to print, or a Word file (Accept)',
    files: DOCUMENT_TYPES,
    errors: [NOT_FOUND],
  })
  notice(@Caller() actor: Actor, @IdParam() id: string, @AskedDocument() format: DocumentFormat): Promise<StreamableFile> {
    return this.cases.notice(actor, id, format);
  }

  @Get(':id')
  @Auth('intake.serviceCases.get')
  @Operation({
    zh: '查看办件、步骤及其处理记录',
    en: 'Get a service case, its steps and its history',
    answers: ServiceCaseDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ServiceCaseDetailDto> {
    return this.cases.get(actor, id);
  }

  @Post(':id/reveal')
  @Auth('intake.serviceCases.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看申请人（不在册的；留痕）',
    en: 'Reveal who applied and is on no register, for a stated purpose that is kept',
    answers: RevealedApplicantDto,
    errors: [NOT_FOUND, refuseCase('service_case.nobody_to_call'), refuseCase('service_case.nobody_to_reveal')],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedApplicantDto> {
    return this.cases.reveal(actor, id, input);
  }

  @Post(':id/bring-materials')
  @Auth('intake.serviceCases.bringMaterials')
  @Action('补齐材料', 'Record what was brought or is waived', ...OF_MATERIALS)
  bring(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: BringMaterialsInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.bring(actor, { id, ifMatch }, input);
  }

  @Post(':id/ask-materials')
  @Auth('intake.serviceCases.askMaterials')
  @Action('事后追加材料：标明并计入统计', 'Ask for more than was told: it is marked, and counts', refuseCase('service_case.material_known'))
  ask(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: AskMaterialsInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.ask(actor, { id, ifMatch }, input);
  }

  @Post(':id/fill-forms')
  @Auth('intake.serviceCases.fillForms')
  @Action('帮办代办：已代填表单', 'The forms were filled for who is helped', refuseCase('service_case.not_assisted'))
  fillForms(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ServiceCaseDto> {
    return this.cases.fillForms(actor, { id, ifMatch });
  }

  @Post(':id/submit')
  @Auth('intake.serviceCases.submit')
  @Action(
    '提交办理，办理时限自此起算',
    'Hand it in: its limit counts from now',
    ...[refuseCase('service_case.materials_missing'), refuseCase('service_case.forms_first'), refuseCase('service_case.number_wanted')],
    refuseCase('service_case.brought_along'),
  )
  submit(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: SubmitCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.submit(actor, { id, ifMatch }, input);
  }

  @Post(':id/track')
  @Auth('intake.serviceCases.track')
  @Action('跟踪进度', 'Note how far it is')
  track(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: TrackCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.track(actor, { id, ifMatch }, input);
  }

  @Post(':id/decide')
  @Auth('intake.serviceCases.decide')
  @Action('登记办理结果', 'Record what was decided')
  decide(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: DecideCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.decide(actor, { id, ifMatch }, input);
  }

  @Post(':id/deliver')
  @Auth('intake.serviceCases.deliver')
  @Action('送达结果', 'Deliver the result', refuseCase('service_case.copy_wanted'))
  deliver(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: DeliverCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.deliver(actor, { id, ifMatch }, input);
  }

  @Post(':id/refuse')
  @Auth('intake.serviceCases.refuse')
  @Action('不予办理，告知原因和去处', 'Refuse it, and say why and where to go')
  refuse(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: RefuseCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.refuse(actor, { id, ifMatch }, input);
  }

  @Post(':id/withdraw')
  @Auth('intake.serviceCases.withdraw')
  @Action('申请人撤回', 'The applicant withdraws')
  withdraw(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: WithdrawCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.withdraw(actor, { id, ifMatch }, input);
  }

  @Post(':id/rate')
  @Auth('intake.serviceCases.rate')
  @Action(
    '登记申请人的评价（好差评，五级），由未经办的人员登记',
    'Take down how satisfied who applied is; by somebody who did not handle it',
    ...[refuseCase('service_case.rated_already'), refuseCase('service_case.rated_too_late'), ...SEPARATE_DUTIES_ERRORS],
  )
  rate(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RateCaseInput, @IfMatch() ifMatch?: number): Promise<ServiceCaseDto> {
    return this.cases.rate(actor, { id, ifMatch }, input);
  }

  @Post(':id/verify-rating')
  @Auth('intake.serviceCases.verifyRating')
  @Action(
    '核实差评：整改、解释或认定不属实，由未经办的人员核实',
    'Verify a poor rating; by somebody who did not handle the case',
    ...[refuseCase('service_case.nothing_to_verify'), ...SEPARATE_DUTIES_ERRORS],
  )
  verifyRating(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: VerifyRatingInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.verifyRating(actor, { id, ifMatch }, input);
  }
}
