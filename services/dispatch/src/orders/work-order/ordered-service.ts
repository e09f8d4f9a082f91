import type { EventData } from '@zero-distance/contracts';

/** 点单: what of the catalogue was ordered, from whom, and what was promised with it. */
export type ServicePromise = NonNullable<EventData<'intake.request.registered.v1'>['service']>;
