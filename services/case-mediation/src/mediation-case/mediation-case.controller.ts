import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AskedDocument, DOCUMENT_TYPES, type DocumentFormat } from '@zero-distance/documents';
import { attachError } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Inert, Operation, type Page } from '@zero-distance/platform';
import { AgreeInput } from '../agreement/agreement.dto.js';
import { refuse } from '../errors.js';
import { HoldSessionInput, SessionDto } from '../session/session.dto.js';
import {
  AcceptInput,
  ApplyInput,
  AssignInput,
  CaseDetailDto,
  CaseDto,
  CaseQuery,
  DeclineInput,
  FailInput,
  TerminateInput,
} from './mediation-case.dto.js';
import { MediationCaseService } from './mediation-case.service.js';
import { MEDIATION_CASE_TRANSITIONS } from './mediation-case.transitions.js';

/** What naming files can be refused for. */
const FILES_REFUSED = attachError('case-mediation');
const NOT_FOUND = refuse('case.not_found');
/** What every action can be refused for. */
const ACTION = [NOT_FOUND, ...MEDIATION_CASE_TRANSITIONS.errors];

@ApiTags('调解案件 / Mediation cases')
@Controller('cases')
export class MediationCaseController {
  constructor(private readonly cases: MediationCaseService) {}

  @Post()
  @Auth('case-mediation.cases.apply')
  @Operation({
    zh: '申请调解',
    en: 'Apply for mediation',
    answers: CaseDto,
    status: 201,
    errors: [refuse('case.parties_incomplete'), refuse('case.party_repeated')],
  })
  apply(@Caller() actor: Actor, @Body() input: ApplyInput): Promise<CaseDto> {
    return this.cases.apply(actor, input);
  }

  @Get()
  @Auth('case-mediation.cases.list')
  @Operation({ zh: '查询调解案件', en: 'List cases', answers: ChangesPageOf(CaseDto) })
  list(@Caller() actor: Actor, @Query() query: CaseQuery): Promise<Page<CaseDto>> {
    return this.cases.list(actor, query);
  }

  @Get(':id')
  @Auth('case-mediation.cases.get')
  @Operation({
    zh: '查看调解案件全貌',
    en: 'Get a case with its sessions, agreement and history',
    answers: CaseDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<CaseDetailDto> {
    return this.cases.get(actor, id);
  }

  @Get(':id/agreement')
  @Auth('case-mediation.cases.agreement')
  @Inert()
  @Operation({
    zh: '人民调解协议书：可打印的网页，或 Word 文件（Accept）',
    en: 'The written agreement of a case: a page to print, or a Word file (Accept)',
    files: DOCUMENT_TYPES,
    errors: [NOT_FOUND, refuse('agreement.not_written')],
  })
  agreement(@Caller() actor: Actor, @IdParam() id: string, @AskedDocument() format: DocumentFormat): Promise<StreamableFile> {
    return this.cases.agreement(actor, id, format);
  }

  @Post(':id/accept')
  @Auth('case-mediation.cases.accept')
  @Operation({ zh: '受理', en: 'Accept a case', answers: CaseDto, errors: ACTION })
  accept(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AcceptInput, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.accept(actor, id, input, ifMatch);
  }

  @Post(':id/decline')
  @Auth('case-mediation.cases.decline')
  @Operation({ zh: '不予受理', en: 'Decline a case', answers: CaseDto, errors: ACTION })
  decline(@Caller() actor: Actor, @IdParam() id: string, @Body() input: DeclineInput, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.end(actor, id, 'decline', input, ifMatch);
  }

  @Post(':id/assign')
  @Auth('case-mediation.cases.assign')
  @Operation({
    zh: '选定、指派或更换调解员',
    en: 'Name the mediator, or replace a recused one',
    answers: CaseDto,
    errors: [
      ...ACTION,
      refuse('mediator.unknown'),
      refuse('mediator.other_area'),
      refuse('mediator.assigned_already'),
      refuse('mediator.recused'),
      refuse('mediator.recusal_unreasoned'),
    ],
  })
  assign(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AssignInput, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.assign(actor, id, input, ifMatch);
  }

  @Post(':id/start')
  @Auth('case-mediation.cases.start')
  @Operation({
    zh: '开始调解（记录首次调解会）',
    en: 'Start the mediation with its first session',
    answers: CaseDto,
    errors: [...ACTION, refuse('session.in_future'), refuse('session.limit_passed'), FILES_REFUSED],
  })
  start(@Caller() actor: Actor, @IdParam() id: string, @Body() input: HoldSessionInput, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.start(actor, id, input, ifMatch);
  }

  @Post(':id/agree')
  @Auth('case-mediation.cases.agree')
  @Operation({
    zh: '达成协议',
    en: 'Record the agreement',
    answers: CaseDto,
    errors: [
      ...ACTION,
      refuse('agreement.must_be_written'),
      refuse('agreement.deadline_missing'),
      refuse('agreement.deadline_invalid'),
      FILES_REFUSED,
    ],
  })
  agree(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AgreeInput, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.agree(actor, id, input, ifMatch);
  }

  @Post(':id/fail')
  @Auth('case-mediation.cases.fail')
  @Operation({
    zh: '调解不成',
    en: 'Record that mediation failed',
    answers: CaseDto,
    errors: [...ACTION, refuse('case.legal_routes_missing')],
  })
  fail(@Caller() actor: Actor, @IdParam() id: string, @Body() input: FailInput, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.fail(actor, id, input, ifMatch);
  }

  @Post(':id/terminate')
  @Auth('case-mediation.cases.terminate')
  @Operation({ zh: '终止调解', en: 'Terminate a case', answers: CaseDto, errors: ACTION })
  terminate(@Caller() actor: Actor, @IdParam() id: string, @Body() input: TerminateInput, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.end(actor, id, 'terminate', input, ifMatch);
  }

  @Post(':id/perform')
  @Auth('case-mediation.cases.perform')
  @Operation({ zh: '协议已履行', en: 'Record that the agreement was performed', answers: CaseDto, errors: ACTION })
  perform(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.settle(actor, id, 'perform', ifMatch);
  }

  @Post(':id/breach')
  @Auth('case-mediation.cases.breach')
  @Operation({ zh: '协议违约', en: 'Record that the agreement was not performed', answers: CaseDto, errors: ACTION })
  breach(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<CaseDto> {
    return this.cases.settle(actor, id, 'breach', ifMatch);
  }

  @Post(':id/sessions')
  @Auth('case-mediation.cases.holdSession')
  @Operation({
    zh: '记录后续调解会',
    en: 'Record a further session',
    answers: SessionDto,
    status: 201,
    errors: [NOT_FOUND, refuse('session.not_mediating'), refuse('session.in_future'), refuse('session.limit_passed'), FILES_REFUSED],
  })
  recordSession(@Caller() actor: Actor, @IdParam() id: string, @Body() input: HoldSessionInput): Promise<SessionDto> {
    return this.cases.recordSession(actor, id, input);
  }
}
