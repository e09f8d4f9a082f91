import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation, type Page, PageOf, PageQuery } from '@zero-distance/platform';
import { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { refuseTarget } from '../round-target/round-target.errors.js';
import { CorrectKnockInput, KnockDto, RecordedKnockDto, RecordKnockInput, RevealedKnockDto } from './knock.dto.js';
import { refuseKnock } from './knock.errors.js';
import { KnockService } from './knock.service.js';

const NO_TARGET = refuseTarget('round_target.not_found');
const NOT_FOUND = refuseKnock('knock.not_found');
const NOT_OPEN = refuseKnock('knock.round_not_open');

const KNOCK_EXAMPLES = { home: { summary: '不在家 nobody at home', value: { outcome: 'not-home' } } };

@ApiTags('敲门行动 / Rounds of knocking at doors')
@Controller()
export class KnockController {
  constructor(private readonly knocks: KnockService) {}

  @Post('round-targets/:id/knock')
  @Auth('intake.knocks.record')
  @ApiBody({ type: RecordKnockInput, examples: KNOCK_EXAMPLES })
  @Operation({
    zh: '登记敲门：结果、答复、发现的需求；见到一次即为见到，否则以最后一次为准',
    en: 'Record a knock: what came of it, answers, needs. Met once is met, else the last knock counts',
    answers: RecordedKnockDto,
    errors: [
      ...[NO_TARGET, NOT_OPEN, refuseKnock('knock.id_taken'), refuseKnock('knock.not_in_time'), refuseKnock('knock.too_soon')],
      ...[refuseKnock('knock.answers_not_met'), refuseKnock('knock.answer_wrong'), refuseKnock('knock.bank_data')],
    ],
  })
  record(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RecordKnockInput): Promise<RecordedKnockDto> {
    return this.knocks.record(actor, id, input);
  }

  @Get('round-targets/:id/knocks')
  @Auth('intake.knocks.list')
  @Operation({
    zh: '某户的敲门登记（不含答复），最近登记的在前',
    en: 'The knocks at a door, without what was answered, the last recorded first',
    answers: PageOf(KnockDto),
    errors: [NO_TARGET],
  })
  list(@Caller() actor: Actor, @IdParam() id: string, @Query() page: PageQuery): Promise<Page<KnockDto>> {
    return this.knocks.list(actor, id, page);
  }

  @Post('knocks/:id/correct')
  @Auth('intake.knocks.correct')
  @Operation({
    zh: '更正敲门结果，由登记人或受理员，在规定日数之内',
    en: 'Set the outcome of a knock right: by who recorded it or a clerk, within days',
    answers: KnockDto,
    errors: [
      ...[NOT_FOUND, NOT_OPEN, refuseKnock('knock.not_own'), refuseKnock('knock.same_outcome'), refuseKnock('knock.correction_over')],
    ],
  })
  correct(@Caller() actor: Actor, @IdParam() id: string, @Body() input: CorrectKnockInput): Promise<KnockDto> {
    return this.knocks.correct(actor, id, input);
  }

  @Post('knocks/:id/reveal')
  @Auth('intake.knocks.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看答复和备注（留痕）',
    en: 'Reveal what was answered and noted, for a stated purpose that is kept',
    answers: RevealedKnockDto,
    errors: [NOT_FOUND, NO_TARGET],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedKnockDto> {
    return this.knocks.reveal(actor, id, input);
  }
}
