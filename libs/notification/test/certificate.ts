import { generateKeyPairSync, sign } from 'node:crypto';

/** One value of ASN.1 (X.690). */
function value(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...parts: readonly Buffer[]): Buffer => value(0x30, ...parts);
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const time = (date: Date): Buffer => value(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')));

const ECDSA_WITH_SHA256 = sequence(value(0x06, hex('2a8648ce3d040302')));
const COMMON_NAME = value(0x06, hex('550403'));
const SUBJECT_ALT_NAME = value(0x06, hex('551d11'));
const DAY_MS = 86_400_000;

/** A certificate for `localhost` that vouches for itself, good for a day around now, and its key. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(value(0x31, sequence(COMMON_NAME, value(0x0c, Buffer.from('localhost')))));
  const names = value(0x04, sequence(value(0x82, Buffer.from('localhost'))));
  const told = sequence(
    value(0xa0, value(0x02, hex('02'))), // version 3
    value(0x02, hex('01')),
    ECDSA_WITH_SHA256,
    name,
    sequence(time(new Date(Date.now() - DAY_MS)), time(new Date(Date.now() + DAY_MS))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    value(0xa3, sequence(sequence(SUBJECT_ALT_NAME, names))),
  );
  const signed = sequence(told, ECDSA_WITH_SHA256, value(0x03, hex('00'), sign('sha256', told, privateKey)));
  const lines = signed.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
