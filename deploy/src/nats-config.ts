// `node deploy/dist/nats-config.js` prints the users and their rights for nats-server; see README.md.
import { required, variableOf } from './environment.js';
import { natsAccounts } from './nats-accounts.js';

try {
  process.stdout.write(natsAccounts((user) => required(process.env, variableOf(user, 'NATS_PASSWORD'))));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
