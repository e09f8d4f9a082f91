import { Body, Controller, Get, Inject, Post, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import { type Actor, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, accessOf, Caller, IdParam, IfMatch, Operation, type Page, PageOf } from '@zero-distance/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RANGE_HEADER, sendContent } from '../download.js';
import { fileErrors } from '../file.errors.js';
import { AskRenditionInput, AwaitingQuery, AwaitingRenditionDto, RenditionDto } from './rendition.dto.js';
import { RenditionService } from './rendition.service.js';

/** The public renditions of one service's pictures over REST. A class for each service, because scope and refusals are the service's. */
export function renditionController(service: Service): Type {
  const refuse = fileErrors(service);
  const found = [refuse('file.not_found'), refuse('rendition.not_found')];
  const bytes = [...found, refuse('file.range_not_satisfiable'), refuse('file.storage_unavailable')];
  const decision = [...found, refuse('rendition.other_state')];

  @ApiTags('文件 / Files')
  @Controller()
  class RenditionController {
    constructor(@Inject(RenditionService) private readonly renditions: RenditionService) {}

    @Post('files/:id/rendition')
    @Auth(accessOf(service, 'renditions.ask'))
    @Operation({
      zh: '申请公开图片：遮盖人脸、车牌、证件后由他人批准',
      en: 'Ask that a picture be shown to the public, with faces, plates and documents covered; somebody else decides',
      answers: RenditionDto,
      errors: [
        refuse('file.not_found'),
        refuse('rendition.not_a_picture'),
        refuse('rendition.of_nothing'),
        refuse('rendition.mask_outside'),
        refuse('rendition.open_already'),
        refuse('file.storage_unavailable'),
      ],
    })
    ask(@Caller() actor: Actor, @IdParam() id: string, @Body() { masks }: AskRenditionInput): Promise<RenditionDto> {
      return this.renditions.ask(actor, id, masks);
    }

    @Get('renditions')
    @Auth(accessOf(service, 'renditions.list'))
    @Operation({
      zh: '待批准公开的图片，等候最久的在前',
      en: 'Pictures that wait to be approved for the public, the longest waiting first',
      answers: PageOf(AwaitingRenditionDto),
    })
    list(@Caller() actor: Actor, @Query() query: AwaitingQuery): Promise<Page<AwaitingRenditionDto>> {
      return this.renditions.awaiting(actor, query);
    }

    @Get('files/:id/rendition')
    @Auth(accessOf(service, 'renditions.get'))
    @Operation({ zh: '查看图片的公开版及其状态', en: 'Get the public rendition of a picture', answers: RenditionDto, errors: found })
    get(@Caller() actor: Actor, @IdParam() id: string): Promise<RenditionDto> {
      return this.renditions.get(actor, id);
    }

    @Get('files/:id/rendition/picture')
    @Auth(accessOf(service, 'renditions.picture'))
    @ApiHeader(RANGE_HEADER)
    @Operation({
      zh: '查看将要公开的图片',
      en: 'See the picture as it would be shown',
      files: ['image/jpeg'],
      inRanges: true,
      errors: bytes,
    })
    async picture(
      @Caller() actor: Actor,
      @IdParam() id: string,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ): Promise<void> {
      await sendContent(request, reply, await this.renditions.picture(actor, id), refuse);
    }

    @Post('files/:id/rendition/approve')
    @Auth(accessOf(service, 'renditions.approve'))
    @Operation({
      zh: '批准公开（申请人本人不得批准）',
      en: 'Approve: from now on anybody may see it; not by who asked',
      answers: RenditionDto,
      errors: [...decision, refuse('rendition.of_nothing'), ...SEPARATE_DUTIES_ERRORS],
    })
    approve(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<RenditionDto> {
      return this.renditions.decide(actor, id, 'approve', ifMatch);
    }

    @Post('files/:id/rendition/refuse')
    @Auth(accessOf(service, 'renditions.refuse'))
    @Operation({
      zh: '不批准公开',
      en: 'Refuse; it may be asked for again with other masks',
      answers: RenditionDto,
      errors: [...decision, ...SEPARATE_DUTIES_ERRORS],
    })
    refuse(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<RenditionDto> {
      return this.renditions.decide(actor, id, 'refuse', ifMatch);
    }

    @Post('files/:id/rendition/revoke')
    @Auth(accessOf(service, 'renditions.revoke'))
    @Operation({
      zh: '撤回公开或申请，立即生效',
      en: 'Revoke what is shown, or take back what was asked for: at once',
      answers: RenditionDto,
      errors: decision,
    })
    revoke(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<RenditionDto> {
      return this.renditions.decide(actor, id, 'revoke', ifMatch);
    }

    @Get('public/renditions/:id')
    @Auth(accessOf(service, 'renditions.shown'))
    @ApiHeader(RANGE_HEADER)
    @Operation({
      zh: '公开图片',
      en: 'A picture for the public',
      files: ['image/jpeg'],
      inRanges: true,
      errors: [refuse('rendition.not_found'), refuse('file.range_not_satisfiable'), refuse('file.storage_unavailable')],
    })
    async shown(@IdParam() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const content = await this.renditions.shown(id);
      // A page of any site may show it; and whoever has it asks whether it is shown yet, so that it is gone when it is revoked.
      reply.headers({ 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'no-cache' });
      await sendContent(request, reply, content, refuse);
    }
  }
  return RenditionController;
}
