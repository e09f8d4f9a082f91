import type { KeyRing } from './key-ring.js';

/** 诉求内容: what a requester said of the matter. It leaves the service that took it in sealed, and no other way. */
export interface MatterText {
  readonly title: string;
  readonly text: string;
  /** Where it is, in words; null when nobody said. */
  readonly place: string | null;
  /** GeoJSON, WGS84: longitude, latitude; null when nobody pointed. */
  readonly point: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
}

/** Bound to the request: put beside another one, the text does not open. */
const contextOf = (requestId: string): string => `${requestId}:matter`;

/** The text as it rides in the event of its request, under the key that the services share. */
export const sealMatterText = (shared: KeyRing, requestId: string, { title, text, place, point }: MatterText): string =>
  shared.encrypt(JSON.stringify({ title, text, place, point }), contextOf(requestId));

/** Bound to what was said when: put in the place of another, it does not open. */
const followUpContext = (requestId: string, followUpId: string): string => `${requestId}:follow-up:${followUpId}`;

/** 追加: what a caller said later, as it rides in its event. */
export const sealFollowUp = (shared: KeyRing, requestId: string, followUpId: string, text: string): string =>
  shared.encrypt(text, followUpContext(requestId, followUpId));

/** The other way. Throws as {@link openMatterText} does. */
export const openFollowUp = (shared: KeyRing, requestId: string, followUpId: string, sealed: string): string =>
  shared.decrypt(sealed, followUpContext(requestId, followUpId));

/** The other way. Throws when the key is not in the ring, or the text is another request's or was changed. */
export const openMatterText = (shared: KeyRing, requestId: string, sealed: string): MatterText =>
  JSON.parse(shared.decrypt(sealed, contextOf(requestId))) as MatterText;
