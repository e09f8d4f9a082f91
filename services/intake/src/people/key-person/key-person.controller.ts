import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page, PageOf, PageQuery } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import {
  AssignInput,
  ChangeRiskInput,
  HandedOverDto,
  HandOverInput,
  KeyPersonDetailDto,
  KeyPersonDto,
  KeyPersonQuery,
  RecordVisitInput,
  ReferInput,
  TransferInput,
  VisitDto,
  WhyInput,
} from './key-person.dto.js';
import { refuseKeyPerson } from './key-person.errors.js';
import { KeyPersonService } from './key-person.service.js';
import { KEY_PERSON_TRANSITIONS } from './key-person.transitions.js';

const NOT_FOUND = refuseKeyPerson('key_person.not_found');
const NOT_ASKED = refuseKeyPerson('key_person.not_asked');
const NOT_THERE = refuseKeyPerson('key_person.not_of_organisation');
const NOT_OWN = refuseKeyPerson('key_person.not_own');
const UNKNOWN = refuseKeyPerson('key_person.organisation_unknown');

const VISIT_EXAMPLES = { home: { summary: '入户走访 at home', value: { way: 'home', met: true, note: '精神状态好。' } } };
const ASSIGN_EXAMPLES = { worker: { summary: '本单位人员 somebody of the same organisation', value: { workerId: 'demo-care' } } };
const TRANSFER_EXAMPLES = { worker: { summary: '换责任人 another worker', value: { workerId: 'demo-grid', reason: '责任人调岗。' } } };
const HAND_OVER_EXAMPLES = {
  all: { summary: '全部移交 everybody', value: { fromWorkerId: 'demo-care', workerId: 'demo-grid', reason: '责任人离岗。' } },
};

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: KeyPersonDto, errors: [NOT_FOUND, ...KEY_PERSON_TRANSITIONS.errors, ...errors] });

@ApiTags('重点服务对象 / Key persons')
@Controller('key-persons')
export class KeyPersonController {
  constructor(private readonly persons: KeyPersonService) {}

  @Get()
  @Auth('intake.keyPersons.list')
  @Operation({
    zh: '重点服务对象名单（不含个人信息，不能导出）；责任人只见本人负责的',
    en: 'List key persons, without what says who they are; it cannot be taken as a file. Workers see their own',
    answers: ChangesPageOf(KeyPersonDto),
    noFile: true,
  })
  list(@Caller() actor: Actor, @Query() query: KeyPersonQuery): Promise<Page<KeyPersonDto>> {
    return this.persons.list(actor, query);
  }

