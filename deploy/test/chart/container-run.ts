import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { ROOT, SHIPPED } from '@zero-distance/local-stack';
import type { Container } from './rendered-chart.js';

const run = promisify(execFile);
const MOUNT = '/run/secrets/zero-distance/';
/** Where a URL of the database has its server. Nothing answers at the address it gets. */
const SERVER = /(?<=^postgresql:\/\/\w+)@[^/]*\//;
const KEY = Buffer.alloc(32, 1).toString('base64');

/** Secrets of the form that README.md tells an operator to make. */
const SECRETS: Readonly<Record<string, string>> = {
  PERSONAL_DATA_KEYS: `k1:${KEY}`,
  MATTER_TEXT_KEYS: `k1:${KEY}`,
  SIGNED_LINK_KEYS: `k1:${KEY}`,
  BLIND_INDEX_KEY: KEY,
  GATEWAY_KEY: KEY,
  REQUEST_HASH_KEY: KEY,
  SMS_HEADERS: '{"authorization":"Bearer x"}',
  SMTP_PASSWORD: 'password',
};

/** The names of the files that a container expects in its mounted Secret. */
export const secretsOf = ({ env }: Container): string[] =>
  env.flatMap(({ value }) => (value?.startsWith(MOUNT) ? [value.slice(MOUNT.length)] : []));

/** Reads the configuration of one service after the other, each with its own environment and nothing else. */
const READ_CONFIGURATIONS = `
  const names = {};
  for (const [service, env] of Object.entries(JSON.parse(process.argv[1]))) {
    console.error(service);
    process.env = env;
    names[service] = Object.keys((await import('${ROOT}/services/' + service + '/dist/config.js')).config);
  }
  console.log(JSON.stringify(names));
`;

/**
 * What the built services make of the environments of their containers: the names in the configuration of each.
 * Throws with what a service refuses.
 */
export async function configuredNames(containers: readonly Container[]): Promise<Record<string, string[]>> {
  return withSecrets(containers, async (envOf) => {
    const environments = Object.fromEntries(containers.map((container) => [container.name, envOf(container)]));
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', READ_CONFIGURATIONS, JSON.stringify(environments)]);
    return JSON.parse(stdout) as Record<string, string[]>;
  });
}

/** Runs the container's own command as a process here, and gives its complaint that what it connects to is not there. */
export async function complaintOf(container: Container): Promise<string> {
  const [, ...args] = container.command;
  return withSecrets([container], (envOf) =>
    run(process.execPath, args, { env: envOf(container), cwd: SHIPPED }).then(
      () => '',
      (error: { stderr: string }) => error.stderr,
    ),
  );
}

type EnvironmentOf = (container: Container) => Record<string, string>;

async function withSecrets<T>(containers: readonly Container[], work: (envOf: EnvironmentOf) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(`${tmpdir()}/zero-distance-container-`);
  try {
    for (const name of containers.flatMap(secretsOf)) writeFileSync(`${directory}/${name}`, SECRETS[name] ?? 'password');
    return await work(({ env }) => {
      const variables = env.filter(({ name }) => name !== 'NODE_EXTRA_CA_CERTS'); // its file is not here, and Node would warn
      return Object.fromEntries(
        variables.map(({ name, value = 'password' }) => [name, value.replace(MOUNT, `${directory}/`).replace(SERVER, '@127.0.0.1:1/')]),
      );
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
