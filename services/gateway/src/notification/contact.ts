import type { MessageChannel, MessageLanguage, StaffKind } from '@zero-distance/notification';

/** By which channels somebody wants to hear of each kind; what they said nothing of is as it is for everybody. */
export type Choices = Readonly<Partial<Record<StaffKind, readonly MessageChannel[]>>>;

/** 通知方式: how a member of staff is reached outside the system. Number and address are sealed, and shown masked. */
export interface StaffContact {
  readonly accountId: string;
  readonly emailSealed: string | null;
  readonly emailMasked: string | null;
  readonly phoneSealed: string | null;
  readonly phoneMasked: string | null;
  readonly language: MessageLanguage;
  readonly choices: Choices;
  readonly version: number;
}

/** Kinds with a clock running: these are sent unless the person says otherwise. The others stand in the list, and wait there. */
const PRESSING: readonly StaffKind[] = [
  'order-dispatched',
  'order-assigned',
  'order-handed-over',
  'order-rejected',
  'order-recheck',
  'order-reworked',
  'order-nearly-due',
  'order-due',
  'order-reminded',
  'order-yellow',
  'order-red',
  'request-returned',
  'case-applied',
  'case-assigned',
  'care-offered',
  'care-overdue',
];

/** By which channels somebody is to hear of a kind, as far as they have them. */
export function channelsFor(
  kind: StaffKind,
  { emailMasked, phoneMasked, choices }: Pick<StaffContact, 'emailMasked' | 'phoneMasked' | 'choices'>,
): MessageChannel[] {
  const has: MessageChannel[] = [
    ...(phoneMasked === null ? [] : (['sms'] as const)),
    ...(emailMasked === null ? [] : (['email'] as const)),
  ];
  const wanted = choices[kind] ?? (PRESSING.includes(kind) ? has : []);
  return has.filter((channel) => wanted.includes(channel));
}

/** z***@example.gov.cn */
export const maskEmail = (email: string): string => `${email[0]}***${email.slice(email.indexOf('@'))}`;
