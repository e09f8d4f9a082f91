import type { Actor, Role } from '@zero-distance/kernel';
import type { BlindIndex, KeyRing } from '@zero-distance/personal-data';
import { maskName, maskPhone, type Phone, parsePhone, readPhone } from '@zero-distance/personal-data/phones';

/** 短信: in which language somebody is written to about their matter; `none`: they declined. */
export const MESSAGE_CHOICES = ['zh', 'en', 'none'] as const;
export type MessageChoice = (typeof MESSAGE_CHOICES)[number];

/** Who asks, in plain: only on its way in, and out through `reveal`. */
export interface Requester {
  readonly name: string;
  readonly phone?: string;
  readonly address?: string;
  readonly messages?: MessageChoice;
}

/** Who asks, as it is kept: sealed, with the masked form beside it so that showing it needs no key. */
export interface SealedRequester {
  requestId: string;
  name: string;
  nameMasked: string;
  phone: string | null;
  phoneMasked: string | null;
  /** Keyed hash of the telephone number, to find by. */
  phoneIndex: string | null;
  address: string | null;
  messages: MessageChoice;
}

/** Who may be shown a confidential requester: these, while they act for no organisation. An organisation may be the one complained about. */
const TRUSTED: readonly Role[] = ['intake-clerk', 'callback-agent', 'administrator'];

export const maySeeRequester = (actor: Actor, confidential: boolean): boolean =>
  !confidential || (actor.org === undefined && TRUSTED.some((role) => actor.roles.includes(role)));

const FIELDS = ['name', 'phone', 'address'] as const;
const contextOf = (requestId: string, field: (typeof FIELDS)[number]): string => `${requestId}/${field}`;

/** The row to keep of a requester. */
export function sealRequester(requestId: string, requester: Requester, ring: KeyRing, index: BlindIndex): SealedRequester {
  const seal = (field: 'phone' | 'address') => {
    const value = requester[field];
    return value === undefined ? null : ring.encrypt(value, contextOf(requestId, field));
  };
  const marks = requester.phone === undefined ? NO_PHONE : marksOf(readPhone(requester.phone), index);
  return {
    requestId,
    name: ring.encrypt(requester.name, contextOf(requestId, 'name')),
    nameMasked: maskName(requester.name),
    phone: seal('phone'),
    ...marks,
    address: seal('address'),
    messages: requester.messages ?? 'zh',
  };
}

/** What a telephone number is shown as and found by. */
export type PhoneMarks = Pick<SealedRequester, 'phoneMasked' | 'phoneIndex'>;

const NO_PHONE: PhoneMarks = { phoneMasked: null, phoneIndex: null };
const marksOf = (phone: Phone, index: BlindIndex): PhoneMarks => ({ phoneMasked: maskPhone(phone), phoneIndex: index.ofPhone(phone) });

/** The marks of a sealed number, computed again; undefined when it is none by today's rules. */
export function phoneMarks(requestId: string, sealed: string, ring: KeyRing, index: BlindIndex): PhoneMarks | undefined {
  const phone = parsePhone(ring.decrypt(sealed, contextOf(requestId, 'phone')));
  return phone && marksOf(phone, index);
}

/** Whether somebody may be written to: there is a number, they did not decline, and nobody is to know that they asked. */
export const isWrittenTo = ({ phone, messages }: Pick<SealedRequester, 'phone' | 'messages'>, confidential: boolean): boolean =>
  phone !== null && messages !== 'none' && !confidential;

/** The requester in plain. Callers write an access record in the same transaction. */
export function openRequester(row: SealedRequester, ring: KeyRing): Requester {
  const open = (field: 'phone' | 'address') => {
    const value = row[field];
    return value === null ? undefined : ring.decrypt(value, contextOf(row.requestId, field));
  };
  return { name: ring.decrypt(row.name, contextOf(row.requestId, 'name')), phone: open('phone'), address: open('address') };
}
