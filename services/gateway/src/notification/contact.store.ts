import { isId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { StaffContactEntity } from './contact.entity.js';
import type { StaffContact } from './contact.js';

/** How somebody is reached of whom nothing is known. */
export const noContact = (accountId: string): StaffContact => ({
  accountId,
  emailSealed: null,
  emailMasked: null,
  phoneSealed: null,
  phoneMasked: null,
  language: 'zh',
  choices: {},
  version: 0,
});

/** How somebody is reached; undefined of who has no account here: a client, or a person of another issuer. */
export async function contactOf(tx: ReadTx, accountId: string): Promise<StaffContact | undefined> {
  if (!isId(accountId)) return undefined;
  const [row] = await tx.query<StaffContact & { readonly accountId: string | null } & Record<string, unknown>>(
    `select ${tx.columns(StaffContactEntity, 't')} from account a left join staff_contact t on t.account_id = a.id where a.id = $1`,
    [accountId],
  );
  return row?.accountId === null ? noContact(accountId) : row;
}

/** The same, to be changed: refuses who has no account here. */
export async function needContact(tx: ReadTx, accountId: string): Promise<StaffContact> {
  const contact = await contactOf(tx, accountId);
  if (!contact) throw refuse('account.not_found', { id: accountId });
  return contact;
}

/** Queues how somebody is reached from now on. */
export function saveContact(tx: Tx, contact: StaffContact): void {
  const { accountId, emailSealed, emailMasked, phoneSealed, phoneMasked, language, choices } = contact;
  tx.write(
    `insert into staff_contact (account_id, email_sealed, email_masked, phone_sealed, phone_masked, language, choices, version)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, 1)
     on conflict (account_id) do update set email_sealed = excluded.email_sealed, email_masked = excluded.email_masked,
       phone_sealed = excluded.phone_sealed, phone_masked = excluded.phone_masked, language = excluded.language, choices = excluded.choices,
       version = staff_contact.version + 1`,
    [accountId, emailSealed, emailMasked, phoneSealed, phoneMasked, language, JSON.stringify(choices)],
  );
}
