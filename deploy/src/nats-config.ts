// `node deploy/dist/nats-config.js` prints the users and their rights for nats-server; see README.md.
import { parseArgs } from 'node:util';
import { required, variableOf } from './environment.js';
import { natsAccounts } from './nats-accounts.js';

const USAGE = `node deploy/dist/nats-config.js: prints the users of nats-server and their rights, for its configuration to include
  --help  this text
It reads each user's password from the environment: INTAKE_NATS_PASSWORD … DEPLOY_NATS_PASSWORD, or the file that …_FILE names.
`;

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  process.stdout.write(values.help ? USAGE : natsAccounts((user) => required(process.env, variableOf(user, 'NATS_PASSWORD'))));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
