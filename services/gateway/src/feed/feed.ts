import { EVENTS, type EventType, type Service } from '@zero-distance/contracts';

/** What an event tells of: `intake.request` of `intake.request.closed.v1`. */
export type Noun = EventType extends infer T ? (T extends `${infer S}.${infer N}.${string}.${string}` ? `${S}.${N}` : never) : never;

type Data = Readonly<Record<string, unknown>>;

/** The matter that something belongs to, and the service that tells of the matter. */
interface Belongs {
  readonly to: string;
  readonly toldBy: Service;
}

/**
 * How the feed treats what is told of a noun. `matter`: told to whoever may see the matter that it belongs to, which is the noun itself unless
 * `belongs` says otherwise; of the organisations that have the matter, only to those that the event names where `parties` says so; `staffOnly`: to members of staff
 * whom it concerns, by a notification, and by no feed, stream or webhook. `internal`: for the gateway's own use. `left-out`: not kept.
 */
type Treatment =
  | { readonly as: 'matter'; readonly belongs?: (data: Data) => Belongs | undefined; readonly parties?: true; readonly staffOnly?: true }
  | { readonly as: 'internal' }
  | { readonly as: 'left-out' };

const toRequest = ({ requestId }: Data): Belongs | undefined =>
  typeof requestId === 'string' ? { to: requestId, toldBy: 'intake' } : undefined;

/** An order, and what is asked about it, belong to the request, the hazard or the facility fault that it is for. */
const toSource = ({ sourceId, type }: Data): Belongs => ({
  to: String(sourceId),
  toldBy: type === 'hazard-rectification' ? 'inspection' : 'intake',
});

/** Who may see its matter hears of it, though anybody sees the picture. */
const rendition = (toldBy: Service) => ({
  as: 'matter' as const,
  belongs: ({ matterId }: Data): Belongs => ({ to: String(matterId), toldBy }),
});

const ACCESS: Treatment = { as: 'left-out' }; // the audit trail has it
const DEAD_LETTER: Treatment = { as: 'left-out' };
const ERASURE: Treatment = { as: 'left-out' }; // the proof of it is intake's
const REGISTER: Treatment = { as: 'internal' }; // registers have lists of their own

const PERSON: Treatment = { as: 'left-out' }; // whoever may look at people looks for them, with a purpose: nobody is told of them

const PAST: Treatment = { as: 'left-out' }; // it is long past, and counts in figures: nobody has to know of it

/** Every noun, so that a new one is not told of before somebody has said to whom. */
const FEED = {
  'intake.request': { as: 'matter' },
  'dispatch.work-order': { as: 'matter', belongs: toSource },
  'dispatch.application': { as: 'matter', belongs: toSource, parties: true }, // who asked, and no co-handler
  'dispatch.part': { as: 'matter', belongs: toSource, parties: true }, // the lead and the one co-handler: no other hears of it, nor of its mark
  'dispatch.whistle': { as: 'matter' }, // its own: who was summoned sees nothing of the order
  'dispatch.supervision-order': { as: 'matter', parties: true }, // its own, of one or several orders: who has to answer
  'case-mediation.case': { as: 'matter', belongs: toRequest },
  'inspection.hazard': { as: 'matter' },
  'inspection.visit': { as: 'matter' },
  'evaluation.callback': { as: 'matter', belongs: toRequest },
  'intake.rendition': rendition('intake'),
  'dispatch.rendition': rendition('intake'), // or inspection, whose hazard was told long before the picture was
  'inspection.rendition': rendition('inspection'),
  'intake.area': REGISTER,
  'intake.category': REGISTER,
  'dispatch.organisation': REGISTER,
  'dispatch.holiday': REGISTER,
  'gateway.account': REGISTER,
  'gateway.webhook': REGISTER,
  'intake.access': ACCESS,
  'dispatch.access': ACCESS,
  'case-mediation.access': ACCESS,
  'inspection.access': ACCESS,
  'evaluation.access': ACCESS,
  'gateway.access': ACCESS,
  'intake.erasure': ERASURE,
  'dispatch.erasure': ERASURE,
  'case-mediation.erasure': ERASURE,
  'evaluation.erasure': ERASURE,
  'intake.dead-letter': DEAD_LETTER,
  'dispatch.dead-letter': DEAD_LETTER,
  'case-mediation.dead-letter': DEAD_LETTER,
  'inspection.dead-letter': DEAD_LETTER,
  'evaluation.dead-letter': DEAD_LETTER,
  'gateway.dead-letter': DEAD_LETTER,
  'intake.knowledge-entry': { as: 'matter' },
  'intake.snapshot-report': { as: 'matter' },
  'intake.missed-call': { as: 'matter' },
  'intake.past-call': PAST,
  'intake.past-round': PAST,
  'intake.past-activity': PAST,
  'intake.past-activity-outcome': PAST,
  'intake.past-care': PAST,
  'intake.past-service-case': PAST,
  'intake.past-home-visit': PAST,
  'intake.reception-day': { as: 'matter' },
  'intake.resident': PERSON,
  'intake.key-person': { as: 'matter', staffOnly: true }, // who has to go there is told, and no other (decision 55)
  'intake.facility-fault': { as: 'matter' },
  'intake.round': { as: 'matter' },
  'intake.knock': PERSON,
  'intake.knock-need': { as: 'matter' },
  'intake.activity': { as: 'matter' },
  'intake.activity-booking': PERSON,
  'intake.activity-outcome': { as: 'matter' },
  'intake.service-case': { as: 'matter' },
  'intake.home-visit': { as: 'matter' },
  'intake.service-point': { as: 'matter' },
} as const satisfies Readonly<Record<Noun, Treatment>>;

