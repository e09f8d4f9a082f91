import type { Tx } from '@zero-distance/persistence';
import type { FilterContext } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { ADMINISTER } from './holder.js';

/** What accounts and clients can both be found by. */
export const HOLDER_FILTERS = {
  organisation: 'org',
  role: (role: string, { given }: FilterContext) => `t.roles @> array[${given(role)}]::text[]`,
  state: (state: string) => (state === 'disabled' ? 't.disabled_at is not null' : 't.disabled_at is null'),
} as const;

/**
 * Refuses unless somebody else who can log in can manage the accounts and clients of that area: a person with a password that holds, a client with a
 * secret. Two who are taken away at once wait for one another.
 */
export async function needAnotherAdministrator(tx: Tx, { id, area }: { readonly id: string; readonly area: string }): Promise<void> {
  await tx.execute('lock table account, client in share row exclusive mode', []);
  const others = await tx.query(
    `select 1 from (
       select id::text, roles, scopes, area, org from account where disabled_at is null and (one_time_until is null or one_time_until > $4)
       union all select id, roles, scopes, area, org from client where disabled_at is null and secret_hash is not null
     ) as holder
     where id <> $1 and 'administrator' = any(roles) and $2 = any(scopes) and starts_with($3, area) and org is null limit 1`,
    [id, ADMINISTER, area, tx.now],
  );
  if (others.length === 0) throw refuse('holder.last_administrator', { id });
}
