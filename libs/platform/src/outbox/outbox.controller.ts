import { Body, Controller, Inject, Post, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { Outbox } from '@zero-distance/messaging';
import { accessOf } from '../access/access.js';
import { Auth, Caller } from '../auth/auth.decorators.js';
import { Operation } from '../openapi/operation.js';
import { RepublishedDto, RepublishInput } from './outbox.dto.js';

/** Publishing again what the broker lost. A class for each service, because the scope has the service's name. */
export function outboxController(service: Service): Type {
  @ApiTags('发件箱 / Outbox')
  @Controller('outbox')
  class OutboxController {
    constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

    @Post('republish')
    @Auth(accessOf(service, 'outbox.republish'))
    @Operation({
      zh: '重发已发布的事件（消息服务器丢失数据后）',
      en: 'Publish events again, after the broker lost some',
      answers: RepublishedDto,
    })
    republish(@Caller() actor: Actor, @Body() { since }: RepublishInput): Promise<RepublishedDto> {
      return this.outbox.republish(actor, new Date(since));
    }
  }
  return OutboxController;
}
