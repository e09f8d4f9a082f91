import { type Actor, err, ok, type Result } from '@zero-distance/kernel';
import { refuse } from '../errors.js';
import type { RegisterSnapshot } from '../register/register.js';
import type { Assignment } from './outcome.js';
import type { Route, WorkOrder } from './work-order.js';

/** Who the responsibility list gives a matter to; undefined when it names nobody, and a dispatcher has to. */
export function routeByList(
  registers: RegisterSnapshot,
  matter: Pick<WorkOrder, 'categoryCode' | 'areaCode'>,
  at: Date,
): Assignment | undefined {
  const [entry] = registers.responsibilities.covering(matter.categoryCode, matter.areaCode, at);
  if (!entry) return undefined;
  const { code, version, categoryPrefix, areaPrefix, leadOrganisationId, coOrganisationIds } = entry;
  const route: Route = { reason: 'responsibility-list', entry: code, version, category: categoryPrefix, area: areaPrefix };
  return { leadOrganisationId, coOrganisationIds, route };
}

/** What a dispatcher designates. */
export interface Designation {
  readonly leadOrganisation: string;
  readonly coOrganisations?: readonly string[];
  readonly reason: string;
}

/** 指定主办: refused when a code is unknown, or when it would push down to a community what is not on that community's list. */
export function designate(
  registers: RegisterSnapshot,
  matter: Pick<WorkOrder, 'categoryCode' | 'areaCode'>,
  { leadOrganisation, coOrganisations, reason }: Designation,
  actor: Actor,
  at: Date,
): Result<Assignment> {
  const found = registers.assignment(leadOrganisation, coOrganisations);
  if (!found.ok) return found;
  const { lead, coHandlers } = found.value;
  const isOnItsList = () =>
    registers.responsibilities
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
