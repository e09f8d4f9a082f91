/** The processes that own a schema and a stream. */
export const SERVICES = ['intake', 'dispatch', 'case-mediation', 'inspection', 'evaluation', 'gateway'] as const;
export type Service = (typeof SERVICES)[number];

/** The services with a domain, to which the gateway forwards. */
export const DOMAIN_SERVICES = SERVICES.filter((service) => service !== 'gateway');
export type DomainService = Exclude<Service, 'gateway'>;

/** One durable consumer: a part of one service's events, as one service hears it. */
export interface Subscription {
  readonly source: Service;
  /** Its name on the stream of the source. */
  readonly durable: string;
  /** One subject, not several: nats-server 2.9 knows no more. */
  readonly filter: string;
  /** Read by its place in the stream, for who keeps the stream as it stands; absent: by the versions of aggregates. */
  readonly bySequence?: true;
}

/**
 * Who hears whom, and what of it (docs/decisions/0013). Each part holds whole aggregates: an event of an aggregate that is heard is
 * only handled when all before it were.
 */
export const SUBSCRIPTIONS: Readonly<Record<Service, readonly Subscription[]>> = {
  intake: [all('dispatch', 'intake'), all('case-mediation', 'intake'), all('evaluation', 'intake')],
  dispatch: [
    { source: 'intake', durable: 'dispatch', filter: 'evt.intake.request.>' },
    { source: 'intake', durable: 'dispatch-facility-faults', filter: 'evt.intake.facility-fault.>' },
    ...codeBook('dispatch'),
    all('inspection', 'dispatch'),
    all('evaluation', 'dispatch'),
  ],
  'case-mediation': [
    { source: 'intake', durable: 'case-mediation', filter: 'evt.intake.request.*.*.dispute' },
    ...codeBook('case-mediation'),
    { source: 'dispatch', durable: 'case-mediation-organisations', filter: 'evt.dispatch.organisation.>' },
  ],
  inspection: [
    ...codeBook('inspection'),
    { source: 'dispatch', durable: 'inspection', filter: 'evt.dispatch.work-order.*.*.hazard-rectification' },
    { source: 'dispatch', durable: 'inspection-holidays', filter: 'evt.dispatch.holiday.>' },
    { source: 'dispatch', durable: 'inspection-organisations', filter: 'evt.dispatch.organisation.>' },
  ],
  evaluation: (['intake', 'dispatch', 'case-mediation', 'inspection'] as const).map((source) => all(source, 'evaluation')),
  gateway: [
    ...DOMAIN_SERVICES.map((source) => ({ source, durable: 'gateway-access', filter: `evt.${source}.access.>` })),
    { source: 'intake', durable: 'gateway-areas', filter: 'evt.intake.area.>' },
    { source: 'dispatch', durable: 'gateway-organisations', filter: 'evt.dispatch.organisation.>' },
    ...SERVICES.map((source) => ({ ...all(source, 'gateway-feed'), bySequence: true as const })),
  ],
};

function all(source: Service, durable: string): Subscription {
  return { source, durable, filter: `evt.${source}.>` };
}

/**
 * The registers whose codes people type in anywhere. Each has a consumer of its own, so that a process of the previous version, which cannot
 * handle it, leaves it to one of the new version.
 */
function codeBook(service: Service): Subscription[] {
  return [
    { source: 'intake', durable: `${service}-areas`, filter: 'evt.intake.area.>' },
    { source: 'intake', durable: `${service}-categories`, filter: 'evt.intake.category.>' },
  ];
}

/** `case-mediation` → `EVT_CASE_MEDIATION`. */
export const streamOf = (service: Service): string => `EVT_${service.toUpperCase().replaceAll('-', '_')}`;

/** `case-mediation` → `case_mediation`. */
export const schemaOf = (service: Service): string => service.replaceAll('-', '_');

/** The stream of messages that could not be handled; one subject a service. */
export const DEAD_LETTER_STREAM = 'DLQ';
export const deadLetterSubject = (service: Service): string => `dlq.${service}.recorded`;

/**
 * The prefix under which a service reaches the JetStream API of the account that holds the streams. Not `$JS.API`: that is its own
 * account's, which has no JetStream and answers so.
 */
export const STREAMS_API = 'streams.API';

/** The core NATS subject that wakes a service's relay after a commit. (`kick` is its word on the wire: replicas of two releases run side by side.) */
export const wakeSubject = (service: Service): string => `svc.${service}.kick`;

/** The core NATS subject on which the leader of a service that reads streams by sequence tells its replicas that there is more. */
export const announceSubject = (service: Service): string => `svc.${service}.more`;

/** Whether a service reads streams by their sequence. */
export const readsBySequence = (service: Service): boolean => SUBSCRIPTIONS[service].some(({ bySequence }) => bySequence);

/**
 * The field of an aggregate's events that ends their subjects, so that a listener can hear only of those that concern it. Every event of
 * the aggregate has it, and it never changes: else a listener would miss some of the versions.
 */
const ROUTING_TOKENS: Readonly<Record<string, string>> = { 'intake.request': 'kind', 'dispatch.work-order': 'type' };

/** `kind` for `intake.request.registered.v1`; undefined for what has none. */
export const routingTokenOf = (type: string): string | undefined => ROUTING_TOKENS[type.slice(0, type.indexOf('.', type.indexOf('.') + 1))];

/** `intake.request.registered.v1` of a dispute → `evt.intake.request.registered.v1.dispute`. */
export function subjectOf(type: string, data: unknown): string {
  const token = routingTokenOf(type);
  return token ? `evt.${type}.${(data as Readonly<Record<string, string>>)[token]}` : `evt.${type}`;
}

/** The filter for all events of a type. */
export const subjectsOf = (type: string): string => (routingTokenOf(type) ? `evt.${type}.*` : `evt.${type}`);

/** Whether the filter matches the subject: `*` is one token, `>` all that follow. */
export function hears(filter: string, subject: string): boolean {
  const [wanted, tokens] = [filter.split('.'), subject.split('.')];
  const covers = wanted.at(-1) === '>' ? tokens.length >= wanted.length : tokens.length === wanted.length;
  return covers && wanted.every((token, i) => token === '*' || token === '>' || token === tokens[i]);
}

/** The service that an event type belongs to. */
export const serviceOf = (type: string): Service => type.slice(0, type.indexOf('.')) as Service;
