import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseKeyPerson } from '../../people/key-person/key-person.errors.js';
import { RevealInput } from '../../requests/reveal/reveal.dto.js';
import {
  DropNeedInput,
  KnockNeedDetailDto,
  KnockNeedDto,
  KnockNeedQuery,
  LinkNeedInput,
  NeedRequestInput,
  RevealedNeedDto,
} from './knock-need.dto.js';
import { refuseNeed } from './knock-need.errors.js';
import { KnockNeedService } from './knock-need.service.js';
import { KNOCK_NEED_TRANSITIONS } from './knock-need.transitions.js';

const NOT_FOUND = refuseNeed('knock_need.not_found');

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: KnockNeedDto, errors: [NOT_FOUND, ...KNOCK_NEED_TRANSITIONS.errors, ...errors] });

const LINK_EXAMPLES = { request: { summary: '诉求 a request', value: { linkedId: '0190a5c0-7c1e-7000-8000-000000000001' } } };

@ApiTags('敲门需求 / Needs found at doors')
@Controller('knock-needs')
export class KnockNeedController {
  constructor(private readonly needs: KnockNeedService) {}

  @Get()
  @Auth('intake.knockNeeds.list')
  @Operation({
    zh: '敲门发现的需求；state=waiting 为尚未落实的',
    en: 'Needs that were found at doors; state=waiting are those that have become nothing yet',
    answers: ChangesPageOf(KnockNeedDto),
  })
  list(@Caller() actor: Actor, @Query() query: KnockNeedQuery): Promise<Page<KnockNeedDto>> {
    return this.needs.list(actor, query);
  }

  @Get(':id')
  @Auth('intake.knockNeeds.get')
  @Operation({ zh: '查看需求及处理记录', en: 'Get a need and its history', answers: KnockNeedDetailDto, errors: [NOT_FOUND] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<KnockNeedDetailDto> {
    return this.needs.get(actor, id);
  }

  @Post(':id/link')
  @Auth('intake.knockNeeds.link')
  @ApiBody({ type: LinkNeedInput, examples: LINK_EXAMPLES })
  @Action(
    '关联所落实的诉求、服务单或重点服务对象',
    'Link it with the request, service order or key person that it has become',
    refuseNeed('knock_need.no_room'),
    refuseNeed('knock_need.other_kind'),
    refuse('request.not_found'),
    refuseKeyPerson('key_person.not_found'),
  )
  link(@Caller() actor: Actor, @IdParam() id: string, @Body() input: LinkNeedInput, @IfMatch() ifMatch?: number): Promise<KnockNeedDto> {
    return this.needs.link(actor, { id, ifMatch }, input.linkedId);
  }

  @Post(':id/register')
  @Auth('intake.knockNeeds.register')
  @Action('登记为诉求并关联', 'Register it as a request, and link that', refuseNeed('knock_need.not_request'), refuse('category.retired'))
  register(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: NeedRequestInput,
    @IfMatch() ifMatch?: number,
  ): Promise<KnockNeedDto> {
    return this.needs.register(actor, { id, ifMatch }, input);
  }

  @Post(':id/drop')
  @Auth('intake.knockNeeds.drop')
  @Action('不再需要，说明原因', 'It is no need any more: say why')
  drop(@Caller() actor: Actor, @IdParam() id: string, @Body() input: DropNeedInput, @IfMatch() ifMatch?: number): Promise<KnockNeedDto> {
    return this.needs.drop(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/reveal')
  @Auth('intake.knockNeeds.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看需求说明（留痕）',
    en: 'Reveal what was noted of a need, for a stated purpose that is kept',
    answers: RevealedNeedDto,
    errors: [NOT_FOUND],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedNeedDto> {
    return this.needs.reveal(actor, id, input);
  }
}
