import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, LIVE_ROUTE, Operation } from '@zero-distance/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../errors.js';
import { LiveQuery } from './live.dto.js';
import { LiveEvents } from './live.service.js';

const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  required: false,
  description: '续接：上次收到的最后一个 id / to go on: the last id that was received',
  schema: { type: 'string', examples: ['0000000000000000'] },
} as const;

@ApiTags('事件 / Events')
@Controller('live')
export class LiveController {
  constructor(private readonly live: LiveEvents) {}

  @Get()
  @Auth('gateway.live.listen')
  @RouteConfig(LIVE_ROUTE)
  @ApiHeader(LAST_EVENT_ID)
  @Operation({
    zh: '实时接收事件（Server-Sent Events）',
    en: 'Listen to events as they happen (Server-Sent Events)',
    files: ['text/event-stream'],
    errors: [refuse('event.type_unknown')],
  })
  async listen(
    @Caller() actor: Actor,
    @Query() query: LiveQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stream } = await this.live.listen(actor, query, request);
    await reply.header('content-type', 'text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(stream);
  }
}
