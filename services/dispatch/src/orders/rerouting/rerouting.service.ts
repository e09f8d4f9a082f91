import { Injectable } from '@nestjs/common';
import { type Actor, unwrap } from '@zero-distance/kernel';
import { type ReadTx, Transactor } from '@zero-distance/persistence';
import { assertWithinArea, decodeCursor, encodeCursor, type Page } from '@zero-distance/platform';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { isInEffect, type Responsibility, ResponsibilityList } from '../../reference/responsibility.js';
import type { PreviewQuery, ReroutedDto } from './rerouting.dto.js';
import { concerned, lastMonth, monthOf, type Rerouted, reroute } from './rerouting.js';
import { ordersOpened, type Sample } from './rerouting.store.js';

/** As many orders are in memory at once. */
const AT_ONCE = 500;
/** A page looks through as many at most, and says where it stopped. */
const MOST = 20 * AT_ONCE;

/** 试改职责: which orders of a month would have gone elsewhere if an entry of the list were another. Changes nothing. */
@Injectable()
export class ReroutingService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
  ) {}

  /** Throws 403 for a change of more than the caller's area, and what `PUT` would refuse of the lead. */
  preview(actor: Actor, code: string, query: PreviewQuery): Promise<Page<ReroutedDto>> {
    const { areaPrefix = actor.area } = query;
    assertWithinArea(actor, areaPrefix, '/areaPrefix');
    const reference = this.reference.current;
    return this.transactor.read(actor, async (tx) => {
      const proposed = proposal(reference, code, { ...query, areaPrefix }, tx.now);
      const { entries } = reference.responsibilities;
      const list = new ResponsibilityList([...entries.filter((entry) => entry.code !== code), proposed]);
      const inForce = entries.filter((entry) => entry.code === code && isInEffect(entry, tx.now));
      const [behind] = decodeCursor(query.cursor, ['uuid']) ?? [];
      const sample = { ...monthOf(query.month ?? lastMonth(tx.now)), ...concerned([...inForce, proposed]), behind };
      const { found, next } = await look(tx, sample, query.limit, (order) => reroute(order, reference, list, tx.now));
      return { items: found.map((one) => toDto(one, reference)), next: next === null ? null : encodeCursor(next) };
    });
  }
}

type Try = (order: Rerouted['order']) => Rerouted | undefined;

/** Goes through the sample until a page is full, or long enough. */
async function look(tx: ReadTx, sample: Sample, limit: number, attempt: Try): Promise<{ found: Rerouted[]; next: string | null }> {
  const found: Rerouted[] = [];
  let { behind } = sample;
  for (let looked = 0; looked < MOST; looked += AT_ONCE) {
    const orders = await ordersOpened(tx, { ...sample, behind }, AT_ONCE);
    for (const order of orders) {
      const rerouted = attempt(order);
      if (rerouted) found.push(rerouted);
      behind = order.id;
      if (found.length === limit) return { found, next: behind };
    }
    if (orders.length < AT_ONCE) return { found, next: null };
  }
  return { found, next: behind ?? null };
}

/** The entry as it would be, in force now. */
function proposal(reference: ReferenceSnapshot, code: string, query: PreviewQuery, now: Date): Responsibility {
  const { lead } = unwrap(reference.assignment(query.leadOrganisation));
  const { categoryPrefix = '', areaPrefix = '' } = query;
  const facts = { categoryPrefix, areaPrefix, leadOrganisationId: lead.id, coOrganisationIds: [], note: null };
  return { ...facts, id: code, code, version: 0, effectiveFrom: now, effectiveTo: null };
}

function toDto({ order, byList, byProposal }: Rerouted, reference: ReferenceSnapshot): ReroutedDto {
  const codeOf = (id: string | null) => (id === null ? null : reference.organisationById(id).code);
  return {
    workOrderId: order.id,
    sourceNumber: order.sourceNumber,
    categoryCode: order.categoryCode,
    areaCode: order.areaCode,
    openedAt: order.openedAt.toISOString(),
    lead: codeOf(order.leadOrganisationId),
    byList: codeOf(byList),
    byProposal: codeOf(byProposal),
  };
}
