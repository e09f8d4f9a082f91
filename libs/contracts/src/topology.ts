/** The services that own a schema and a stream. */
export const SERVICES = ['intake', 'dispatch', 'case-mediation', 'inspection', 'evaluation'] as const;
export type Service = (typeof SERVICES)[number];

/** Who hears whom: one durable consumer for each pair. A service also never hears itself. */
export const SUBSCRIPTIONS: Readonly<Record<Service, readonly Service[]>> = {
  intake: ['dispatch', 'case-mediation', 'evaluation'],
  dispatch: ['intake', 'inspection', 'evaluation'],
  'case-mediation': ['intake'],
  inspection: ['dispatch'],
  evaluation: ['intake', 'dispatch', 'case-mediation', 'inspection'],
};

/** `case-mediation` → `EVT_CASE_MEDIATION`. */
export const streamOf = (service: Service): string => `EVT_${service.toUpperCase().replaceAll('-', '_')}`;

/** `case-mediation` → `case_mediation`. */
export const schemaOf = (service: Service): string => service.replaceAll('-', '_');

/** The stream of messages that could not be handled; one subject a service. */
export const DEAD_LETTER_STREAM = 'DLQ';
export const deadLetterSubject = (service: Service): string => `dlq.${service}.recorded`;

/** The core NATS subject that wakes a service's relay after a commit. */
export const kickSubject = (service: Service): string => `svc.${service}.kick`;

/** `intake.request.registered.v1` → `evt.intake.request.registered.v1`. */
export const subjectOf = (type: string): string => `evt.${type}`;

/** The service that an event type belongs to. */
export const serviceOf = (type: string): Service => type.slice(0, type.indexOf('.')) as Service;
