import { TERRITORIAL_KINDS } from '@zero-distance/contracts';
import { idFloor, newId } from '@zero-distance/kernel';
import type { MessageChannel } from '@zero-distance/notification';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection } from '@zero-distance/platform';
import { isStaffOnly, type MatterNoun, PARTY_NOUNS } from '../feed/feed.js';
import type { ReadEvent } from '../feed/feed.service.js';
import type { Choices } from './contact.js';
import { NotificationEntity } from './notification.entity.js';
import type { Notification } from './notification.js';
import type { Telling } from './told.js';

/** What somebody was told, with the number of the matter as it is now. */
export type Shown = NotificationEntity & { readonly matterNumber: string | null };

/** The caller: their own notifications, but of matters that are hidden from them by now. */
export interface Reader {
  readonly accountId: string;
  /** The organisation that they act for, and those whose work it took over. */
  readonly organisationIds: readonly string[];
}

/** The condition that a matter `m` is hidden from nobody, nor from this reader. */
const openTo = (account: string, organisations: string): string =>
  `not m.withheld and ${account} <> all(m.barred_account_ids) and not (${organisations}::uuid[] && m.barred_organisation_ids)`;

export const NOTIFICATIONS = defineCollection({
  entity: NotificationEntity,
  also: { columns: 'm.number as "matterNumber"', join: 'join feed_matter m on m.id = t.matter_id' },
  visible: { by: 'everybody' }, // `reader` says whose: the use cases always give it
  filters: {
    reader: ({ accountId, organisationIds }: Reader, { given }) =>
      `t.account_id = ${given(accountId)} and ${openTo(given(accountId), given(organisationIds))}`,
    id: 'id',
    kind: 'kind',
    unread: (unread: boolean) => (unread ? 't.read_at is null' : 't.read_at is not null'),
  },
});

/** Counted no further: whoever has so many has stopped counting. */
export const COUNTED = 1000;

