import type { EventData, EventType } from '@zero-distance/contracts';
import { nounOf } from './feed.js';

/** Who may hear of a matter: what the events up to now have said. */
export interface Matter {
  readonly id: string;
  /** 编号, which people are asked for it by; null where it has none, or none was told. */
  readonly number: string | null;
  /** 保密: whatever happens to it is told to nobody. */
  readonly withheld: boolean;
  /** 参与单位: lead and co-handlers, and who answered. */
  readonly organisationIds: readonly string[];
  /** 回避: never told. */
  readonly barredOrganisationIds: readonly string[];
  readonly barredAccountIds: readonly string[];
  /** Where each thing that was told of it lies: area codes by id. */
  readonly areas: Readonly<Record<string, string>>;
}

/** Who heard of a matter up to an event, and has lost it by that: the area that something has left, and organisations. */
export interface Left {
  readonly area: string | null;
  readonly organisationIds: readonly string[];
}

/** An event, as far as it says who may hear of a matter. */
export interface Telling {
  readonly type: string;
  readonly data: unknown;
}

const fresh = (id: string): Matter => ({
  id,
  number: null,
  withheld: false,
  organisationIds: [],
  barredOrganisationIds: [],
  barredAccountIds: [],
  areas: {},
});

/** What a request is and whom it is hidden from. */
type Facts = Omit<EventData<'intake.request.registered.v1'>, 'number'> &
  Partial<Pick<EventData<'intake.request.replied.v1'>, 'organisationId' | 'number'>>;

/**
 * The matter after an event. Undefined while nothing has been told that says whether it is confidential: until then it is withheld.
 * @param id of the matter that the event belongs to
 */
export function matterAfter(before: Matter | undefined, id: string, { type, data }: Telling): Matter | undefined {
  switch (nounOf(type)) {
    case 'intake.request':
      return 'confidential' in (data as object) ? ofFacts(before ?? fresh(id), data as Facts) : before;
    case 'dispatch.work-order':
      return before && ofOrder(before, type, data as EventData<'dispatch.work-order.dispatched.v1'>);
    case 'case-mediation.case':
      return before ?? ((data as EventData<'case-mediation.case.applied.v1'>).requestId === null ? fresh(id) : undefined);
    case 'dispatch.whistle':
      return ofWhistle(before ?? fresh(id), data as EventData<'dispatch.whistle.called.v1'>);
    case 'dispatch.supervision-order':
      return ofSupervision(before, id, data as EventData<'dispatch.supervision-order.opened.v1'>);
    case 'intake.knowledge-entry':
    case 'intake.snapshot-report':
    case 'intake.missed-call':
    case 'intake.reception-day':
    case 'intake.key-person':
    case 'intake.round':
    case 'intake.service-case':
    case 'intake.home-visit':
    case 'intake.knock-need':
    case 'intake.activity':
    case 'intake.activity-outcome':
    case 'intake.service-point':
    case 'inspection.hazard':
    case 'inspection.visit':
      return before ?? fresh(id);
    default:
      return before;
  }
}

/** A bar is never lifted by an event that does not name it: events of earlier releases name none. */
function ofFacts(
  before: Matter,
  { number, confidential, barredOrganisationIds = [], barredAccountIds = [], organisationId }: Facts,
): Matter {
  return {
    id: before.id,
    number: number ?? before.number,
    withheld: before.withheld || confidential,
    organisationIds: joined(before.organisationIds, organisationId ? [organisationId] : []),
    barredOrganisationIds: joined(before.barredOrganisationIds, barredOrganisationIds),
    barredAccountIds: joined(before.barredAccountIds, barredAccountIds),
    areas: before.areas,
  };
}

/**
 * The matter after something of it was told in an area, and who has lost it; a service that has not heard yet of a move tells once more in the area of before, and what it tells of
 * leaves that when it has heard.
 * @param before the event
 * @param after what the event itself says
 */
export function movedTo(
  before: Matter | undefined,
  after: Matter,
  id: string,
  areaCode: string,
): { matter: Matter; left: Left | undefined } {
  const area = before?.areas[id];
  const matter = areaCode === '' || area === areaCode ? after : { ...after, areas: { ...after.areas, [id]: areaCode } };
  const organisationIds = before?.organisationIds.filter((one) => !after.organisationIds.includes(one)) ?? [];
  const hasMoved = area !== undefined && matter.areas[id] !== area;
  return { matter, left: hasMoved || organisationIds.length > 0 ? { area: hasMoved ? area : null, organisationIds } : undefined };
}

/** Lead and co-handlers have the order. */
const GIVINGS = new Set<string>([
  'dispatch.work-order.dispatched.v1',
  'dispatch.work-order.reassigned.v1',
  'dispatch.work-order.handed-over.v1',
  'dispatch.work-order.co-handlers-changed.v1',
] satisfies EventType[]);

/** Nobody has the order any more. */
const ENDINGS = new Set<string>([
  'dispatch.work-order.returned.v1',
  'dispatch.work-order.recalled.v1',
  'dispatch.work-order.terminated.v1',
] satisfies EventType[]);

/** Who has the order takes part, from when it is given until it is returned or ended (decision 17). */
function ofOrder(
  before: Matter,
  type: string,
  { leadOrganisationId, coOrganisationIds }: EventData<'dispatch.work-order.dispatched.v1'>,
): Matter {
  if (GIVINGS.has(type)) return { ...before, organisationIds: [...(leadOrganisationId ? [leadOrganisationId] : []), ...coOrganisationIds] };
  return ENDINGS.has(type) ? { ...before, organisationIds: [] } : before;
}

/** The street and those that it summoned take part; each event says whom the matter is hidden from now. */
function ofWhistle(
  before: Matter,
  {
    confidential,
    leadOrganisationId,
    coOrganisationIds,
    barredOrganisationIds = [],
    barredAccountIds = [],
  }: EventData<'dispatch.whistle.called.v1'>,
): Matter {
  return {
    ...before,
    withheld: before.withheld || confidential,
    organisationIds: [leadOrganisationId, ...coOrganisationIds],
    barredOrganisationIds: joined(before.barredOrganisationIds, barredOrganisationIds),
    barredAccountIds: joined(before.barredAccountIds, barredAccountIds),
  };
}

/** Who has to answer takes part; each event says whom any of its orders is hidden from now. Of one that says nothing of it nobody hears: events of earlier releases. */
function ofSupervision(
  before: Matter | undefined,
  id: string,
  {
    confidential,
    leadOrganisationId,
    barredOrganisationIds = [],
    barredAccountIds = [],
  }: EventData<'dispatch.supervision-order.opened.v1'>,
): Matter | undefined {
  if (confidential === undefined) return before;
  const { withheld, ...known } = before ?? fresh(id);
  return {
    ...known,
    withheld: withheld || confidential,
    organisationIds: [leadOrganisationId],
    barredOrganisationIds: joined(known.barredOrganisationIds, barredOrganisationIds),
    barredAccountIds: joined(known.barredAccountIds, barredAccountIds),
  };
}

const joined = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];