/** Nouns of matters, as a type: what is told of them has to be told to somebody, or to nobody, by name. */
export type MatterNoun = { [N in Noun]: (typeof FEED)[N]['as'] extends 'matter' ? N : never }[Noun];

/** The noun of an event's type. */
export const nounOf = (type: string): string => type.slice(0, type.indexOf('.', type.indexOf('.') + 1));

/** Nouns of matters. */
export const MATTER_NOUNS = (Object.keys(FEED) as Noun[]).filter((noun): noun is MatterNoun => FEED[noun].as === 'matter');

/** Of these an organisation hears only where the event names it as lead or as co-handler. */
export const PARTY_NOUNS: readonly MatterNoun[] = MATTER_NOUNS.filter((noun) => 'parties' in FEED[noun]);

/** Told to members of staff by notifications, and to nobody by the feed. */
export const isStaffOnly = (noun: string): boolean => Object.hasOwn(FEED, noun) && 'staffOnly' in FEED[noun as Noun];

/** The types that can be told to others. */
export const TOLD_TYPES = (Object.keys(EVENTS) as EventType[]).filter(
  (type) => treatmentOf(type).as === 'matter' && !isStaffOnly(nounOf(type)),
);

/** A type that this version does not know is kept, so that it is counted, and told to nobody. */
const UNKNOWN: Treatment = { as: 'matter' };

export function treatmentOf(type: string): Treatment {
  return Object.hasOwn(FEED, nounOf(type)) ? FEED[nounOf(type) as Noun] : UNKNOWN;
}

/** What never leaves, though it is a code: whom a matter is hidden from. */
const HIDDEN = new Set(['barredOrganisationIds', 'barredAccountIds']);
/** A code is no longer than this. */
const LONGEST_CODE = 64;

interface FieldSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
}

/** Whether a field can hold only an id, a code, a time, a count or yes and no: words that somebody wrote, and sealed ones, do not leave. */
function isCode({ type, format, enum: words, pattern, maxLength, items, anyOf }: FieldSchema): boolean {
  if (anyOf) return anyOf.every(isCode);
  if (type === 'array') return items !== undefined && isCode(items);
  if (type !== 'string') return type === 'integer' || type === 'number' || type === 'boolean' || type === 'null';
  if (maxLength !== undefined) return maxLength <= LONGEST_CODE;
  return format !== undefined || words !== undefined || pattern !== undefined;
}

/** The fields of a type that may leave. */
export const toldFields = (type: EventType): readonly string[] =>
  Object.entries(EVENTS[type].schema.properties as Readonly<Record<string, FieldSchema>>)
    .filter(([name, schema]) => !HIDDEN.has(name) && isCode(schema))
    .map(([name]) => name);

const known = new Map<string, readonly string[]>();

/** The part of an event's data that may leave: codes. */
export function toldData(type: string, data: unknown): Data {
  if (!Object.hasOwn(EVENTS, type) || typeof data !== 'object' || data === null) return {};
  const fields = known.get(type) ?? toldFields(type as EventType);
  known.set(type, fields);
  return Object.fromEntries(fields.filter((name) => Object.hasOwn(data, name)).map((name) => [name, (data as Data)[name]]));
}
