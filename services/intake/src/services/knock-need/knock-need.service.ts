import { Injectable } from '@nestjs/common';
import type { Actor } from '@zero-distance/kernel';
import { type ReadTx, Transactor, withoutReplay } from '@zero-distance/persistence';
import { ACCESS_TABLE, mapPage, type Page, recordAccess, seesOnlyOwn, type Target } from '@zero-distance/platform';
import { KEY_PERSONS } from '../../people/key-person/key-person.store.js';
import { PersonalData } from '../../personal-data/personal-data.service.js';
import { RegistrationService } from '../../requests/request/registration.service.js';
import { asRequestReader, REQUESTS } from '../../requests/request/request.store.js';
import type { RevealInput } from '../../requests/reveal/reveal.dto.js';
import type { KnockNeedDetailDto, KnockNeedDto, KnockNeedQuery, NeedRequestInput, RevealedNeedDto } from './knock-need.dto.js';
import { refuseNeed } from './knock-need.errors.js';
import { hasRoom, type KnockNeed, linked, openNote } from './knock-need.js';
import { KNOCK_NEEDS_FOUND } from './knock-need.store.js';
import { toKnockNeedDetailDto, toKnockNeedDto } from './knock-need.view.js';

/** 敲门发现的需求: what each has become, so that none is forgotten. */
@Injectable()
export class KnockNeedService {
  constructor(
    private readonly transactor: Transactor,
    private readonly personalData: PersonalData,
    private readonly registrations: RegistrationService,
  ) {}

  list(actor: Actor, query: KnockNeedQuery): Promise<Page<KnockNeedDto>> {
    return this.transactor.read(actor, async (tx) =>
      mapPage(await KNOCK_NEEDS_FOUND.list(tx, query), (found) => toKnockNeedDto(found, tx)),
    );
  }

  get(actor: Actor, id: string): Promise<KnockNeedDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const found = await KNOCK_NEEDS_FOUND.load(tx, id);
      return toKnockNeedDetailDto(found, await KNOCK_NEEDS_FOUND.history(tx, found), tx);
    });
  }

  /** 关联: with what it has become, which the caller may see where that is read. */
  async link(actor: Actor, { id, ifMatch }: Target, linkedId: string): Promise<KnockNeedDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await KNOCK_NEEDS_FOUND.load(tx, id, ifMatch);
      const step = KNOCK_NEEDS_FOUND.step(tx, found, 'link');
      if (!hasRoom(found)) throw refuseNeed('knock_need.no_room', { need: found.need });
      await this.seeWhatItBecame(actor, found, linkedId);
      return toKnockNeedDto(KNOCK_NEEDS_FOUND.take(tx, step.before, 'link', linked(linkedId)), tx);
    });
  }

  /** 登记为诉求: the request begins, and is linked, in one transaction. Nobody is named as who asks: the household is known by the need. */
  async register(actor: Actor, { id, ifMatch }: Target, said: NeedRequestInput): Promise<KnockNeedDto> {
    const answer = await this.registrations.with({}, (drawn) =>
      this.transactor.transact(actor, async (tx) => {
        const found = await KNOCK_NEEDS_FOUND.load(tx, id, ifMatch);
        if (found.need !== 'request') throw refuseNeed('knock_need.not_request', { need: found.need });
        const step = KNOCK_NEEDS_FOUND.step(tx, found, 'link');
        const { categoryCode, title, text } = said;
        const asked = {
          kind: 'help',
          channel: 'door-knock',
          categoryCode,
          areaCode: found.areaCode,
          title,
          text,
          publishable: false,
        } as const;
        const request = await this.registrations.begin(tx, asked, drawn, []);
        return toKnockNeedDto(KNOCK_NEEDS_FOUND.take(tx, step.before, 'link', linked(request.id)), tx);
      }),
    );
    this.registrations.count('door-knock');
    return answer;
  }

  drop(actor: Actor, { id, ifMatch }: Target, reason: string): Promise<KnockNeedDto> {
    return this.transactor.transact(actor, async (tx) => {
      const found = await KNOCK_NEEDS_FOUND.load(tx, id, ifMatch);
      return toKnockNeedDto(KNOCK_NEEDS_FOUND.take(tx, found, 'drop', { nextAt: null }, { reason }), tx);
    });
  }

  /** 查看说明. No access record, no answer. */
  reveal(actor: Actor, id: string, { purpose }: RevealInput): Promise<RevealedNeedDto> {
    return this.transactor.transact(withoutReplay(actor), async (tx) => {
      const found = await KNOCK_NEEDS_FOUND.load(tx, id);
      const { accessRecordId } = recordAccess(tx, 'intake', { action: 'reveal', subject: id, purpose });
      return { accessRecordId, note: openNote(found, this.personalData.ring) };
    });
  }

  /** Who may not see it where it is read does not learn that it is there. */
  private async seeWhatItBecame(actor: Actor, { need }: KnockNeed, linkedId: string): Promise<void> {
    const read = <T>(as: Actor, load: (tx: ReadTx) => Promise<T>): Promise<T> => this.transactor.read(as, load);
    if (need === 'key-person') {
      await read(asCareReader(actor), (tx) => KEY_PERSONS.load(tx, linkedId));
      return;
    }
    const { kind } = await read(asRequestReader(actor), (tx) => REQUESTS.load(tx, linkedId));
    if ((kind === 'service-order') !== (need === 'service-order')) throw refuseNeed('knock_need.other_kind', { need }, '/linkedId');
  }
}

/** A caller with the reach that they have where key persons are read. */
const asCareReader = (actor: Actor): Actor => ({ ...actor, onlyOwn: seesOnlyOwn(ACCESS_TABLE['intake.keyPersons.get'], actor.roles) });
