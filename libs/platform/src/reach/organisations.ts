import { Inject, Injectable } from '@nestjs/common';
import type { EventData } from '@zero-distance/contracts';
import { type Actor, SYSTEM } from '@zero-distance/kernel';
import { Transactor, type Tx } from '@zero-distance/persistence';
import { type MatterReach, type OrganisationFacts, reachOf } from './reach.js';

/** How long an organisation's kind and area may be out of date in a process. */
const STALE_MS = 2_000;
/** How long one that is not registered is taken for that: it may be in the next moment, but nobody has the database asked at each call. */
const ABSENT_MS = 500;
/** More than a province has. */
const REMEMBERED = 5_000;

/** The read copy of dispatch's organisations, as its services ask it: which one does a token act for, and what may it see? */
@Injectable()
export class Organisations {
  private readonly known = new Map<string, { readonly facts: OrganisationFacts | undefined; readonly until: number }>(); // oldest first

  constructor(@Inject(Transactor) private readonly transactor: Transactor) {}

  /** How far a caller sees. Without an organisation, or with one that was asked for a moment ago, the database is not asked. */
  async reachOf(actor: Actor): Promise<MatterReach> {
    return reachOf(actor, actor.org === undefined ? undefined : await this.find(actor.org));
  }

  async find(code: string): Promise<OrganisationFacts | undefined> {
    const known = this.known.get(code);
    if (known && known.until > Date.now()) return known.facts;
    this.known.delete(code);
    const sql = 'select id, code, kind, area_code as "areaCode" from organisation where code = $1';
    const [facts] = await this.transactor.read(SYSTEM, (tx) => tx.query<OrganisationFacts & Record<string, unknown>>(sql, [code]));
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value as string);
    this.known.set(code, { facts, until: Date.now() + (facts ? STALE_MS : ABSENT_MS) });
    return facts;
  }
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
