import type { Role } from '@zero-distance/kernel';

/** Where what is open in a person's name is listed: what is overdue of it, and what has time yet. */
export interface OpenWork {
  readonly service: string;
  readonly url: string;
}

/**
 * The lists of what is in the name of a person, by the role that it is done in. An order that its lead gave to nobody of its people, and a hazard, stay with others
 * when somebody leaves; a case has its mediator.
 */
const LISTS: readonly { readonly role: Role; readonly service: string; readonly list: (accountId: string) => string }[] = [
  { role: 'handler', service: 'dispatch', list: (id) => `/api/dispatch/v1/work-orders?assignedTo=${id}` },
  { role: 'mediator', service: 'case-mediation', list: (id) => `/api/case-mediation/v1/cases?mediatorId=${id}` },
];

/** Where to look for what somebody else has to take over. */
export const openWorkOf = ({ id, roles }: { readonly id: string; readonly roles: readonly string[] }): OpenWork[] =>
  LISTS.filter(({ role }) => roles.includes(role)).flatMap(({ service, list }) =>
    ['true', 'false'].map((overdue) => ({ service, url: `${list(id)}&overdue=${overdue}` })),
  );
