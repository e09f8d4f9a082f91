import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, DAY_MS, HOUR_MS, SYSTEM } from '@zero-distance/kernel';
import { Timers } from '@zero-distance/messaging';
import { Messages } from '@zero-distance/notification';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { mapPage, type Page, readPolicies } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import type { MatterNoun } from '../feed/feed.js';
import { EventFeed, type ReadEvent } from '../feed/feed.service.js';
import { idsOf, readScopeOf } from '../feed/feed-scope.js';
import { POLICIES } from '../policy/policy.js';
import { channelsFor } from './contact.js';
import type { NotificationDto, NotificationQuery, UnreadDto } from './notification.dto.js';
import {
  COUNTED,
  countUnread,
  forgetNotifications,
  hearersOf,
  insertNotifications,
  markAllRead,
  markRead,
  NOTIFICATIONS,
  nextId,
  type Reader,
  type Shown,
  type ToTell,
} from './notification.store.js';
import { toNotificationDto } from './notification.view.js';
import { organisationsOf, personOf, tellingsOf } from './telling.js';

/** So many tellings are matched with members of staff at once: an organisation may have some hundred. */
const AT_ONCE = 50;

/** 工作通知: members of staff are told what waits for them, from the feed of all services. */
@Injectable()
export class Notifications implements OnModuleInit {
  constructor(
    private readonly feed: EventFeed,
    private readonly timers: Timers,
    private readonly transactor: Transactor,
    private readonly messages: Messages,
  ) {}

  onModuleInit(): void {
    this.feed.readInLeader({ name: 'notification', read: (tx, events) => this.tell(tx, events) });
    this.timers.every('forget notifications', HOUR_MS, () => this.forget());
  }

  list(actor: Actor, query: NotificationQuery): Promise<Page<NotificationDto>> {
    return this.transactor.read(actor, async (tx) => {
      const page = await NOTIFICATIONS.list(tx, { ...query, reader: readerOf(actor) });
      return mapPage(page as Page<Shown>, toNotificationDto);
    });
  }

  unread(actor: Actor): Promise<UnreadDto> {
    return this.transactor.read(actor, async (tx) => {
      const count = await countUnread(tx, readerOf(actor));
      return { count, more: count === COUNTED };
    });
  }

  read(actor: Actor, id: string): Promise<NotificationDto> {
    return this.transactor.transact(actor, async (tx) => {
      const shown = await this.own(tx, actor, id);
      markRead(tx, shown);
      return toNotificationDto({ ...shown, readAt: shown.readAt ?? tx.now });
    });
  }

  readAll(actor: Actor, upTo: string): Promise<void> {
    return this.transactor.transact(actor, async (tx) => markAllRead(tx, actor.id, upTo));
  }

  /** One of the caller's own: another's is not found. */
  private async own(tx: Tx, actor: Actor, id: string): Promise<Shown> {
    const { items } = await NOTIFICATIONS.list(tx, { id, reader: readerOf(actor), limit: 1 });
    if (!items[0]) throw refuse('notification.not_found', { id });
    return items[0] as Shown;
  }

  /** Queues the notifications of some events, and the messages that go out besides; all with how far the feed was read. */
  private async tell(tx: Tx, events: readonly ReadEvent[]): Promise<void> {
    const tellings = events.flatMap(toTell);
    for (let from = 0; from < tellings.length; from += AT_ONCE) {
      const some = tellings.slice(from, from + AT_ONCE);
      const told = (await hearersOf(tx, some)).flatMap((hearer) => {
        const telling = some[hearer.n];
        return telling ? [{ ...telling, ...hearer, id: nextId(tx) }] : [];
      });
      insertNotifications(tx, told);
      const letters = told.flatMap((one) => channelsFor(one.kind, one).map((channel) => ({ ...one, channel })));
      this.messages.keep(
        tx,
        ...letters.map(({ id, kind, channel, accountId, event }) => ({
          key: `${event.eventId}:${accountId}:${channel}`,
          purpose: kind,
          channel,
          subjectId: id,
          linkPurpose: null,
          linkId: null,
        })),
      );
    }
  }

  private forget(): Promise<void> {
    return this.transactor.transact(SYSTEM, async (tx) => {
      const { 'notification-days': days } = await readPolicies(tx, POLICIES);
      forgetNotifications(tx, new Date(tx.now.getTime() - days * DAY_MS));
    });
  }
}

const readerOf = (actor: Actor): Reader => ({ accountId: actor.id, organisationIds: idsOf(actor) });

/** What is to be told of an event: nothing of a matter that is withheld, or not known. */
function toTell(event: ReadEvent): ToTell[] {
  if (event.matter === null || event.matter.withheld) return [];
  const scope = readScopeOf(event.noun as MatterNoun);
  return tellingsOf(event).map((telling) => ({
    ...telling,
    event,
    scope,
    organisations: organisationsOf(event.data, telling.named),
    person: personOf(event.data, telling.whom),
  }));
}
