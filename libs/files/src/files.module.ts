import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import type { FilesConfig } from './config.js';
import { fileController } from './file.controller.js';
import { fileErrors } from './file.errors.js';
import { FileService } from './file.service.js';
import { FILES, type Files, type Showable, type Subjects } from './files.js';
import { renditionController } from './rendition/rendition.controller.js';
import { RenditionService } from './rendition/rendition.service.js';
import { renditionDecisionController } from './rendition/rendition-decision.controller.js';
import { Withdrawal } from './rendition/withdrawal.service.js';
import { Pieces } from './resumable/pieces.js';
import { resumableController } from './resumable/resumable.controller.js';
import { ResumableService } from './resumable/resumable.service.js';
import { diskStorage } from './storage/disk.js';
import { s3Storage } from './storage/s3.js';
import { Sweep } from './sweep.js';
import { Reception } from './upload/reception.js';
import { visitorPhotoController } from './visitor/visitor-photo.controller.js';
import { VisitorPhotoService } from './visitor/visitor-photo.service.js';
import { Workshop } from './workshop/workshop.js';

/**
 * The files of a service: `/files`, `/uploads` for those that come in pieces, and what use cases attach them with. The service has the
 * tables (`@zero-distance/files/migrations`), `FILE_ENTITIES` among its entities, `FILES_CONFIG` in its configuration and `ofFiles` in its
 * access table; `ofRenditions` too when pictures of some subjects may be shown to the public (`showable`), and
 * `OF_VISITORS` when residents send photos without a log-in (`ofVisitors`).
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class FilesModule {
  static forService(
    service: Service,
    config: FilesConfig,
    subjects: Subjects,
    showable?: Showable,
    { ofVisitors = false } = {},
  ): DynamicModule {
    const uploadHours = config.FILES_UPLOAD_HOURS;
    const files: Files = { service, subjects, showable, uploadHours, refuse: fileErrors(service) };
    const isShown = showable !== undefined;
    return {
      module: FilesModule,
      controllers: [
        fileController(service),
        resumableController(service),
        ...(isShown ? [renditionController(service), renditionDecisionController(service)] : []),
        ...(ofVisitors ? [visitorPhotoController(service)] : []),
      ],
      providers: [
        { provide: FILES, useValue: files },
        {
          provide: Reception,
          useFactory: async () => new Reception(config, files.refuse, await storageOf(service, config), new Workshop()),
        },
        { provide: Pieces, useFactory: () => new Pieces(join(config.FILES_DIRECTORY, 'pieces')) },
        FileService,
        ResumableService,
        ...(isShown ? [RenditionService, Withdrawal] : []),
        ...(ofVisitors ? [VisitorPhotoService] : []),
        Sweep,
      ],
    };
  }
}

const storageOf = async (service: Service, config: FilesConfig) =>
  config.FILES_S3_BUCKET === undefined
    ? diskStorage(join(config.FILES_DIRECTORY, 'kept'))
    : s3Storage(config, config.FILES_S3_BUCKET, service);
