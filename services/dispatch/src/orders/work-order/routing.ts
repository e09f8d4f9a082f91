import { type Actor, err, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { Assignment } from './outcome.js';
import type { Route, WorkOrder } from './work-order.js';

type Matter = Pick<WorkOrder, 'categoryCode' | 'areaCode' | 'barredOrganisationIds'>;

/** What the responsibility list says of a matter. */
export interface Routing {
  /** Who gets it; absent when the list names nobody who may, and a dispatcher has to. */
  readonly assignment?: Assignment;
  /** 回避: an entry was passed over, because its lead is complained about or recused. */
  readonly passedOver: boolean;
}

/** Who the responsibility list gives a matter to: the first entry whose lead may have it, without the co-handlers that may not. */
export function routeByList(reference: ReferenceSnapshot, matter: Matter, at: Date): Routing {
  const covering = reference.responsibilities.covering(matter.categoryCode, matter.areaCode, at);
  const entry = covering.find(({ leadOrganisationId }) => !isBarred(matter, leadOrganisationId));
  const passedOver = entry !== covering[0];
  if (!entry) return { passedOver };
  const { code, version, categoryPrefix, areaPrefix, leadOrganisationId } = entry;
  const coOrganisationIds = entry.coOrganisationIds.filter((id) => !isBarred(matter, id));
  const route: Route = { reason: 'responsibility-list', entry: code, version, category: categoryPrefix, area: areaPrefix };
  return { assignment: { leadOrganisationId, coOrganisationIds, route }, passedOver };
}

/** To whom a matter goes that is handled again: who had it, if the matter does not name them; else by the list. */
export function routeAgain(reference: ReferenceSnapshot, matter: Matter, last: WorkOrder | undefined, at: Date): Routing {
  const { leadOrganisationId = null, route = null, coOrganisationIds = [] } = last ?? {};
  if (leadOrganisationId === null || route === null || isBarred(matter, leadOrganisationId)) return routeByList(reference, matter, at);
  const helpers = coOrganisationIds.filter((id) => !isBarred(matter, id));
  return { assignment: { leadOrganisationId, coOrganisationIds: helpers, route }, passedOver: false };
}

const isBarred = ({ barredOrganisationIds }: Pick<Matter, 'barredOrganisationIds'>, organisationId: string): boolean =>
  barredOrganisationIds?.includes(organisationId) ?? false;

/** What a dispatcher designates. */
export interface Designation {
  readonly leadOrganisation: string;
  readonly coOrganisations?: readonly string[];
  readonly reason: string;
}

/** 指定主办: refused when a code is unknown, when the matter names one as complained about or recused, or when it would push down to a community what is not on that community's list. */
export function designate(
  reference: ReferenceSnapshot,
  matter: Matter,
  { leadOrganisation, coOrganisations, reason }: Designation,
  actor: Actor,
  at: Date,
): Result<Assignment> {
  const found = reference.assignment(leadOrganisation, coOrganisations);
  if (!found.ok) return found;
  const { lead, coHandlers } = found.value;
  const barred = [lead, ...coHandlers].find(({ id }) => isBarred(matter, id));
  if (barred) return err(refuse('work_order.organisation_barred', { organisation: barred.code }));
  const isOnItsList = () =>
    reference.responsibilities
      .covering(matter.categoryCode, matter.areaCode, at)
      .some((entry) => entry.leadOrganisationId === lead.id || entry.coOrganisationIds.includes(lead.id));
  if (lead.kind === 'community' && !isOnItsList()) {
    return err(refuse('work_order.outside_community_list', { organisation: lead.code }, '/leadOrganisation'));
  }
  const route: Route = { reason: 'designated', by: actor.id, words: reason };
  return ok({ leadOrganisationId: lead.id, coOrganisationIds: coHandlers.map(({ id }) => id), route });
}

/** The route in words. */
export function explainRoute(route: Route): { zh: string; en: string } {
  if (route.reason === 'designated') return { zh: `派单中心指定主办：${route.words}`, en: `Designated by the centre: ${route.words}` };
  const { entry, version, category, area } = route;
  return {
    zh: `按职责清单“${entry}”第 ${version} 版：类别${category ? ` ${category}*` : '不限'}，区域${area ? ` ${area}*` : '不限'}`,
    en: `By entry "${entry}", version ${version}, of the responsibility list: category ${category ? `${category}*` : 'any'}, area ${area ? `${area}*` : 'any'}`,
  };
}
