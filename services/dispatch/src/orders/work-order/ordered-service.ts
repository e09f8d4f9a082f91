import type { EventData } from '@zero-distance/contracts';

/** 点单: what of the catalogue was ordered, from whom, and what was promised with it. */
export type ServicePromise = NonNullable<EventData<'intake.request.registered.v1'>['service']>;

/** 希望的时间: nobody is late with a service before it is wanted. Of what is asked for again, as of what came in, it is a time to come or none. */
export function wantedFrom({ service }: { readonly service: ServicePromise | null }, since: Date): Date {
  const wanted = service?.from === undefined ? since : new Date(service.from);
  return wanted > since ? wanted : since;
}
