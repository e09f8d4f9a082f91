import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM, unwrap } from '@zero-distance/kernel';
import { expectVersion, type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, recordAccess, Shares, takeOrRefuse } from '@zero-distance/platform';
import type { Content } from '../download.js';
import type { FileEntity } from '../file.entity.js';
import { seeFile } from '../file.reach.js';
import { announceBytes, findFile } from '../file.store.js';
import { FILES, type Files, keyOf } from '../files.js';
import type { Region } from '../inspect/region.js';
import { Reception } from '../upload/reception.js';
import type { AwaitingQuery, AwaitingRenditionDto, RenditionDto } from './rendition.dto.js';
import { checkAsked, decideOn, isOpen, type Rendition, type RenditionAction } from './rendition.js';
import {
  awaitingRenditions,
  findShownSubject,
  holdSubject,
  insertRendition,
  renditionOf,
  type ShownSubject,
  saveDecision,
  shownRendition,
} from './rendition.store.js';
import { toAwaitingDto, toRenditionDto } from './rendition.view.js';

/** Made at once for one account: the worker that makes them takes in files too. */
const AT_ONCE = 2;

/** 公开版: asked for with its masks, decided by somebody else, shown to anybody until it is revoked. */
@Injectable()
export class RenditionService {
  private readonly underWay = new Shares('public renditions of an account', AT_ONCE);

  constructor(
    @Inject(FILES) private readonly files: Files,
    @Inject(Reception) private readonly reception: Reception,
    @Inject(Transactor) private readonly transactor: Transactor,
  ) {}

  /** Makes the very picture that would be shown, so that who decides sees that and nothing else. */
  async ask(actor: Actor, fileId: string, masks: readonly Region[]): Promise<RenditionDto> {
    takeOrRefuse(this.underWay, actor.id, 1);
    try {
      await this.transactor.read(actor, (tx) => this.assertPossible(tx, fileId, masks));
      const id = randomUUID();
      await this.transactor.transact(SYSTEM, async (tx) => announceBytes(tx, id));
      const made = await this.reception.mask(fileId, id, masks);
      return await this.transactor.transact(actor, async (tx) => {
        await this.hold(tx, await seeFile(tx, this.files, fileId));
        const former = await this.assertPossible(tx, fileId, masks);
        const untold = { subjectId: null, matterId: null, areaCode: null };
        const asked = { ...untold, askedBy: actor.id, askedAt: tx.now, decidedBy: null, decidedAt: null };
        const rendition: Rendition = { ...made, ...asked, id, fileId, masks, state: 'asked', version: (former?.version ?? 0) + 1 };
        insertRendition(tx, rendition, former);
        recordAccess(tx, this.files.service, { action: 'rendition-asked', subject: fileId });
        return toRenditionDto(this.files.service, rendition);
      });
    } finally {
      this.underWay.giveBack(actor.id, 1);
    }
  }

  get(actor: Actor, fileId: string): Promise<RenditionDto> {
    return this.transactor.read(actor, async (tx) => toRenditionDto(this.files.service, await this.load(tx, fileId)));
  }

  /** What waits for who decides, as far as they see its matter. */
  awaiting(actor: Actor, query: AwaitingQuery): Promise<Page<AwaitingRenditionDto>> {
    const { service, showable } = this.files;
    if (!showable) throw new Error(`${service} shows nothing to the public`);
    return this.transactor.read(actor, async (tx) =>
      mapPage(await awaitingRenditions(tx, showable, query), (row) => toAwaitingDto(service, row)),
    );
  }

  /** As it would be shown, for who decides. */
  picture(actor: Actor, fileId: string): Promise<Content> {
    return this.transactor.read(actor, async (tx) => {
      const rendition = await this.load(tx, fileId);
      if (!isOpen(rendition)) throw this.files.refuse('rendition.not_found', { id: fileId });
      return this.contentOf(rendition);
    });
  }

  decide(actor: Actor, fileId: string, action: RenditionAction, ifMatch?: number): Promise<RenditionDto> {
    const { service, refuse } = this.files;
    return this.transactor.transact(actor, async (tx) => {
      const file = await seeFile(tx, this.files, fileId);
      await this.hold(tx, file);
      const before = await this.load(tx, fileId);
      expectVersion(before.version, ifMatch);
      const { to, told } = unwrap(decideOn(before, action, actor, refuse));
      const subject = to === 'approved' ? await this.shownSubject(tx, file) : undefined;
      if (to === 'approved' && !subject) throw refuse('rendition.of_nothing');
      recordAccess(tx, service, { action: told, subject: fileId });
      return toRenditionDto(service, saveDecision(tx, service, before, to, subject && { subject, purpose: file.purpose }));
    });
  }

  /** For anybody, as long as it is approved and its matter may be shown. */
  shown(id: string): Promise<Content> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const rendition = await shownRendition(tx, id);
      const file = rendition && (await findFile(tx, rendition.fileId));
      if (!rendition || !file || !(await this.shownSubject(tx, file))) throw this.files.refuse('rendition.not_found', { id });
      return this.contentOf(rendition);
    });
  }

  private contentOf({ id, bytes, sha256: tag }: Rendition): Content {
    const read: Content['read'] = (range) => this.reception.read(keyOf(id), range);
    return { mediaType: 'image/jpeg', bytes, tag, name: `${id}.jpg`, read };
  }

  private async load(tx: ReadTx, fileId: string): Promise<Rendition> {
    await seeFile(tx, this.files, fileId);
    const found = await renditionOf(tx, fileId);
    if (!found) throw this.files.refuse('rendition.not_found', { id: fileId });
    return found;
  }

  /** @returns the last one of the file, which is open no more */
  private async assertPossible(tx: ReadTx, fileId: string, masks: readonly Region[]): Promise<Rendition | undefined> {
    const { refuse } = this.files;
    const file = await seeFile(tx, this.files, fileId);
    unwrap(checkAsked(file, masks, refuse));
    if (!(await this.shownSubject(tx, file))) throw refuse('rendition.of_nothing');
    const former = await renditionOf(tx, fileId);
    if (former && isOpen(former)) throw refuse('rendition.open_already', { state: former.state });
    return former;
  }

  /** Nobody hides the matter while its picture is asked for or decided on. */
  private async hold(tx: Tx, { subjectId }: FileEntity): Promise<void> {
    const { showable } = this.files;
    if (showable && subjectId !== null) await holdSubject(tx, showable, subjectId);
  }

  /** What a file shows something of, if anybody may be shown that now. */
  private async shownSubject(tx: ReadTx, { subjectKind, subjectId }: FileEntity): Promise<ShownSubject | undefined> {
    const { showable } = this.files;
    return showable && subjectKind === showable.kind && subjectId !== null ? findShownSubject(tx, showable, subjectId) : undefined;
  }
}
