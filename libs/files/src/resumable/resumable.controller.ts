import { Controller, Get, Inject, Patch, Post, Req, Res, type Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Service } from '@zero-distance/contracts';
import type { Actor } from '@zero-distance/kernel';
import { Auth, accessOf, Caller, IdParam, Operation, UPLOAD_ROUTE } from '@zero-distance/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FileDto } from '../file.dto.js';
import { type FileRefusals, fileErrors, takingErrors } from '../file.errors.js';
import { ResumableUploadDto } from './resumable.dto.js';
import { PIECE_TYPE, TUS } from './resumable.js';
import { ResumableService } from './resumable.service.js';

const LENGTH = {
  name: 'Upload-Length',
  required: true,
  description: '文件大小（字节） / bytes of the whole',
  schema: { type: 'string', pattern: '^\\d{1,12}$', maxLength: 12, example: '20971520' },
} as const;
const METADATA = {
  name: 'Upload-Metadata',
  required: false,
  description:
    'placeAndTime dHJ1ZQ==：保留拍摄时间和地点；其他不看 / placeAndTime (true in base64) keeps where and when; others are not looked at',
  schema: { type: 'string', maxLength: 1_000, example: 'placeAndTime dHJ1ZQ==' },
} as const;
const OFFSET = {
  name: 'Upload-Offset',
  required: true,
  description: '从哪个字节继续，须等于已收到的 / the byte to go on with: as many as have arrived',
  schema: { type: 'string', pattern: '^\\d{1,12}$', maxLength: 12, example: '0' },
} as const;
const TOLD = ['Tus-Resumable', 'Upload-Offset', 'Upload-Length', 'Upload-Expires'] as const;

/** Headers are set beside an answer that Nest sends. */
const BESIDE = { passthrough: true } as const;
const ANSWER = { answers: ResumableUploadDto, headers: TOLD } as const;

const begun = (refuse: FileRefusals) =>
  ({
    zh: '开始断点续传（tus 1.0.0 协议）',
    en: 'Begin an upload that can be resumed (protocol tus 1.0.0)',
    ...ANSWER,
    status: 201,
    errors: [refuse('upload.length_invalid'), refuse('file.empty'), refuse('file.too_large'), refuse('file.too_many_unattached')],
  }) as const;

const appended = (refuse: FileRefusals) => ({
  zh: '发送下一段；中断后从已收到处继续',
  en: 'Send the next piece; after a break, from where it stopped',
  headers: TOLD,
  errors: [
    refuse('upload.not_found'),
    refuse('upload.taken_in'),
    refuse('upload.offset_differs'),
    refuse('upload.too_long'),
    refuse('upload.busy'),
    refuse('file.storage_unavailable'),
  ],
});

const finished = (refuse: FileRefusals) => ({
  zh: '收齐后成为文件；重复提交得到同一文件',
  en: 'Make a file of what has arrived whole; asked again, it is the same file',
  answers: FileDto,
  errors: [refuse('upload.not_found'), refuse('upload.incomplete'), refuse('upload.busy'), ...takingErrors(refuse)],
});

/** Files in pieces, over the tus protocol. A class for each service, because scope and refusals are the service's. */
export function resumableController(service: Service): Type {
  const refuse = fileErrors(service);
  const notFound = refuse('upload.not_found');

  @ApiTags('文件 / Files')
  @Controller('uploads')
  class ResumableController {
    constructor(@Inject(ResumableService) private readonly uploads: ResumableService) {}

    @Post()
    @Auth(accessOf(service, 'uploads.begin'))
    @ApiHeader(LENGTH)
    @ApiHeader(METADATA)
    @Operation(begun(refuse))
    async begin(@Caller() by: Actor, @Req() request: FastifyRequest, @Res(BESIDE) reply: FastifyReply): Promise<ResumableUploadDto> {
      return told(reply, await this.uploads.begin(by, request.headers));
    }

    @Get(':id')
    @Auth(accessOf(service, 'uploads.get'))
    @Operation({ zh: '查看已收到多少（HEAD 亦可）', en: 'See how much has arrived (HEAD does too)', ...ANSWER, errors: [notFound] })
    async get(@Caller() actor: Actor, @IdParam() id: string, @Res(BESIDE) reply: FastifyReply): Promise<ResumableUploadDto> {
      return told(reply, await this.uploads.get(actor, id));
    }

    @Patch(':id')
    @Auth(accessOf(service, 'uploads.append'))
    @RouteConfig(UPLOAD_ROUTE)
    @ApiHeader(OFFSET)
    @ApiConsumes(PIECE_TYPE)
    @ApiBody({ schema: { type: 'string', format: 'binary' } })
    @Operation(appended(refuse))
    async append(@IdParam() id: string, @Req() request: FastifyRequest, @Res(BESIDE) reply: FastifyReply): Promise<void> {
      told(reply, await this.uploads.append(request, id));
    }

    @Post(':id/finish')
    @Auth(accessOf(service, 'uploads.finish'))
    @Operation(finished(refuse))
    finish(@Caller() actor: Actor, @IdParam() id: string): Promise<FileDto> {
      return this.uploads.finish(actor, id);
    }
  }
  return ResumableController;
}

/** What clients of the protocol look at. */
function told(reply: FastifyReply, upload: ResumableUploadDto): ResumableUploadDto {
  reply.headers({
    'tus-resumable': TUS,
    'upload-offset': upload.offset,
    'upload-length': upload.length,
    'upload-expires': new Date(upload.expiresAt).toUTCString(),
  });
  return upload;
}
