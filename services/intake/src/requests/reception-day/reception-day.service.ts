import { Injectable } from '@nestjs/common';
import { startOf } from '@zero-distance/calendar';
import { type Actor, isWithinArea, SYSTEM, withChanges } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { assertWithinArea, mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { POLICIES } from '../../policy/policy.js';
import type {
  AnnounceReceptionDayInput,
  CorrectReceptionDayInput,
  PublicReceptionDayDto,
  PublicReceptionDayQuery,
  ReceptionDayDetailDto,
  ReceptionDayDto,
  ReceptionDayQuery,
} from './reception-day.dto.js';
import { refuseReceptionDay } from './reception-day.errors.js';
import { announceReceptionDay, corrected, counted, held, latestEnd, type ReceptionDay, wasVisited } from './reception-day.js';
import { COMING_DAYS, countMatters, holdDay, RECEPTION_DAYS } from './reception-day.store.js';
import { toPublicReceptionDayDto, toReceptionDayDetailDto, toReceptionDayDto } from './reception-day.view.js';

/** 居民接待日: announced, held, and followed until each visitor has a result. */
@Injectable()
export class ReceptionDayService {
  constructor(private readonly transactor: Transactor) {}

  announce(actor: Actor, { startsAt, endsAt, topic, ...said }: AnnounceReceptionDayInput): Promise<ReceptionDayDto> {
    assertWithinArea(actor, said.areaCode, '/areaCode');
    return this.transactor.transact(actor, async (tx) => {
      const announcement = { ...said, startsAt: new Date(startsAt), endsAt: new Date(endsAt), topic: topic ?? null };
      const policies = await readPolicies(tx, POLICIES);
      checkTimes(announcement, tx.now, policies['reception-ahead-days']);
      const day = announceReceptionDay(announcement, tx.now, policies);
      return toReceptionDayDto(RECEPTION_DAYS.insert(tx, day), tx);
    });
  }

  /** 更正预告: what is left out stays as it was announced. Anybody reads it at once. */
  correct(
    actor: Actor,
    id: string,
    { startsAt, endsAt, reason, ...said }: CorrectReceptionDayInput,
    ifMatch?: number,
  ): Promise<ReceptionDayDto> {
    return this.act(actor, id, ifMatch, async (day, tx) => {
      const { host, place, topic } = { host: day.host, place: day.place, topic: day.topic, ...said };
      const times = { startsAt: startsAt ? new Date(startsAt) : day.startsAt, endsAt: endsAt ? new Date(endsAt) : day.endsAt };
      const policies = await readPolicies(tx, POLICIES);
      checkTimes(times, tx.now, policies['reception-ahead-days']);
      return RECEPTION_DAYS.take(tx, day, 'correct', corrected({ host, place, topic, ...times }, policies), { reason });
    });
  }

  list(actor: Actor, query: ReceptionDayQuery): Promise<Page<ReceptionDayDto>> {
    return this.transactor.read(actor, async (tx) => mapPage(await RECEPTION_DAYS.list(tx, query), (day) => toReceptionDayDto(day, tx)));
  }

  get(actor: Actor, id: string): Promise<ReceptionDayDetailDto> {
    return this.transactor.read(actor, async (tx) => {
      const day = await RECEPTION_DAYS.load(tx, id);
      const [history, counts] = await Promise.all([RECEPTION_DAYS.history(tx, day), countMatters(tx, id)]);
      return toReceptionDayDetailDto(day, { history, ...counts }, tx);
    });
  }

  hold(actor: Actor, id: string, visitors: number, ifMatch?: number): Promise<ReceptionDayDto> {
    return this.act(actor, id, ifMatch, async (day, tx) => {
      if (day.startsAt > tx.now) throw refuseReceptionDay('reception_day.not_begun');
      const matters = day.matters ?? 0;
      if (visitors === 0 && matters > 0) throw refuseReceptionDay('reception_day.fewer_than_came', { matters }, '/visitors');
      const changes = day.state === 'held' ? counted(visitors) : held(visitors, tx.now, await readPolicies(tx, POLICIES));
      return RECEPTION_DAYS.take(tx, day, 'hold', changes);
    });
  }

  /** 取消: anybody reads that it is, and why not stays with the staff. */
  callOff(actor: Actor, id: string, reason: string, ifMatch?: number): Promise<ReceptionDayDto> {
    return this.act(actor, id, ifMatch, async (day, tx) => {
      const step = RECEPTION_DAYS.step(tx, day, 'call-off');
      if (wasVisited(day, tx.now)) throw refuseReceptionDay('reception_day.visited');
      return RECEPTION_DAYS.save(tx, { ...withChanges(step, { nextAt: null }), reason });
    });
  }

  close(actor: Actor, id: string, ifMatch?: number): Promise<ReceptionDayDto> {
    return this.act(actor, id, ifMatch, async (day, tx) => RECEPTION_DAYS.take(tx, day, 'close', { nextAt: null }));
  }

  /** What anybody may read. */
  announced({ areaCode: heldFor, from, ...page }: PublicReceptionDayQuery): Promise<Page<PublicReceptionDayDto>> {
    return this.transactor.read(SYSTEM, async (tx) => {
      const coming = from ? await COMING_DAYS.list(tx, { ...page, heldFor, from: startOf(from) }) : undefined;
      return mapPage(coming ?? (await RECEPTION_DAYS.list(tx, { ...page, heldFor })), toPublicReceptionDayDto);
    });
  }

  private act(
    actor: Actor,
    id: string,
    ifMatch: number | undefined,
    change: (day: ReceptionDay, tx: Tx) => Promise<ReceptionDay>,
  ): Promise<ReceptionDayDto> {
    return this.transactor.transact(actor, async (tx) => {
      await holdDay(tx, id);
      const [day, counts] = await Promise.all([RECEPTION_DAYS.load(tx, id, ifMatch), countMatters(tx, id)]);
      if (!isWithinArea(day.areaCode, actor.area)) throw refuseReceptionDay('reception_day.not_yours');
      return toReceptionDayDto(await change(Object.assign(day, counts), tx), tx);
    });
  }
}

/** It ends after it begins and after now, within a day, and no further ahead than the policy says. */
function checkTimes({ startsAt, endsAt }: Pick<ReceptionDay, 'startsAt' | 'endsAt'>, now: Date, days: number): void {
  if (endsAt <= startsAt || endsAt <= now) throw refuseReceptionDay('reception_day.ends_before_it_begins', {}, '/endsAt');
  const latest = latestEnd({ startsAt }, now, days);
  if (endsAt > latest) throw refuseReceptionDay('reception_day.ends_too_late', { days, latest: latest.toISOString() }, '/endsAt');
}
