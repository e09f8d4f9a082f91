import type { Role } from '@zero-distance/kernel';
import type { StaffKind } from '@zero-distance/notification';

/** Who is told of something, and as what. Nobody is told who may not list such matters, or from whom this one is hidden. */
export interface Telling {
  readonly kind: StaffKind;
  /** One of them is needed. */
  readonly roles: readonly Role[];
  /**
   * `organisations`: who acts for those that the event names as having the matter. `person`: whom it names. `area`: whose area holds the matter, and who may
   * see it there.
   */
  readonly of: 'organisations' | 'person' | 'area';
  /** The event's field with the one organisation that is told; lead and co-handlers unless said. */
  readonly named?: 'coOrganisationId' | 'ownerOrganisationId' | 'leadOrganisationId' | 'offeredOrganisationId';
  /** The event's field with the one person that is told; who has the matter unless said. */
  readonly whom?: 'formerWorkerId';
}

export type Data = Readonly<Record<string, unknown>>;
export type Told = readonly Telling[] | ((data: Data) => readonly Telling[]);

export const NOBODY: Told = [];
export const handlers = (kind: StaffKind): Telling => ({ kind, roles: ['handler'], of: 'organisations' });
/** Who vouches for a knowledge entry. */
export const owner = (kind: StaffKind): Telling => ({ kind, roles: ['handler'], of: 'organisations', named: 'ownerOrganisationId' });
/** The lead, and none of those with it. */
export const leadOnly = (kind: StaffKind): Telling => ({ kind, roles: ['handler'], of: 'organisations', named: 'leadOrganisationId' });
export const coHandler = (kind: StaffKind): Telling => ({ kind, roles: ['handler'], of: 'organisations', named: 'coOrganisationId' });
export const person = (kind: StaffKind, ...roles: Role[]): Telling => ({ kind, roles, of: 'person' });
export const mediator = (kind: StaffKind): Telling => person(kind, 'mediator');
export const inArea = (kind: StaffKind, ...roles: Role[]): Telling => ({ kind, roles, of: 'area' });
