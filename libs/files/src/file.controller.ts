import { Controller, Get, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, accessOf, Caller, IdParam, Operation, UPLOAD_ROUTE } from '@zero-distance/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RANGE_HEADER, sendContent } from './download.js';
import { FileDto, UploadFileInput } from './file.dto.js';
import { type FileRefusals, fileErrors, takingErrors } from './file.errors.js';
import { FileService } from './file.service.js';
import { MEDIA_TYPES } from './media-type.js';

const sent = (refuse: FileRefusals) =>
  ({
    zh: '上传文件（照片、文档、视频），随后在办理时引用其 id',
    en: 'Send a file (photo, document, video), to name its id in what it is for',
    answers: FileDto,
    status: 201,
    errors: [refuse('file.form_invalid'), ...takingErrors(refuse), refuse('file.too_many_unattached')],
  }) as const;

const downloaded = (zh: string, en: string, files: readonly string[], refuse: FileRefusals, ...errors: DomainError[]) => ({
  zh,
  en,
  files,
  inRanges: true,
  errors: [refuse('file.not_found'), ...errors, refuse('file.range_not_satisfiable'), refuse('file.storage_unavailable')],
});

/** The files of one service over REST. A class for each service, because scope and refusals are the service's. */
export function fileController(service: Service): Type {
  const refuse = fileErrors(service);

  @ApiTags('文件 / Files')
  @Controller('files')
  class FileController {
    constructor(@Inject(FileService) private readonly files: FileService) {}

    @Post()
    @Auth(accessOf(service, 'files.upload'))
    @RouteConfig(UPLOAD_ROUTE)
    @ApiConsumes('multipart/form-data')
    @ApiBody({ type: UploadFileInput })
    @Operation(sent(refuse))
    upload(@Req() request: FastifyRequest): Promise<FileDto> {
      return this.files.upload(request);
    }

    @Get(':id')
    @Auth(accessOf(service, 'files.get'))
    @ApiHeader(RANGE_HEADER)
    @Operation(downloaded('下载文件', 'Download a file', MEDIA_TYPES, refuse))
    async get(@Caller() actor: Actor, @IdParam() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      await sendContent(request, reply, await this.files.content(actor, id), refuse);
    }

    @Get(':id/thumbnail')
    @Auth(accessOf(service, 'files.thumbnail'))
    @ApiHeader(RANGE_HEADER)
    @Operation(downloaded('下载图片的缩略图', 'Download the thumbnail of a picture', ['image/jpeg'], refuse, refuse('file.no_thumbnail')))
    async thumbnail(@Caller() by: Actor, @IdParam() id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      await sendContent(request, reply, await this.files.thumbnail(by, id), refuse);
    }
  }
  return FileController;
}
