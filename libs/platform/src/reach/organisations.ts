import { Inject, Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
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

  /** The caller with what is registered of the organisation it acts for; absent when nothing is. */
  async complete(actor: Actor): Promise<Actor> {
    const found = actor.org === undefined ? undefined : await this.find(actor.org);
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
    const sql = 'select id, code, kind, area_code as "areaCode" from organisation where code = $1';
    const [facts] = await this.transactor.read(SYSTEM, (tx) => tx.query<OrganisationFacts & Record<string, unknown>>(sql, [code]));
    return facts;
  }
}

interface Known {
  readonly facts: Promise<OrganisationFacts | undefined>;
  until: number;
}

/** Queues what was heard of an organisation for the read copy: the table `organisation` of the service. */
export function keepOrganisation(tx: Tx, data: EventData<'dispatch.organisation.registered.v1'>): void {
  const { organisationId, code, name, kind, areaCode } = data;
  tx.write(
    `insert into organisation (id, code, name, kind, area_code) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind, area_code = excluded.area_code`,
    [organisationId, code, name, kind, areaCode],
  );
}
