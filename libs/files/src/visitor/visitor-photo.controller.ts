import { Controller, Inject, Post, Req, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import { Auth, accessOf, Operation, UPLOAD_ROUTE } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';
import { FileDto, UploadFileInput } from '../file.dto.js';
import { fileErrors, takingErrors } from '../file.errors.js';
import { VisitorPhotoService } from './visitor-photo.service.js';

/** Photos that come without a log-in. A class for each service, because the refusals are the service's. */
export function visitorPhotoController(service: Service): Type {
  const refuse = fileErrors(service);

  @ApiTags('文件 / Files')
  @Controller('public/photos')
  class VisitorPhotoController {
    constructor(@Inject(VisitorPhotoService) private readonly photos: VisitorPhotoService) {}

    @Post()
    @Auth(accessOf(service, 'files.sendPublicly'))
    @RouteConfig(UPLOAD_ROUTE)
    @ApiConsumes('multipart/form-data')
    @ApiBody({ type: UploadFileInput })
    @Operation({
      zh: '免登录上传照片，两小时内在上报时引用其 id；同一网络地址一日内的次数有限，逐张处理',
      en: 'Send a photo without a log-in, to name its id in what is reported within two hours; of an address so many in a day, opened one at a time',
      answers: FileDto,
      status: 201,
      errors: [refuse('file.form_invalid'), ...takingErrors(refuse), refuse('file.too_many_unattached')],
    })
    send(@Req() request: FastifyRequest): Promise<FileDto> {
      return this.photos.send(request);
    }
  }
  return VisitorPhotoController;
}
