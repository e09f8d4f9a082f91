import { seal, unseal } from '@zero-distance/kernel';
import type { Transactor, Tx } from '@zero-distance/persistence';
import { recordAudit } from '../audit/audit.store.js';
import { keyedHash } from '../credential/keyed-hash.js';
import { endSessions } from '../session/session.store.js';
import type { Proven } from './account.js';
import { holdsStill } from './account.store.js';
import { oneself } from './log-in.service.js';
import { asRecoveryCode, makeRecoveryCodes, stepOf } from './totp.js';

/** 动态口令: what a person has besides the password. Secrets are sealed, recovery codes kept as keyed hashes. */
export class SecondFactorService {
  constructor(
    private readonly transactor: Transactor,
    private readonly key: Buffer,
  ) {}

  /** A secret on its way between two pages, which nobody who reads the database can use. */
  carry(accountId: string, secret: string): string {
    return seal(this.key, accountId, secret).toString('base64');
  }

  open(accountId: string, carried: string): string {
    return unseal(this.key, accountId, Buffer.from(carried, 'base64'));
  }

  /**
   * Keeps the secret, of which the person has shown a code; gives the recovery codes, which are shown this once. Undefined where what they have proven
   * is void. Where they are logged in by the password alone ends.
   */
  enrol(proven: Proven, secret: string, step: number): Promise<string[] | undefined> {
    const { accountId } = proven;
    const codes = makeRecoveryCodes();
    const hashes = codes.map((code) => this.hashOf(accountId, code));
    return this.transactor.transact(oneself(accountId), async (tx) => {
      if (!(await holdsStill(tx, proven))) return undefined;
      endSessions(tx, accountId);
      tx.write('update account set totp_sealed = $2, totp_step = $3, updated_at = $4 where id = $1', [
        accountId,
        seal(this.key, accountId, secret),
        step,
        tx.now,
      ]);
      tx.write('delete from recovery_code where account_id = $1', [accountId], 'any');
      tx.write('insert into recovery_code (account_id, hash) select $1, unnest($2::text[])', [accountId, hashes], hashes.length);
      recordAudit(tx, { action: 'second-factor-enrolled', subject: accountId });
      return codes;
    });
  }

  /** Whether this is a code of the person's that was not used before. It is used up by this: of two who send it at once one is let in. */
  spend(accountId: string, typed: string, now: Date): Promise<boolean> {
    return this.transactor.transact(oneself(accountId), async (tx) => {
      await tx.execute('select from account where id = $1 for update', [accountId]);
      const [held] = await tx.query<{ sealed: Buffer; step: string }>(
        'select totp_sealed as sealed, totp_step as step from account where id = $1 and totp_sealed is not null',
        [accountId],
      );
      if (!held) return false;
      const step = stepOf(unseal(this.key, accountId, held.sealed), typed, now);
      if (step === undefined) return this.spendRecoveryCode(tx, accountId, typed);
      if (step <= Number(held.step)) return false; // RFC 6238 §5.2: a code is taken once, and none of a step before it
      tx.write('update account set totp_step = $2 where id = $1', [accountId, step]);
      return true;
    });
  }

  private async spendRecoveryCode(tx: Tx, accountId: string, typed: string): Promise<boolean> {
    const which = [accountId, this.hashOf(accountId, typed)];
    const found = await tx.query('select from recovery_code where account_id = $1 and hash = $2', which);
    if (found.length === 0) return false;
    tx.write('delete from recovery_code where account_id = $1 and hash = $2', which);
    recordAudit(tx, { action: 'recovery-code-used', subject: accountId });
    return true;
  }

  private hashOf(accountId: string, code: string): string {
    return keyedHash(this.key, `${accountId} ${asRecoveryCode(code)}`);
  }
}
