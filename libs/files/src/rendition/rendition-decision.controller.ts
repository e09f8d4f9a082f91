import { Controller, Get, Inject, Post, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, accessOf, Caller, IdParam, IfMatch, Operation, type Page, PageOf } from '@zero-distance/platform';
import { fileErrors } from '../file.errors.js';
import { AwaitingQuery, AwaitingRenditionDto, RenditionDto } from './rendition.dto.js';
import { RenditionService } from './rendition.service.js';

const AWAITING = {
  zh: '待批准公开的图片，等候最久的在前',
  en: 'Pictures that wait to be approved for the public, the longest waiting first',
  answers: PageOf(AwaitingRenditionDto),
};

const decided = (zh: string, en: string, errors: readonly DomainError[]) => ({ zh, en, answers: RenditionDto, errors });

/** What somebody else than who asked decides of the pictures of one service. A class for each service, because scope and refusals are the service's. */
export function renditionDecisionController(service: Service): Type {
  const refuse = fileErrors(service);
  const errors = [refuse('file.not_found'), refuse('rendition.not_found'), refuse('rendition.other_state')];
  const apart = [...errors, ...SEPARATE_DUTIES_ERRORS];
  const approving = [...apart, refuse('rendition.of_nothing')];

  @ApiTags('文件 / Files')
  @Controller()
  class RenditionController {
    constructor(@Inject(RenditionService) private readonly renditions: RenditionService) {}

    @Get('renditions')
    @Auth(accessOf(service, 'renditions.list'))
    @Operation(AWAITING)
    list(@Caller() actor: Actor, @Query() query: AwaitingQuery): Promise<Page<AwaitingRenditionDto>> {
      return this.renditions.awaiting(actor, query);
    }

    @Post('files/:id/rendition/approve')
    @Auth(accessOf(service, 'renditions.approve'))
    @Operation(decided('批准公开（申请人本人不得批准）', 'Approve: from now on anybody may see it; not by who asked', approving))
    approve(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<RenditionDto> {
      return this.renditions.decide(actor, id, 'approve', ifMatch);
    }

    @Post('files/:id/rendition/refuse')
    @Auth(accessOf(service, 'renditions.refuse'))
    @Operation(decided('不批准公开', 'Refuse; it may be asked for again with other masks', apart))
    refuse(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<RenditionDto> {
      return this.renditions.decide(actor, id, 'refuse', ifMatch);
    }

    @Post('files/:id/rendition/revoke')
    @Auth(accessOf(service, 'renditions.revoke'))
    @Operation(decided('撤回公开或申请，立即生效', 'Revoke what is shown, or take back what was asked for: at once', errors))
    revoke(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<RenditionDto> {
      return this.renditions.decide(actor, id, 'revoke', ifMatch);
    }
  }
  return RenditionController; // an operation keeps its id, which its class is part of
}
