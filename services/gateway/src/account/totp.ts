import { Secret, TOTP } from 'otpauth';
import { makeLegibleCode } from '../credential/legible-code.js';

/** Bytes of a secret: as long as the hash (RFC 4226 §4). */
const SECRET_BYTES = 20;
const PERIOD_SECONDS = 30;
/** Steps before and behind the present one whose codes are taken: clocks differ, and a code takes time to be typed. */
const WINDOW = 1;

const RECOVERY_CODES = 10;

/** A secret to be shared with a person's telephone, in base32. */
export const makeTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

const generatorOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: '零距离 Zero Distance', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });

/** What the telephone reads from the picture. */
export const totpAddress = (secret: string, username: string): string => generatorOf(secret, username).toString();

/** The step of time whose code this is (RFC 6238); undefined when it is of none that is taken now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = generatorOf(secret).validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: WINDOW });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** Codes for who has lost the telephone, each good once: 49 bits. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, () => makeLegibleCode(2, 5));

/** The one form of a recovery code, however it was typed. */
export const asRecoveryCode = (typed: string): string => typed.toLowerCase().replaceAll(/[\s-]/g, '');
