import { parseArgs } from 'node:util';
import { parseConfig, SECRET_KEY } from '@zero-distance/platform/config';
import { CommandError, type CommandTools, print, runCommand } from './command.js';
import { deriveKey } from './credential/derived-key.js';
import { SigningKeyStore } from './signing-key/signing-key.store.js';

// Running gateways look for keys every 5 s, and services fetch keys they do not know at most every 30 s: by then all know it.
const DEFAULT_SECONDS = '60';

const USAGE = 'Usage: rotate-keys [--in <0 to 86400 seconds>]';

/** `rotate-keys [--in <seconds>]`: publishes a new signing key, used from then on; the old one stays published until its tokens have expired. */
async function rotate({ db }: CommandTools, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { in: { type: 'string', default: DEFAULT_SECONDS } } });
  const seconds = Number(values.in);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 86_400) throw new CommandError(USAGE);
  const config = parseConfig({ GATEWAY_KEY: SECRET_KEY }, process.env);
  const keys = new SigningKeyStore(db, deriveKey(Buffer.from(config.GATEWAY_KEY, 'base64'), 'signing-key'));
  await keys.load(); // fails here when GATEWAY_KEY is not the one in use, before anything is written
  print({ kid: await keys.add(seconds), signsInSeconds: seconds });
}

void runCommand({ usage: USAGE, work: rotate });
