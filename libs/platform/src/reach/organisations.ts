import { Inject, Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { refuseRequest } from '../errors.js';
import { actingFor, type OrganisationFacts } from './acting-organisation.js';

/** How long an organisation's kind and area may be out of date in a process. */
const STALE_MS = 2_000;
/** How long an organisation is remembered as not registered: it may be registered any moment, but not every call may query the database. */
const ABSENT_MS = 500;
/** More than a province has. */
const REMEMBERED = 5_000;

/** The read copy of dispatch's organisations, as its services ask it: which one does a token act for? */
@Injectable()
export class Organisations {
  private readonly known = new Map<string, Known>(); // oldest first

  constructor(@Inject(Transactor) private readonly transactor: Transactor) {}

  /** The caller with what is registered of the organisation it acts for; absent when nothing is. Throws 403 for one that is no more, naming who took over. */
  async complete(actor: Actor): Promise<Actor> {
    const found = actor.org === undefined ? undefined : await this.find(actor.org);
    if (found?.successor) throw refuseRequest('organisation_retired', { organisation: found.code, successor: found.successor });
    return found ? { ...actor, organisation: actingFor(found) } : actor;
  }

  /** For one that was asked for a moment ago the database is not asked. */
  find(code: string): Promise<OrganisationFacts | undefined> {
    const known = this.known.get(code);
    if (known && known.until > Date.now()) return known.facts;
    this.known.delete(code);
    const facts = this.read(code);
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value as string);
    const entry = { facts, until: Date.now() + ABSENT_MS };
    this.known.set(code, entry);
    facts.then(
      (found) => found && Object.assign(entry, { until: Date.now() + STALE_MS }),
      () => this.known.delete(code),
    );
    return facts;
  }

  private async read(code: string): Promise<OrganisationFacts | undefined> {
    const [facts] = await this.transactor.read(SYSTEM, (tx) => tx.query<OrganisationFacts & Record<string, unknown>>(FACTS, [code]));
    return facts;
  }
}

// Up the chain to who is in being (or is not heard of yet), and down to all that this one took over from. `union` ends a circle, were there one.
const FACTS = `
  with recursive later (code) as (
      select successor_organisation from organisation where code = $1 and successor_organisation is not null
      union select o.successor_organisation from later join organisation o using (code) where o.successor_organisation is not null),
    earlier (id, code) as (
      select id, code from organisation where successor_organisation = $1
      union select o.id, o.code from earlier e join organisation o on o.successor_organisation = e.code)
  select id, code, kind, area_code as "areaCode", array(select id from earlier) as predecessors,
    (select later.code from later left join organisation o using (code) where o.successor_organisation is null limit 1) as successor
  from organisation where code = $1`;

interface Known {
  readonly facts: Promise<OrganisationFacts | undefined>;
  until: number;
}

/** Queues what was heard of an organisation for the read copy: the table `organisation` of the service. */
export function keepOrganisation(tx: Tx, data: EventData<'dispatch.organisation.registered.v1'>): void {
  const { organisationId, code, name, kind, areaCode, retiredAt = null, successorOrganisation = null } = data;
  tx.write(
    `insert into organisation (id, code, name, kind, area_code, retired_at, successor_organisation) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind, area_code = excluded.area_code,
       retired_at = excluded.retired_at, successor_organisation = excluded.successor_organisation`,
    [organisationId, code, name, kind, areaCode, retiredAt, successorOrganisation],
  );
}
