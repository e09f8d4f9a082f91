import { STAFF_KINDS } from '@zero-distance/notification';
import type { ContactDto, KindChoiceDto } from './contact.dto.js';
import { type Choices, channelsFor, type StaffContact } from './contact.js';

/** How somebody is reached, as the API answers it: masked, and every kind with the channels it goes by. */
export const toContactDto = (contact: StaffContact): ContactDto => ({
  email: contact.emailMasked,
  phone: contact.phoneMasked,
  language: contact.language,
  kinds: STAFF_KINDS.map((kind) => ({ kind, channels: channelsFor(kind, contact) })),
});

/** What somebody chose, as it is kept. */
export const toChoices = (kinds: readonly KindChoiceDto[]): Choices =>
  Object.fromEntries(kinds.map(({ kind, channels }) => [kind, channels]));
