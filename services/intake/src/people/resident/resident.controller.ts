import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page, PageQuery } from '@zero-distance/platform';
import { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { refuseGroup } from '../resident-group/resident-group.errors.js';
import { GroupMembershipService } from './group-membership.service.js';
import {
  FindResidentInput,
  JoinGroupInput,
  LeaveGroupInput,
  LeaveInput,
  MergeResidentInput,
  ResidentDetailDto,
  ResidentDto,
  ResidentQuery,
} from './resident.dto.js';
import { refuseResident } from './resident.errors.js';
import { ResidentService } from './resident.service.js';
import { RESIDENT_TRANSITIONS } from './resident.transitions.js';
import { ResidentEndService } from './resident-end.service.js';
import { CorrectResidentInput, RegisterResidentInput } from './resident-file.dto.js';
import { ResidentFindService } from './resident-find.service.js';
import { RevealedFileDto } from './revealed-file.dto.js';

const NOT_FOUND = refuseResident('resident.not_found');
const ERASED = refuseResident('resident.erased');
const OF_FILE = [
  refuseResident('resident.known'),
  refuseResident('resident.contradicts_id_number'),
  refuseResident('resident.day_to_come'),
];

/** Without an identity number, of which there is one file each. */
const REGISTER_EXAMPLES = {
  elderly: {
    summary: '独居老人 somebody old who lives alone',
    value: {
      ...{ name: '张秀英', phone: '13800001234', bornOn: '1950-03-08', sex: '2', address: '学府社区3号楼2单元501' },
      ...{ areaCode: '230903011001', consentOn: '2026-11-01', consentWay: 'written' },
    },
  },
};
const FIND_EXAMPLES = { phone: { summary: '按电话 by telephone', value: { phone: '13800001234' } } };
const CORRECT_EXAMPLES = {
  address: { summary: '住址 the address', value: { address: '学府社区5号楼1单元201', reason: '本人告知已搬迁。' } },
};

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: ResidentDto, errors: [NOT_FOUND, ...RESIDENT_TRANSITIONS.errors, ...errors] });

@ApiTags('居民 / Residents')
@Controller('residents')
export class ResidentController {
  constructor(
    private readonly residents: ResidentService,
    private readonly finds: ResidentFindService,
    private readonly memberships: GroupMembershipService,
    private readonly ends: ResidentEndService,
  ) {}

  @Post()
  @Auth('intake.residents.register')
  @ApiBody({ type: RegisterResidentInput, examples: REGISTER_EXAMPLES })
  @Operation({
    zh: '登记居民（须本人同意）；同一证件号码只有一份档案',
    en: 'Register a resident, who has agreed to it; of one identity number there is one file',
    answers: ResidentDto,
    status: 201,
    errors: [...OF_FILE, refuseGroup('resident_group.unknown')],
  })
  register(@Caller() actor: Actor, @Body() input: RegisterResidentInput): Promise<ResidentDto> {
    return this.residents.register(actor, input);
  }

  @Get()
  @Auth('intake.residents.list')
  @Operation({ zh: '居民名册（脱敏）', en: 'List residents, masked', answers: ChangesPageOf(ResidentDto) })
  list(@Caller() actor: Actor, @Query() query: ResidentQuery): Promise<Page<ResidentDto>> {
    return this.residents.list(actor, query);
  }

  @Post('find')
  @Auth('intake.residents.find')
  @ApiBody({ type: FindResidentInput, examples: FIND_EXAMPLES })
  @Operation({
    zh: '按完整证件号码或电话查找（留痕，每个账号每天有次数限制）',
    en: 'Find residents by a whole identity number or telephone number: it is on record, and so often a day for one account',
    answers: ChangesPageOf(ResidentDto),
    errors: [refuseResident('resident.find_by_one'), refuseResident('resident.found_too_often')],
  })
  find(@Caller() actor: Actor, @Body() input: FindResidentInput, @Query() page: PageQuery): Promise<Page<ResidentDto>> {
    return this.finds.find(actor, input, page);
  }

