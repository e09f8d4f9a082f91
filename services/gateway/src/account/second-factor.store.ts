import { seal, unseal } from '@zero-distance/kernel';
import { keyedHash } from '../credential/keyed-hash.js';
import type { Database } from '../database.js';
import { asRecoveryCode, makeRecoveryCodes, stepOf } from './totp.js';

/** 动态口令: what a person has besides the password. Secrets are sealed, recovery codes kept as keyed hashes. */
export class SecondFactorStore {
  constructor(
    private readonly db: Database,
    private readonly key: Buffer,
  ) {}

  async isEnrolled(accountId: string): Promise<boolean> {
    return (await this.sealedOf(accountId)) !== undefined;
  }

  /** A secret on its way between two pages, which nobody who reads the database can use. */
  carry(accountId: string, secret: string): string {
    return seal(this.key, accountId, secret).toString('base64');
  }

  open(accountId: string, carried: string): string {
    return unseal(this.key, accountId, Buffer.from(carried, 'base64'));
  }

  /** Keeps the secret, of which the person has shown a code; gives the recovery codes, which are shown this once. */
  async enrol(accountId: string, secret: string, step: number): Promise<string[]> {
    const codes = makeRecoveryCodes();
    await this.db.query(
      `WITH changed AS (UPDATE gateway.account SET totp_sealed = $2, totp_step = $3, updated_at = now() WHERE id = $1 RETURNING id),
         voided AS (DELETE FROM gateway.recovery_code WHERE account_id = $1 AND hash <> ALL ($4::text[]))
       INSERT INTO gateway.recovery_code (account_id, hash) SELECT id, unnest($4::text[]) FROM changed`,
      [accountId, seal(this.key, accountId, secret), step, codes.map((code) => this.hashOf(accountId, code))],
    );
    return codes;
  }

  /** Whether this is a code of the person's that was not used before; which kind it was. It is used up by this. */
  async spend(accountId: string, typed: string, now: Date): Promise<'code' | 'recovery-code' | undefined> {
    const sealed = await this.sealedOf(accountId);
    if (!sealed) return undefined;
    const step = stepOf(unseal(this.key, accountId, sealed), typed, now);
    if (step !== undefined) return (await this.spendStep(accountId, step)) ? 'code' : undefined;
    return (await this.spendRecoveryCode(accountId, typed)) ? 'recovery-code' : undefined;
  }

  /** RFC 6238 §5.2: a code is taken once, and none of a step before it. Of two who send it at once one is let in. */
  private async spendStep(accountId: string, step: number): Promise<boolean> {
    const { rowCount } = await this.db.query('UPDATE gateway.account SET totp_step = $2 WHERE id = $1 AND totp_step < $2', [
      accountId,
      step,
    ]);
    return rowCount === 1;
  }

  private async spendRecoveryCode(accountId: string, typed: string): Promise<boolean> {
    const { rowCount } = await this.db.query('DELETE FROM gateway.recovery_code WHERE account_id = $1 AND hash = $2', [
      accountId,
      this.hashOf(accountId, typed),
    ]);
    return rowCount === 1;
  }

  private async sealedOf(accountId: string): Promise<Buffer | undefined> {
    const { rows } = await this.db.query<{ sealed: Buffer }>(
      'SELECT totp_sealed AS sealed FROM gateway.account WHERE id = $1 AND totp_sealed IS NOT NULL',
      [accountId],
    );
    return rows[0]?.sealed;
  }

  private hashOf(accountId: string, code: string): string {
    return keyedHash(this.key, `${accountId} ${asRecoveryCode(code)}`);
  }
}