/** How many of a reader's notifications are unread. */
export async function countUnread(tx: ReadTx, { accountId, organisationIds }: Reader): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (
       select from notification t join feed_matter m on m.id = t.matter_id
       where t.account_id = $1 and t.read_at is null and ${openTo('$1', '$2')} limit ${COUNTED}) as unread`,
    [accountId, organisationIds],
  );
  return row?.count ?? 0;
}

/** Queues that one was read; read again it stays as it is. */
export const markRead = (tx: Tx, { id }: Notification): void =>
  tx.write('update notification set read_at = $2, version = version + 1 where id = $1 and read_at is null', [id, tx.now], 'any');

/** Queues that all up to one were read. */
export const markAllRead = (tx: Tx, accountId: string, upTo: string): void =>
  tx.write(
    'update notification set read_at = $3, version = version + 1 where account_id = $1 and id <= $2 and read_at is null',
    [accountId, upTo, tx.now],
    'any',
  );

/** Something that is to be told, and to whom. */
export interface ToTell extends Telling {
  readonly event: ReadEvent;
  readonly organisations: readonly string[];
  readonly person: string | null;
  /** Without it nobody reads such matters. */
  readonly scope: string;
}

/** Somebody whom one of these is told to, with how they can be reached. */
export interface Hearer {
  readonly n: number;
  readonly accountId: string;
  readonly emailMasked: string | null;
  readonly phoneMasked: string | null;
  readonly choices: Choices;
}

/**
 * Whom each of some tellings is for, in one statement: enabled accounts whose area holds the matter's, who have the role and the scope, and may see
 * the matter (as in the feed: `HEARS`). By organisation, person or role they are found by hash, whatever their number. Who does the work of an
 * organisation that is no more is told in its place.
 */
export const hearersOf = (tx: ReadTx, tellings: readonly ToTell[]): Promise<Hearer[]> =>
  tx.page<Hearer & Record<string, unknown>>(
    `with recursive whose (organisation_id, did_id, did_code) as (${WHOSE}), asked as materialized (
       select e.*, coalesce(e.parties, m.organisation_ids) as organisation_ids, m.barred_organisation_ids, m.barred_account_ids
       from jsonb_to_recordset($1::jsonb) as e(n int, kind text, "tellingOf" text, roles text[], organisations uuid[], parties uuid[],
         person text, "isGiven" boolean, area text, matter uuid, scope text)
       join feed_matter m on m.id = e.matter and not m.withheld
     ), staff as materialized (
       select a.id, a.org, a.area, a.roles, a.scopes, o.id as organisation_id, case when o.kind = any($2::text[]) then o.area_code end as territory,
         w.organisations
       from account a left join organisation o on o.code = a.org
       left join (select organisation_id, array_agg(did_id) as organisations from whose group by organisation_id) w on w.organisation_id = o.id
       where a.disabled_at is null and (a.org is null or (o.id is not null and o.successor_organisation is null))
     ), found as (
       select e.n, s.id from asked e cross join unnest(e.organisations) as who(organisation)
       join whose on whose.did_id = who.organisation join staff s on s.organisation_id = whose.organisation_id
       where e."tellingOf" = 'organisations' and s.roles && e.roles and ${MAY_SEE}
       union
       select e.n, s.id from asked e join staff s on s.id::text = e.person
       where e."tellingOf" = 'person' and s.roles && e.roles and ${MAY_SEE} and (e."isGiven" or ${MAY_SEE_THERE})
       union
       select e.n, s.id from asked e cross join unnest(e.roles) as needed(role)
       join (select staff.*, held.role from staff cross join unnest(staff.roles) as held(role)) s on s.role = needed.role
       where e."tellingOf" = 'area' and ${MAY_SEE} and ${MAY_SEE_THERE}
     )
     select f.n, f.id::text as "accountId", c.email_masked as "emailMasked", c.phone_masked as "phoneMasked",
       coalesce(c.choices, '{}'::jsonb) as choices
     from found f left join staff_contact c on c.account_id = f.id order by f.n`,
    [JSON.stringify(tellings.map(toAsked)), TERRITORIAL_KINDS],
  );

/** Each organisation with itself and all those whose work it took over. `union` ends a circle, were there one. */
const WHOSE = `select id, id, code from organisation
  union select whose.organisation_id, o.id, o.code from whose join organisation o on o.successor_organisation = whose.did_code`;

const MAY_SEE = `starts_with(e.area, s.area) and e.scope = any(s.scopes) and s.id::text <> all(e.barred_account_ids)
  and (s.organisations is null or not (s.organisations && e.barred_organisation_ids))`;

const MAY_SEE_THERE = '(s.org is null or starts_with(e.area, s.territory) or s.organisations && e.organisation_ids)';

const toAsked = ({ kind, roles, of, organisations, person, scope, event }: ToTell, n: number) => ({
  n,
  kind,
  tellingOf: of,
  roles,
  organisations,
  parties: PARTY_NOUNS.includes(event.noun as MatterNoun) ? organisations : null,
  person,
  isGiven: isStaffOnly(event.noun), // to one account, whomever that acts for
  area: event.areaCode,
  matter: event.matterId,
  scope,
});

/** Queues what people are told; who was told of an event already is not told again. */
export function insertNotifications(tx: Tx, told: readonly (ToTell & { readonly id: string; readonly accountId: string })[]): void {
  if (told.length === 0) return;
  const rows = told.map(({ id, accountId, kind, event }) => ({
    id,
    accountId,
    kind,
    eventId: event.eventId,
    noun: event.noun,
    subjectId: event.aggregateId,
    matterId: event.matterId,
    areaCode: event.areaCode,
    at: event.at,
  }));
  tx.write(
    `insert into notification (id, account_id, event_id, kind, noun, subject_id, matter_id, area_code, happened_at, created_at, version)
     select id, "accountId", "eventId", kind, noun, "subjectId", "matterId", "areaCode", at, $2, 1
     from jsonb_to_recordset($1::jsonb) as n(id uuid, "accountId" text, "eventId" uuid, kind text, noun text, "subjectId" uuid, "matterId" uuid,
       "areaCode" text, at timestamptz)
     on conflict (account_id, event_id) do nothing`,
    [JSON.stringify(rows), tx.now],
    'any',
  );
}

/** The id of a notification that is about to be made. */
export const nextId = (tx: Tx): string => newId(tx.now.getTime());

/** What is looked up when somebody is written to. */
export interface Addressee {
  readonly accountId: string;
  readonly noun: string;
  readonly subjectId: string;
  readonly matterNumber: string | null;
  readonly language: 'zh' | 'en';
  readonly sealed: string;
  readonly masked: string;
}

/** Whom a notification goes to by a channel; nobody who has read it, is disabled, or may not see the matter any more. */
export async function addresseeOf(tx: ReadTx, notificationId: string, channel: MessageChannel): Promise<Addressee | undefined> {
  const way = channel === 'sms' ? 'phone' : 'email';
  const [row] = await tx.query<Addressee & Record<string, unknown>>(
    `with recursive whose (organisation_id, did_id, did_code) as (${WHOSE})
     select a.id as "accountId", t.noun, t.subject_id as "subjectId", m.number as "matterNumber", c.language,
       c.${way}_sealed as sealed, c.${way}_masked as masked
     from notification t join feed_matter m on m.id = t.matter_id
     join account a on a.id::text = t.account_id and a.disabled_at is null
     join staff_contact c on c.account_id = a.id and c.${way}_sealed is not null
     left join organisation o on o.code = a.org
     where t.id = $1 and t.read_at is null and ${openTo('t.account_id', 'array(select did_id from whose where organisation_id = o.id)')}`,
    [notificationId],
  );
  return row;
}

const AT_ONCE = 5_000;

/** Takes notifications away that are older. */
export const forgetNotifications = (tx: Tx, before: Date): void =>
  tx.write(
    'delete from notification where id in (select id from notification where id < $1 order by id limit $2)',
    [idFloor(before), AT_ONCE],
    'any',
  );
