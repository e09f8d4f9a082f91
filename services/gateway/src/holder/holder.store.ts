import type { Tx } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { ADMINISTER } from './holder.js';

/** Refuses unless somebody else who can log in can manage accounts and clients. Two who are taken away at once wait for one another. */
export async function needAnotherAdministrator(tx: Tx, id: string): Promise<void> {
  await tx.execute('lock table account, client in share row exclusive mode', []);
  const others = await tx.query(
    `select 1 from (
       select id::text, roles, scopes, disabled_at from account union all select id, roles, scopes, disabled_at from client
     ) as holder
     where id <> $1 and disabled_at is null and 'administrator' = any(roles) and $2 = any(scopes) limit 1`,
    [id, ADMINISTER],
  );
  if (others.length === 0) throw refuse('holder.last_administrator', { id });
}
