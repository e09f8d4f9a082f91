import { Inject, Injectable } from '@nestjs/common';
import { type Actor, HOUR_MS, newId, unwrap } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { refuseRequest, Shares, takeOrRefuse } from '@zero-distance/platform';
import type { FastifyRequest } from 'fastify';
import type { FileDto } from '../file.dto.js';
import { FileService } from '../file.service.js';
import { findFile } from '../file.store.js';
import { toFileDto } from '../file.view.js';
import { FILES, type Files } from '../files.js';
import { Reception } from '../upload/reception.js';
import { Queues } from '../visitor/queues.js';
import { Busy, Pieces, TooLong } from './pieces.js';
import type { ResumableUploadDto } from './resumable.dto.js';
import { asksForPlaceAndTime, checkLength, checkPiece, PIECE_TYPE, type ResumableUpload } from './resumable.js';
import { insertUpload, ownUpload, saveFile } from './resumable.store.js';

/** Pieces of one account that arrive at once, and uploads that are made a file. */
const AT_ONCE = 4;

/** 断点续传: a file that arrives in pieces, each going on where the last one broke off, and is taken in when it is whole. */
@Injectable()
export class ResumableService {
  private readonly underWay = new Shares('pieces of uploads of an account', AT_ONCE);
  private readonly finishing = new Set<string>();
  /** Those of one account, one after the other: of many that begin at once each is counted before the next. */
  private readonly beginning = new Queues();

  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(Reception) private readonly reception: Reception,
    @Inject(FileService) private readonly taking: FileService,
    @Inject(Pieces) private readonly pieces: Pieces,
    @Inject(Transactor) private readonly transactor: Transactor,
  ) {}

  async begin(actor: Actor, headers: FastifyRequest['headers']): Promise<ResumableUploadDto> {
    const { refuse, uploadHours } = this.files;
    const length = unwrap(checkLength(headers['upload-length'], this.reception.most, refuse));
    return this.beginning.take(actor.id, () => this.beginWith(actor, length, uploadHours, asksForPlaceAndTime(headers['upload-metadata'])));
  }

  private async beginWith(actor: Actor, length: number, hours: number, keepsPlaceAndTime: boolean): Promise<ResumableUploadDto> {
    await this.taking.assertRoom(actor, length);
    const id = newId();
    await this.pieces.begin(id); // first: without a row it is swept
    return this.transactor.transact(actor, async (tx) => {
      const expiresAt = new Date(tx.now.getTime() + hours * HOUR_MS);
      const upload: ResumableUpload = { id, length, keepsPlaceAndTime, createdBy: actor.id, expiresAt, fileId: null };
      insertUpload(tx, upload);
      return toDto(upload, 0);
    });
  }

  async get(actor: Actor, id: string): Promise<ResumableUploadDto> {
    const upload = await this.load(actor, id);
    return toDto(upload, await this.arrived(upload));
  }

  /** Takes the next piece of it, as much of it as comes. @returns how it stands then */
  async append(request: FastifyRequest, id: string): Promise<ResumableUploadDto> {
    const { headers, upload: body } = request;
    const { id: caller } = request.actor as Actor;
    if (!body || headers['content-type'] !== PIECE_TYPE) throw refuseRequest('media_type_not_supported');
    const upload = await this.load(request.actor as Actor, id);
    await this.pieces.endEarlier(id);
    takeOrRefuse(this.underWay, caller, 1);
    try {
      const at = await this.arrived(upload);
      const rest = unwrap(checkPiece(upload, headers['upload-offset'], at, this.files.refuse));
      return toDto(upload, await this.pieces.append(id, body, at, rest));
    } catch (error) {
      throw this.asRefusal(error);
    } finally {
      this.underWay.giveBack(caller, 1);
    }
  }

  /** Makes a file of what has arrived whole. Whoever asks again gets the same file. */
  async finish(actor: Actor, id: string): Promise<FileDto> {
    const { refuse } = this.files;
    const upload = await this.load(actor, id);
    const { fileId, length } = upload;
    if (fileId !== null) return this.fileOf(actor, fileId);
    const offset = await this.arrived(upload);
    if (offset < length) throw refuse('upload.incomplete', { offset, bytes: length });
    if (this.finishing.has(id)) throw refuse('upload.busy');
    takeOrRefuse(this.underWay, actor.id, 1);
    this.finishing.add(id);
    try {
      const fields = { placeAndTime: String(upload.keepsPlaceAndTime) };
      const file = await this.taking.takeIn(actor, this.pieces.read(id), fields, (tx, becomes) => saveFile(tx, id, becomes));
      await this.pieces.remove(id);
      return file;
    } finally {
      this.finishing.delete(id);
      this.underWay.giveBack(actor.id, 1);
    }
  }

  private fileOf(actor: Actor, fileId: string): Promise<FileDto> {
    return this.transactor.read(actor, async (tx) => {
      const file = await findFile(tx, fileId);
      if (!file) throw this.files.refuse('file.not_found', { id: fileId });
      return toFileDto(file);
    });
  }

  private load(actor: Actor, id: string): Promise<ResumableUpload> {
    return this.transactor.read(actor, async (tx: ReadTx) => {
      const upload = await ownUpload(tx, id);
      if (!upload || upload.expiresAt < tx.now) throw this.files.refuse('upload.not_found', { id });
      return upload;
    });
  }

  private async arrived({ id, length, fileId }: ResumableUpload): Promise<number> {
    if (fileId !== null) return length;
    const bytes = await this.pieces.arrived(id);
    if (bytes === undefined) throw this.files.refuse('upload.not_found', { id });
    return bytes;
  }

  private asRefusal(error: unknown): unknown {
    if (error instanceof TooLong) return this.files.refuse('upload.too_long', {}, { headers: { connection: 'close' } });
    if (error instanceof Busy || (error as Error).name === 'AbortError')
      return this.files.refuse('upload.busy', {}, { headers: { connection: 'close' } });
    return this.reception.asRefusal(error);
  }
}

const toDto = ({ id, length, expiresAt, fileId }: ResumableUpload, offset: number): ResumableUploadDto => ({
  id,
  length,
  offset,
  expiresAt: expiresAt.toISOString(),
  fileId,
});
