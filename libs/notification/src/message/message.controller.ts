import { Controller, Get, Inject, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { Auth, accessOf, Caller, mapPage, Operation, type Page, PageOf } from '@zero-distance/platform';
import { MessageDto, MessageQuery } from './message.dto.js';
import { MESSAGES } from './message.store.js';
import { toMessageDto } from './message.view.js';

/** The messages of one service over REST. A class for each service, because the scope has the service's name. */
export function messageController(service: Service): Type {
  @ApiTags('短信 / Messages')
  @Controller('messages')
  class MessageController {
    constructor(@Inject(Transactor) private readonly transactor: Transactor) {}

    @Get()
    @Auth(accessOf(service, 'messages.list'))
    @Operation({ zh: '短信记录', en: 'List messages to people, sent and waiting', answers: PageOf(MessageDto) })
    list(@Caller() actor: Actor, @Query() query: MessageQuery): Promise<Page<MessageDto>> {
      return this.transactor.read(actor, async (tx) => mapPage(await MESSAGES.list(tx, query), toMessageDto));
    }
  }
  return MessageController;
}
