import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import type { Service } from '@zero-distance/contracts';
import type { FilesConfig } from './config.js';
import { fileController } from './file.controller.js';
import { fileErrors } from './file.errors.js';
import { FileService } from './file.service.js';
import { FILES, type Files, type Subjects } from './files.js';
import { diskStorage } from './storage/disk.js';
import { s3Storage } from './storage/s3.js';
import { Sweep } from './sweep.js';
import { Reception } from './upload/reception.js';
import { Workshop } from './workshop/workshop.js';

/**
 * The files of a service: `POST /files`, `GET /files/{id}`, `GET /files/{id}/thumbnail`, and what use cases attach them with. The service has the
 * tables (`@zero-distance/files/migrations`), `FileEntity` among its entities, `FILES_CONFIG` in its configuration and `ofFiles` in its
 * access table.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class FilesModule {
  static forService(service: Service, config: FilesConfig, subjects: Subjects): DynamicModule {
    const files: Files = { service, subjects, refuse: fileErrors(service) };
    return {
      module: FilesModule,
      controllers: [fileController(service)],
      providers: [
        { provide: FILES, useValue: files },
        {
          provide: Reception,
          useFactory: async () => new Reception(config, files.refuse, await storageOf(service, config), new Workshop()),
        },
        FileService,
        Sweep,
      ],
    };
  }
}

const storageOf = async (service: Service, config: FilesConfig) =>
  config.FILES_S3_BUCKET === undefined
    ? diskStorage(join(config.FILES_DIRECTORY, 'kept'))
    : s3Storage(config, config.FILES_S3_BUCKET, service);
