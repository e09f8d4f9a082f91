import { type Actor, narrowerArea } from '@zero-distance/kernel';
import { ACCESS_TABLE, type AccessName, seesOnlyOwn, takesRoles } from '@zero-distance/platform/access';
import { isStaffOnly, type MatterNoun } from './feed.js';

/** Whom events are for: what he may hear, as the query is asked. */
export interface FeedScope {
  readonly area: string;
  /** The one who hears: never told of what names him as recused. */
  readonly account: string;
  /** Acts for an organisation: only what it takes part in, or what lies in its territory. */
  readonly acts: boolean;
  /** That organisation and those whose work it took over; none where it is not registered: then nothing is heard. */
  readonly organisations: readonly string[];
  readonly territory: string | null;
  readonly nouns: readonly string[];
  /** Only these types; null for all. */
  readonly types: readonly string[] | null;
}

/** The read that shows what is told of: who may read it may hear of it. */
const READ = {
  'intake.request': 'intake.requests.list',
  'dispatch.work-order': 'dispatch.workOrders.list',
  'case-mediation.case': 'case-mediation.cases.list',
  'inspection.hazard': 'inspection.hazards.list',
  'inspection.visit': 'inspection.visits.list',
  'evaluation.callback': 'evaluation.callbacks.list',
  'dispatch.application': 'dispatch.applications.list',
  'intake.rendition': 'intake.requests.list',
  'dispatch.rendition': 'dispatch.workOrders.list',
  'inspection.rendition': 'inspection.hazards.list',
  'dispatch.part': 'dispatch.parts.list',
  'dispatch.whistle': 'dispatch.whistles.list',
  'dispatch.supervision-order': 'dispatch.supervisionOrders.list',
  'intake.knowledge-entry': 'intake.knowledgeEntries.list',
  'intake.snapshot-report': 'intake.snapshotReports.list',
  'intake.missed-call': 'intake.missedCalls.list',
  'intake.reception-day': 'intake.receptionDays.list',
  'intake.key-person': 'intake.keyPersons.list',
  'intake.facility-fault': 'intake.facilityFaults.list',
  'intake.round': 'intake.rounds.list',
  'intake.knock-need': 'intake.knockNeeds.list',
  'intake.activity': 'intake.activities.list',
  'intake.activity-outcome': 'intake.activityOutcomes.list',
  'intake.service-case': 'intake.serviceCases.list',
  'intake.home-visit': 'intake.homeVisits.list',
  'intake.service-point': 'intake.pointUses.list',
} as const satisfies Record<MatterNoun, AccessName>;

type Holder = Pick<Actor, 'scopes' | 'roles'>;

/** The scope without which nothing of a noun is read, so that nobody is told of it either. */
export const readScopeOf = (noun: MatterNoun): string => ACCESS_TABLE[READ[noun]].scope;

/** The nouns that somebody may hear of: those whose lists they may read, and not only what they took in themselves; none that is told to staff alone. */
export const nounsFor = ({ scopes, roles }: Holder): string[] =>
  Object.entries(READ).flatMap(([noun, read]) => {
    const row = ACCESS_TABLE[read];
    return scopes.includes(row.scope) && takesRoles(row, roles) && !seesOnlyOwn(row, roles) && !isStaffOnly(noun) ? [noun] : [];
  });

/** The organisation that somebody acts for, and those whose work it took over; none where nothing is registered. */
export const idsOf = ({ organisation }: Pick<Actor, 'organisation'>): readonly string[] =>
  organisation ? [organisation.id, ...(organisation.predecessors ?? [])] : [];

/** What is asked for, within what may be heard. */
export interface Asked {
  readonly areaCode?: string;
  readonly types?: readonly string[];
}

/** What a caller hears of what is asked for; undefined where the two have nothing in common. */
export function scopeOf(actor: Actor, { areaCode, types }: Asked): FeedScope | undefined {
  const area = narrowerArea(actor.area, areaCode);
  if (area === undefined) return undefined;
  return {
    area,
    account: actor.id,
    acts: actor.org !== undefined,
    organisations: idsOf(actor),
    territory: actor.organisation?.territory ?? null,
    nouns: nounsFor(actor),
    types: types && types.length > 0 ? types : null,
  };
}
