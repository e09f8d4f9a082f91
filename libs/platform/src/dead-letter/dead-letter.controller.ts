import { Controller, Get, Inject, Post, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { DeadLetters, refuseDeadLetter } from '@zero-distance/messaging';
import { accessOf } from '../access/access.js';
import { Auth, Caller } from '../auth/auth.decorators.js';
import { IdParam } from '../http/id-param.js';
import { Operation } from '../openapi/operation.js';
import { decodeCursor, encodeCursor } from '../paging/cursor.js';
import { type Page, toPage } from '../paging/page.js';
import { PageOf } from '../paging/page-of.js';
import { DeadLetterDto, DeadLetterQuery } from './dead-letter.dto.js';
import { toDeadLetterDto } from './dead-letter.view.js';

const NOT_FOUND = refuseDeadLetter('dead_letter_not_found');
const SETTLED = refuseDeadLetter('dead_letter_settled');
const REPLAY_FAILED = refuseDeadLetter('dead_letter_replay_failed');

/** The dead letters of one service over REST. A class for each service, because the scope has the service's name. */
export function deadLetterController(service: Service): Type {
  @ApiTags('死信 / Dead letters')
  @Controller('dead-letters')
  class DeadLetterController {
    constructor(@Inject(DeadLetters) private readonly letters: DeadLetters) {}

    @Get()
    @Auth(accessOf(service, 'deadLetters.list'))
    @Operation({ zh: '列出死信', en: 'List dead letters', answers: PageOf(DeadLetterDto) })
    async list(@Caller() actor: Actor, @Query() query: DeadLetterQuery): Promise<Page<DeadLetterDto>> {
      const [before] = decodeCursor(query.cursor, ['uuid']) ?? [];
      const rows = await this.letters.list(actor, { state: query.state, before, limit: query.limit + 1 });
      return toPage(rows, query.limit, toDeadLetterDto, (letter) => encodeCursor(letter.id));
    }

    @Get(':id')
    @Auth(accessOf(service, 'deadLetters.get'))
    @Operation({ zh: '查看死信', en: 'Get a dead letter', answers: DeadLetterDto, errors: [NOT_FOUND] })
    async get(@Caller() actor: Actor, @IdParam() id: string): Promise<DeadLetterDto> {
      return toDeadLetterDto(await this.letters.get(actor, id));
    }

    @Post(':id/replay')
    @Auth(accessOf(service, 'deadLetters.replay'))
    @Operation({ zh: '重放死信', en: 'Replay a dead letter', answers: DeadLetterDto, errors: [NOT_FOUND, SETTLED, REPLAY_FAILED] })
    async replay(@Caller() actor: Actor, @IdParam() id: string): Promise<DeadLetterDto> {
      return toDeadLetterDto(await this.letters.replay(actor, id));
    }

    @Post(':id/discard')
    @Auth(accessOf(service, 'deadLetters.discard'))
    @Operation({ zh: '放弃死信', en: 'Discard a dead letter', answers: DeadLetterDto, errors: [NOT_FOUND, SETTLED] })
    async discard(@Caller() actor: Actor, @IdParam() id: string): Promise<DeadLetterDto> {
      return toDeadLetterDto(await this.letters.discard(actor, id));
    }
  }
  return DeadLetterController;
}
