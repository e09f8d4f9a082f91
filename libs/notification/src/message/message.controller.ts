import { Body, Controller, Get, Inject, Post, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { Transactor } from '@zero-distance/persistence';
import { Auth, accessOf, Caller, IdParam, mapPage, Operation, type Page, PageOf } from '@zero-distance/platform';
import { MessageDto, MessageQuery, ResendInput, ResentDto } from './message.dto.js';
import { refuse } from './message.errors.js';
import { MESSAGES, RESENT_AT_ONCE, resendDead, resendMessage } from './message.store.js';
import { toMessageDto } from './message.view.js';

const RESENT = {
  zh: '重发一条发送失败的消息',
  en: 'Send one again that could not be sent',
  answers: MessageDto,
  errors: [refuse('message_not_found'), refuse('message_not_dead')],
};

/** The messages of one service over REST. A class for each service, because the scope has the service's name. */
export function messageController(service: Service): Type {
  @ApiTags('消息 / Messages')
  @Controller('messages')
  class MessageController {
    constructor(@Inject(Transactor) private readonly transactor: Transactor) {}

    @Get()
    @Auth(accessOf(service, 'messages.list'))
    @Operation({ zh: '消息记录', en: 'List messages to people, sent and waiting', answers: PageOf(MessageDto) })
    list(@Caller() actor: Actor, @Query() query: MessageQuery): Promise<Page<MessageDto>> {
      return this.transactor.read(actor, async (tx) => mapPage(await MESSAGES.list(tx, query), toMessageDto));
    }

    @Post('resend')
    @Auth(accessOf(service, 'messages.resendAll'))
    @Operation({ zh: '重发某时以来发送失败的消息', en: 'Send again what could not be sent since a time', answers: ResentDto })
    resendAll(@Caller() actor: Actor, @Body() { since }: ResendInput): Promise<ResentDto> {
      return this.transactor.transact(actor, async (tx) => {
        const count = await resendDead(tx, new Date(since));
        return { count, more: count === RESENT_AT_ONCE };
      });
    }

    @Post(':id/resend')
    @Auth(accessOf(service, 'messages.resend'))
    @Operation(RESENT)
    resend(@Caller() actor: Actor, @IdParam() id: string): Promise<MessageDto> {
      return this.transactor.transact(actor, async (tx) => {
        const message = await MESSAGES.load(tx, id);
        if (message.state !== 'dead') throw refuse('message_not_dead', { id, state: message.state });
        resendMessage(tx, message);
        return toMessageDto({ ...message, state: 'waiting', attempts: 0, notBefore: tx.now, settledAt: null });
      });
    }
  }
  return MessageController;
}
