import type { Actor } from '@zero-distance/kernel';
import type { Message, Recipient } from '@zero-distance/notification';
import { type ReadTx, Transactor, type Tx } from '@zero-distance/persistence';
import type { KeyRing } from '@zero-distance/personal-data';
import { maskPhone, readPhone } from '@zero-distance/personal-data/phones';
import { ACCOUNTS } from '../account/account.store.js';
import { recordAudit } from '../audit/audit.store.js';
import type { ChoicesInput, ContactDto, ContactInput } from './contact.dto.js';
import { maskEmail, type StaffContact } from './contact.js';
import { contactOf, needContact, noContact, saveContact } from './contact.store.js';
import { toChoices, toContactDto } from './contact.view.js';
import { addresseeOf } from './notification.store.js';

const contextOf = (accountId: string, way: 'phone' | 'email'): string => `${accountId}/${way}`;

/** 通知方式: how members of staff are reached, as they or an administrator say. */
export class Contacts {
  constructor(
    private readonly transactor: Transactor,
    private readonly ring: KeyRing,
  ) {}

  get(actor: Actor): Promise<ContactDto> {
    return this.transactor.read(actor, async (tx) => toContactDto((await contactOf(tx, actor.id)) ?? noContact(actor.id)));
  }

  setOwn(actor: Actor, input: ContactInput): Promise<ContactDto> {
    return this.transactor.transact(actor, (tx) => this.set(tx, actor.id, input));
  }

  /** By an administrator, of an account within their area. */
  setFor(actor: Actor, accountId: string, input: ContactInput): Promise<ContactDto> {
    return this.transactor.transact(actor, async (tx) => {
      await ACCOUNTS.load(tx, accountId);
      return this.set(tx, accountId, input);
    });
  }

  /** Which kinds by which channel, and in which language: the person's own choice alone. */
  choose(actor: Actor, { language, kinds }: ChoicesInput): Promise<ContactDto> {
    return this.transactor.transact(actor, async (tx) => {
      const after = { ...(await needContact(tx, actor.id)), language, choices: toChoices(kinds) };
      saveContact(tx, after);
      return toContactDto(after);
    });
  }

  private async set(tx: Tx, accountId: string, { email, phone }: ContactInput): Promise<ContactDto> {
    const seal = (way: 'phone' | 'email', plain: string | undefined) =>
      plain === undefined ? null : this.ring.encrypt(plain, contextOf(accountId, way));
    const after: StaffContact = {
      ...(await needContact(tx, accountId)),
      emailSealed: seal('email', email),
      emailMasked: email === undefined ? null : maskEmail(email),
      phoneSealed: seal('phone', phone),
      phoneMasked: phone === undefined ? null : maskPhone(readPhone(phone)),
    };
    saveContact(tx, after);
    recordAudit(tx, { action: 'contact-changed', subject: accountId });
    return toContactDto(after);
  }
}

/** Who is written to about a notification, asked at the moment of sending. @param staffLink with `{noun}` and `{id}` */
export async function recipientOf(
  tx: ReadTx,
  { subjectId, channel }: Message,
  ring: KeyRing,
  staffLink: string | undefined,
): Promise<Recipient | undefined> {
  const found = await addresseeOf(tx, subjectId, channel);
  if (!found) return undefined;
  const { accountId, sealed, masked, language, matterNumber, noun, subjectId: id } = found;
  const plain = ring.decrypt(sealed, contextOf(accountId, channel === 'sms' ? 'phone' : 'email'));
  const phone = channel === 'sms' ? readPhone(plain) : undefined;
  return {
    to: phone?.dialled ?? plain,
    phoneKind: phone?.kind ?? null,
    masked,
    language,
    matterNumber: matterNumber ?? '',
    link: staffLink?.replaceAll('{noun}', noun).replaceAll('{id}', id) ?? '',
  };
}
