import { Inject, Injectable } from '@nestjs/common';
import { newId, VISITOR } from '@zero-distance/kernel';
import { networkOf } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';
import type { FileDto } from '../file.dto.js';
import { FileService } from '../file.service.js';
import { FILES, type Files } from '../files.js';
import { PICTURE_WORDS } from '../media-type.js';
import { Reception } from '../upload/reception.js';
import { Queues } from './queues.js';

/** What all visitors together may have sent that belongs to nothing yet: more fills the disk for nothing. */
const OF_VISITORS = { files: 4_000, bytes: 10_240 * 1_048_576 };

/**
 * Photos of people without a log-in. Whoever knows the id of one may use it, once; an id is drawn by chance and told to nobody else. How many an
 * address sends in a day is bounded as all that visitors do (`PUBLIC_WRITE_LIMIT_PER_DAY`); the photos of one address are opened one after another.
 */
@Injectable()
export class VisitorPhotoService {
  private readonly queues = new Queues();

  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(FileService) private readonly service: FileService,
    @Inject(Reception) private readonly reception: Reception,
  ) {}

  async send(request: FastifyRequest): Promise<FileDto> {
    await this.service.assertRoom(VISITOR, 0, OF_VISITORS);
    const id = newId();
    return this.reception.takePicture(request, id, async (taken) => {
      const made = await this.queues.take(networkOf(request.ip), () => taken.make());
      if (!made.image) throw this.files.refuse('file.type_not_allowed', { allowed: PICTURE_WORDS });
      return this.service.keep(VISITOR, id, taken, made);
    });
  }
}