  @Get(':id')
  @Auth('intake.keyPersons.get')
  @Operation({
    zh: '查看走访和处理记录（不含个人信息）',
    en: 'Get the visits and the history',
    answers: KeyPersonDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<KeyPersonDetailDto> {
    return this.persons.get(actor, id);
  }

  @Get(':id/visits')
  @Auth('intake.keyPersons.visits')
  @Operation({
    zh: '走访记录（不含走访情况，不能导出），最近登记的在前',
    en: 'The visits of a key person, the last recorded first, without what was seen; they cannot be taken as a file',
    answers: PageOf(VisitDto),
    errors: [NOT_FOUND],
    noFile: true,
  })
  visits(@Caller() actor: Actor, @IdParam() id: string, @Query() page: PageQuery): Promise<Page<VisitDto>> {
    return this.persons.visits(actor, id, page);
  }

  @Post(':id/assign')
  @Auth('intake.keyPersons.assign')
  @ApiBody({ type: AssignInput, examples: ASSIGN_EXAMPLES })
  @Action('指派给一名责任人，待其接收', 'Give them to one worker, who has yet to accept', UNKNOWN)
  assign(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AssignInput, @IfMatch() ifMatch?: number): Promise<KeyPersonDto> {
    return this.persons.assign(actor, { id, ifMatch }, input);
  }

  @Post(':id/transfer')
  @Auth('intake.keyPersons.transfer')
  @ApiBody({ type: TransferInput, examples: TRANSFER_EXAMPLES })
  @Action(
    '移交给另一责任人，待其接收；接收前仍由原责任人负责',
    'Ask another worker to take them over',
    UNKNOWN,
    NOT_OWN,
    refuseKeyPerson('key_person.to_oneself'),
  )
  transfer(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: TransferInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KeyPersonDto> {
    return this.persons.transfer(actor, { id, ifMatch }, input);
  }

  @Post('hand-over')
  @Auth('intake.keyPersons.handOver')
  @ApiBody({ type: HandOverInput, examples: HAND_OVER_EXAMPLES })
  @Operation({
    zh: '责任人离岗：将其负责的全部对象移交另一责任人，待其逐一接收',
    en: 'Ask another worker to take over everybody whom one who leaves looks after; each is accepted or refused by itself',
    answers: HandedOverDto,
    errors: [UNKNOWN, NOT_OWN, refuseKeyPerson('key_person.nobody_with_worker'), refuseKeyPerson('key_person.to_oneself')],
  })
  handOver(@Caller() actor: Actor, @Body() input: HandOverInput): Promise<HandedOverDto> {
    return this.persons.handOver(actor, input);
  }

  @Post(':id/refer')
  @Auth('intake.keyPersons.refer')
  @Action(
    '转介给另一单位，待其接收并指派',
    'Ask another organisation to take them over',
    UNKNOWN,
    NOT_OWN,
    refuseKeyPerson('key_person.same_organisation'),
  )
  refer(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReferInput, @IfMatch() ifMatch?: number): Promise<KeyPersonDto> {
    return this.persons.refer(actor, { id, ifMatch }, input);
  }

  @Post(':id/accept')
  @Auth('intake.keyPersons.accept')
  @Action('接收', 'Accept: by who was asked', NOT_ASKED, NOT_THERE)
  accept(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<KeyPersonDto> {
    return this.persons.accept(actor, { id, ifMatch });
  }

  @Post(':id/refuse')
  @Auth('intake.keyPersons.refuse')
  @Action('不接收，说明原因', 'Refuse: by who was asked', NOT_ASKED)
  refuse(@Caller() actor: Actor, @IdParam() id: string, @Body() input: WhyInput, @IfMatch() ifMatch?: number): Promise<KeyPersonDto> {
    return this.persons.refuse(actor, { id, ifMatch }, input);
  }

  @Post(':id/take-back')
  @Auth('intake.keyPersons.takeBack')
  @Action('收回指派、移交或转介', 'Ask nobody any more', NOT_OWN)
  takeBack(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<KeyPersonDto> {
    return this.persons.takeBack(actor, { id, ifMatch });
  }

  @Post(':id/change-risk')
  @Auth('intake.keyPersons.changeRisk')
  @Action(
    '调整风险等级；升为高风险的限时走访',
    'Change the risk; at high risk they are visited soon',
    NOT_OWN,
    refuseKeyPerson('key_person.same_risk'),
  )
  changeRisk(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ChangeRiskInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KeyPersonDto> {
    return this.persons.changeRisk(actor, { id, ifMatch }, input);
  }

  @Post(':id/report-change')
  @Auth('intake.keyPersons.reportChange')
  @Action('报告重大变化；高风险的限时走访', 'Report a major change; at high risk they are visited soon', NOT_OWN)
  reportChange(@Caller() actor: Actor, @IdParam() id: string, @Body() input: WhyInput, @IfMatch() ifMatch?: number): Promise<KeyPersonDto> {
    return this.persons.reportChange(actor, { id, ifMatch }, input);
  }

  @Post(':id/visit')
  @Auth('intake.keyPersons.visit')
  @ApiBody({ type: RecordVisitInput, examples: VISIT_EXAMPLES })
  @Action(
    '登记走访',
    'Record a visit',
    NOT_OWN,
    refuse('request.not_found'),
    refuseKeyPerson('key_person.visit_to_come'),
    refuseKeyPerson('key_person.visit_too_old'),
    refuseKeyPerson('key_person.request_wanted'),
  )
  visit(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: RecordVisitInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KeyPersonDto> {
    return this.persons.visit(actor, { id, ifMatch }, input);
  }

  @Post(':id/leave')
  @Auth('intake.keyPersons.leave')
  @Action('退出：不再需要走访', 'They need to be looked after no more', NOT_OWN)
  leave(@Caller() actor: Actor, @IdParam() id: string, @Body() input: WhyInput, @IfMatch() ifMatch?: number): Promise<KeyPersonDto> {
    return this.persons.leave(actor, { id, ifMatch }, input);
  }
}