  @Get(':id')
  @Auth('intake.residents.get')
  @Operation({
    zh: '查看居民（脱敏）、所属群体及处理记录',
    en: 'Get a resident, masked, with their groups and the history of the file',
    answers: ResidentDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ResidentDetailDto> {
    return this.residents.get(actor, id);
  }

  @Post(':id/reveal')
  @Auth('intake.residents.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看居民档案真实信息（留痕）',
    en: 'Reveal the file of a resident, for a stated purpose that is kept',
    answers: RevealedFileDto,
    errors: [NOT_FOUND, ERASED],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedFileDto> {
    return this.residents.reveal(actor, id, input);
  }

  @Post(':id/correct')
  @Auth('intake.residents.correct')
  @ApiBody({ type: CorrectResidentInput, examples: CORRECT_EXAMPLES })
  @Action(
    '更正居民档案：未填的不变，leaveOut 所列的删除',
    'Correct the file: what is not named stays',
    ...OF_FILE,
    refuseResident('resident.nothing_said'),
    ERASED,
  )
  correct(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CorrectResidentInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ResidentDto> {
    return this.residents.correct(actor, id, input, ifMatch);
  }

  @Post(':id/confirm')
  @Auth('intake.residents.confirm')
  @Action('核实：档案无误', 'Say that the file is right as it is')
  confirm(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ResidentDto> {
    return this.residents.confirm(actor, id, ifMatch);
  }

  @Post(':id/join-group')
  @Auth('intake.residents.joinGroup')
  @Action(
    '纳入群体',
    'Say that they belong to a group',
    refuseGroup('resident_group.unknown'),
    refuseGroup('resident_group.joined'),
    refuseResident('resident.day_to_come'),
  )
  joinGroup(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: JoinGroupInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ResidentDto> {
    return this.memberships.join(actor, id, input, ifMatch);
  }

  @Post(':id/leave-group')
  @Auth('intake.residents.leaveGroup')
  @Action('退出群体', 'Say that they belong to a group no more', refuseGroup('resident_group.not_joined'))
  leaveGroup(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: LeaveGroupInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ResidentDto> {
    return this.memberships.leave(actor, id, input, ifMatch);
  }

  @Post(':id/leave')
  @Auth('intake.residents.leave')
  @Action('迁出或去世：退出各群体，档案到期清除', 'Moved away or dead: in no group any more, and erased in time')
  leave(@Caller() actor: Actor, @IdParam() id: string, @Body() { leaving }: LeaveInput, @IfMatch() ifMatch?: number): Promise<ResidentDto> {
    return this.ends.leave(actor, id, leaving, ifMatch);
  }

  @Post(':id/return')
  @Auth('intake.residents.return')
  @Action('迁回，或登记有误', 'Back, or never gone')
  return(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ResidentDto> {
    return this.ends.return(actor, id, ifMatch);
  }

  @Post(':id/merge')
  @Auth('intake.residents.merge')
  @Action(
    '重复档案并入另一份：所缺项目、证件号码、群体随之转入',
    'Merge a file into another of the same person, which takes what it lacks, the number, and the groups',
    refuseResident('resident.main_itself'),
    refuseResident('resident.main_not_registered'),
    refuseResident('resident.different_people'),
    refuseResident('resident.contradicts_id_number'),
    ERASED,
  )
  merge(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() { mainResidentId }: MergeResidentInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ResidentDto> {
    return this.ends.merge(actor, id, mainResidentId, ifMatch);
  }

  @Post(':id/split-off')
  @Auth('intake.residents.splitOff')
  @Action(
    '合并有误，恢复档案；群体须重新纳入',
    'They were two people: the file goes on, in no group yet',
    refuseResident('resident.known'),
    ERASED,
  )
  splitOff(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ResidentDto> {
    return this.ends.splitOff(actor, id, ifMatch);
  }

  @Post(':id/withdraw-consent')
  @Auth('intake.residents.withdrawConsent')
  @Action(
    '本人撤回同意：档案即行清除，并入的档案同时清除',
    'Consent is withdrawn: the file is erased at once, and those that were merged into it',
    refuseResident('resident.consent_of_main'),
  )
  withdrawConsent(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ResidentDto> {
    return this.ends.withdrawConsent(actor, id, ifMatch);
  }
}
