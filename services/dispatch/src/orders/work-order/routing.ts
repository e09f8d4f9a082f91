import { type Actor, type DomainError, err, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import { isBarred } from '../../reference/barred.js';
import { isGrassroots, type Organisation } from '../../reference/organisation.js';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import type { Assignment } from './outcome.js';
import type { Route, WorkOrder } from './work-order.js';

type Matter = Pick<WorkOrder, 'categoryCode' | 'areaCode' | 'barredOrganisationIds' | 'service'>;

/** What the responsibility list says of a matter. */
export interface Routing {
  /** Who gets it; absent when the list names nobody who may, and a dispatcher has to. */
  readonly assignment?: Assignment;
  /** 回避: an entry was passed over, because its lead is complained about or recused. */
  readonly passedOver: boolean;
}

/**
 * Who the responsibility list gives a matter to: the first entry whose lead may have it, without the co-handlers that may not. A service that was
 * ordered is given to nobody: the community dispatches it, to who provides it.
 */
export function routeByList(reference: ReferenceSnapshot, matter: Matter, at: Date, list = reference.responsibilities): Routing {
  if (matter.service !== null) return { passedOver: false };
  const covering = list.covering(matter.categoryCode, matter.areaCode, at);
  const entry = covering.find(({ leadOrganisationId }) => !isBarred(reference, matter, leadOrganisationId));
  const passedOver = entry !== covering[0];
  if (!entry) return { passedOver };
  const { code, version, categoryPrefix, areaPrefix } = entry;
  const { leadOrganisationId, coOrganisationIds } = inBeing(reference, matter, entry);
  const route: Route = { reason: 'responsibility-list', entry: code, version, category: categoryPrefix, area: areaPrefix };
  return { assignment: { leadOrganisationId, coOrganisationIds, route }, passedOver };
}

/** To whom a matter goes that is handled again: who had it, if the matter does not name them; else by the list. */
export function routeAgain(reference: ReferenceSnapshot, matter: Matter, last: WorkOrder | undefined, at: Date): Routing {
  const { leadOrganisationId = null, route = null, coOrganisationIds = [] } = last ?? {};
  if (leadOrganisationId === null || route === null || isBarred(reference, matter, leadOrganisationId))
    return routeByList(reference, matter, at);
  return { assignment: { ...inBeing(reference, matter, { leadOrganisationId, coOrganisationIds }), route }, passedOver: false };
}

type Handlers = Pick<Assignment, 'leadOrganisationId' | 'coOrganisationIds'>;

/** 承接: lead and co-handlers, each as who does its work now, each once, and without helpers who may not have the matter. */
export function inBeing(
  reference: ReferenceSnapshot,
  matter: Pick<Matter, 'barredOrganisationIds'>,
  { leadOrganisationId, coOrganisationIds }: Handlers,
): Handlers {
  const lead = reference.inBeing(leadOrganisationId).id;
  const helpers = new Set(coOrganisationIds.filter((id) => !isBarred(reference, matter, id)).map((id) => reference.inBeing(id).id));
  helpers.delete(lead);
  return { leadOrganisationId: lead, coOrganisationIds: [...helpers] };
}

/** What a dispatcher designates. */
export interface Designation {
  readonly leadOrganisation: string;
  readonly coOrganisations?: readonly string[];
  readonly reason: string;
}

/** 指定主办: refused when a code is unknown, when the matter names one as complained about or recused, or when it would push down to a community or village what is not on its list. */
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
  const barred = [lead, ...coHandlers].find(({ id }) => isBarred(reference, matter, id));
  if (barred) return err(refuse('work_order.organisation_barred', { organisation: barred.code }));
  const pushedDown = whyPushedDown(reference, matter, found.value, at);
  if (pushedDown) return err(pushedDown);
  const route: Route = { reason: 'designated', by: actor.id, words: reason };
  return ok({ leadOrganisationId: lead.id, coOrganisationIds: coHandlers.map(({ id }) => id), route });
}

/**
 * 不得下派: a community or village gets what is on its own list and nothing else, and what it only assists with does not become its main duty
 * (国办函〔2025〕66号). A service that the catalogue says it provides is its own: nobody pushed that down.
 */
function whyPushedDown(
  reference: ReferenceSnapshot,
  { categoryCode, areaCode, service }: Matter,
  { lead, coHandlers }: { readonly lead: Organisation; readonly coHandlers: readonly Organisation[] },
  at: Date,
): DomainError | undefined {
  if (![lead, ...coHandlers].some(isGrassroots)) return undefined;
  const entries = reference.responsibilities.covering(categoryCode, areaCode, at);
  const leads = new Set(entries.map(({ leadOrganisationId }) => reference.inBeing(leadOrganisationId).id));
  const helps = new Set(entries.flatMap(({ coOrganisationIds }) => coOrganisationIds.map((id) => reference.inBeing(id).id)));
  if (service !== null) leads.add(reference.inBeing(service.organisationId).id);
  if (isGrassroots(lead) && !leads.has(lead.id))
    return refuse(
      `work_order.${helps.has(lead.id) ? 'assisting_only' : 'outside_community_list'}`,
      { organisation: lead.code },
      '/leadOrganisation',
    );
  const place = coHandlers.findIndex((one) => isGrassroots(one) && !leads.has(one.id) && !helps.has(one.id));
  const pointer = `/coOrganisations/${place}`;
  return place < 0 ? undefined : refuse('work_order.outside_community_list', { organisation: coHandlers[place]?.code ?? '' }, pointer);
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
