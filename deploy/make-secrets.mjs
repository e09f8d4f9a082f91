// `node deploy/make-secrets.mjs [directory]` makes the passwords and keys that docker-compose.yml and monitoring.compose.yml
// read: one file each, in deploy/secrets unless said otherwise. What is there already is never changed: to rotate one, remove its
// files and run this again. Plain Node without any package: it runs before anything is installed or built.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Each folder of services/ is one.
const OWNERS = readdirSync(new URL('../services', import.meta.url)).map((name) => name.replaceAll('-', '_'));
const DATABASE = 'postgres:5432/zero_distance';

const password = () => randomBytes(24).toString('base64url');
const key = () => randomBytes(32).toString('base64');
const url = (role, passwordFile) => (secret) => `postgresql://${role}:${secret(passwordFile)}@${DATABASE}`;
const keyRing = () => `k${new Date().toISOString().slice(0, 10).replaceAll('-', '')}:${key()}`;

// File → how its content is made. A URL is made of the password in another file, so it stands after that.
const SECRETS = {
  postgres_password: password,
  admin_database_url: url('postgres', 'postgres_password'),
  migrator_password: password,
  deploy_nats_password: password,
  ...Object.fromEntries(OWNERS.map((owner) => [`${owner}_db_password`, password])),
  ...Object.fromEntries(OWNERS.map((owner) => [`${owner}_database_url`, url(owner, `${owner}_db_password`)])),
  ...Object.fromEntries(OWNERS.map((service) => [`${service}_nats_password`, password])),
  ...Object.fromEntries(OWNERS.map((service) => [`${service}_request_hash_key`, key])),
  personal_data_keys: keyRing,
  dispatch_personal_data_keys: keyRing,
  case_mediation_personal_data_keys: keyRing,
  matter_text_keys: keyRing,
  signed_link_keys: keyRing,
  blind_index_key: key,
  gateway_key: key,
  grafana_password: password,
};

/** Makes what is missing; gives the names of what it made. */
function makeSecrets(directory) {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700);
  const read = (name) => readFileSync(`${directory}/${name}`, 'utf8');
  const missing = Object.keys(SECRETS).filter((name) => !existsSync(`${directory}/${name}`));
  // 0444 within a directory of 0700: nobody else on this machine gets past the directory, while the containers, which see
  // one file each under a user of their own, can read it. Compose mounts such files with the owner and mode they have here.
  for (const name of missing) {
    writeFileSync(`${directory}/${name}`, SECRETS[name](read), { mode: 0o600, flag: 'wx' });
    chmodSync(`${directory}/${name}`, 0o444); // whatever the umask
  }
  return missing;
}

const directory = process.argv[2] ?? fileURLToPath(new URL('secrets', import.meta.url));
try {
  const made = makeSecrets(directory);
  const kept = Object.keys(SECRETS).length - made.length;
  console.log(made.length === 0 ? `nothing to do: all ${kept} secrets are in ${directory}` : `made in ${directory}: ${made.join(', ')}`);
  if (made.length > 0 && kept > 0) console.log(`kept: the other ${kept}`);
  if (made.includes('personal_data_keys')) {
    console.log('Keep a copy of this directory apart from the back-ups of the database: without the personal_data_keys nobody can read');
    console.log('who asked for what, without gateway_key no token can be signed, and together with a back-up they open everything.');
  }
} catch (error) {
  console.error(`the secrets could not be made: ${error.message}`);
  process.exitCode = 1;
}
