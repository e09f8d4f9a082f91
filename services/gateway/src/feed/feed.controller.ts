import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { EventsDto, EventsQuery } from './feed.dto.js';
import { EventFeed } from './feed.service.js';

@ApiTags('事件 / Events')
@Controller('events')
export class EventController {
  constructor(private readonly feed: EventFeed) {}

  @Get()
  @Auth('gateway.events.list')
  @Operation({
    zh: '查询事件：自某处之后发生了什么',
    en: 'Pull events: what has happened behind a place',
    answers: EventsDto,
    errors: [refuse('event.type_unknown'), refuse('event.place_unknown')],
  })
  list(@Caller() actor: Actor, @Query() query: EventsQuery): Promise<EventsDto> {
    return this.feed.page(actor, query);
  }
}
