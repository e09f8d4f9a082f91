import { Body, Controller, Get, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, accessOf, Caller, IdParam, Operation } from '@zero-distance/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RANGE_HEADER, sendContent } from '../download.js';
import { type FileRefusals, fileErrors } from '../file.errors.js';
import { AskRenditionInput, RenditionDto } from './rendition.dto.js';
import { RenditionService } from './rendition.service.js';

const asked = (refuse: FileRefusals) => ({
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
});

/** A picture as the public sees it, or would, for the documents. */
const picture = (zh: string, en: string, refuse: FileRefusals, ...errors: DomainError[]) => ({
  zh,
  en,
  files: ['image/jpeg'],
  inRanges: true,
  errors: [...errors, refuse('rendition.not_found'), refuse('file.range_not_satisfiable'), refuse('file.storage_unavailable')],
});

/** The public renditions of one service's pictures over REST. A class for each service, because scope and refusals are the service's. */
export function renditionController(service: Service): Type {
  const refuse = fileErrors(service);
  const found = [refuse('file.not_found'), refuse('rendition.not_found')];

  @ApiTags('文件 / Files')
  @Controller()
  class RenditionController {
    constructor(@Inject(RenditionService) private readonly renditions: RenditionService) {}

    @Post('files/:id/rendition')
    @Auth(accessOf(service, 'renditions.ask'))
    @Operation(asked(refuse))
    ask(@Caller() actor: Actor, @IdParam() id: string, @Body() { masks }: AskRenditionInput): Promise<RenditionDto> {
      return this.renditions.ask(actor, id, masks);
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
    @Operation(picture('查看将要公开的图片', 'See the picture as it would be shown', refuse, refuse('file.not_found')))
    async picture(@Caller() by: Actor, @IdParam() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      await sendContent(request, reply, await this.renditions.picture(by, id), refuse);
    }

    @Get('public/renditions/:id')
    @Auth(accessOf(service, 'renditions.shown'))
    @ApiHeader(RANGE_HEADER)
    @Operation(picture('公开图片', 'A picture for the public', refuse))
    async shown(@IdParam() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const content = await this.renditions.shown(id);
      // A page of any site may show it; and whoever has it asks whether it is shown yet, so that it is gone when it is revoked.
      reply.headers({ 'cross-origin-resource-policy': 'cross-origin', 'cache-control': 'no-cache' });
      await sendContent(request, reply, content, refuse);
    }
  }
  return RenditionController;
}
