import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { postgresHome, ROOT, registerClients, STACK_SERVICES } from '@zero-distance/local-stack';
import { httpClient } from '@zero-distance/testing';
import { Client } from 'pg';
import { hasCompose, mergedByCompose, mountedSecrets, readComposeFile } from './compose-file.js';
import { ComposeRun } from './compose-run.js';

const ONE_SHOT = ['nats-users', 'migrate', 'doctor'];
const OWN_IMAGE = 'zero-distance';
const nodeImage = /^ARG NODE_IMAGE=(.+)$/m.exec(readFileSync(`${ROOT}/deploy/Dockerfile`, 'utf8'))?.[1] ?? '';
const natsRelease = /VERSION = '([\d.]+)'/.exec(readFileSync(`${ROOT}/libs/local-stack/src/nats-server/release.ts`, 'utf8'))?.[1];
const MONITORING = 'deploy/monitoring.compose.yml';
const { services, secrets: ownSecrets, networks } = readComposeFile();
const monitoring = readComposeFile({}, MONITORING);
const secrets = { ...ownSecrets, ...monitoring.secrets };
const itWithCompose = hasCompose ? it : it.skip;
const own = Object.entries(services);
const all = [...own, ...Object.entries(monitoring.services)];

describe('docker-compose.yml', () => {
  it('runs the six services, the two servers and what prepares them', () => {
    expect(Object.keys(services).sort()).toEqual([...STACK_SERVICES, 'postgres', 'nats', ...ONE_SHOT].sort());
  });

  it("publishes the gateway's port only, to this machine unless told otherwise, and keeps the rest inside", () => {
    expect(own.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports])).toEqual([['gateway', ['127.0.0.1:8080:8080']]]);
    expect(own.filter(([, { networks: joined }]) => joined?.join() !== 'back').map(([name]) => name)).toEqual(['gateway']);
    expect(networks.back?.internal).toBe(true);
  });

  it('lets the gateway send webhooks: it alone has a network with a way out', () => {
    const out = own.filter(([, { networks: joined = [] }]) => joined.some((name) => !networks[name]?.internal)).map(([name]) => name);
    expect(out).toEqual(['gateway']);
    expect(readComposeFile({ ZD_WEBHOOK_NETWORKS: '10.12.0.0/16' }).services.gateway?.environment).toMatchObject({
      WEBHOOK_NETWORKS: '10.12.0.0/16',
    });
  });

  it.each(all)('lets %s write nowhere but where it must, as no root, with no capability and a bound on its memory', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], mem_limit: expect.stringMatching(/^\d+[mg]$/) });
    expect(service.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it.each(own.filter(([name]) => !ONE_SHOT.includes(name)))(
    'checks the health of %s, restarts it and lets it end in peace',
    (_, service) => {
      expect(service.healthcheck?.test?.[0]).toBe('CMD');
      expect(service).toMatchObject({ restart: 'unless-stopped', stop_grace_period: expect.any(String) });
    },
  );

  it('runs releases that are named in full, of others and of Node: what is fetched tomorrow is what was tried', () => {
    const theirs = [...all.map(([, { image }]) => image), nodeImage].filter((image) => image !== OWN_IMAGE);
    expect(theirs.length).toBeGreaterThan(2);
    expect(theirs.filter((image) => !/:v?\d+\.\d+(\.\d+)?(-[a-z0-9.]+)?(@sha256:[0-9a-f]{64})?$/.test(image))).toEqual([]);
    expect(services.nats?.image).toContain(`:${natsRelease}-`); // and the broker is the one that npm start fetches
  });

  it.each(all)('gives %s no secret in its environment, and each secret that it names as a file', (_, service) => {
    const mounted = mountedSecrets(service);
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (name.endsWith('_FILE')) expect(mounted.has(String(value).replace('/run/secrets/', ''))).toBe(true);
      else expect(name).not.toMatch(/PASSWORD|SECRET|TOKEN|KEY|DATABASE_URL/);
      expect(String(value)).not.toMatch(/:[^/@\s]+@/); // user:password@host
    }
  });
});

describe('monitoring.compose.yml', () => {
  it('publishes what asks for no password to this machine only', () => {
    const published = Object.values(monitoring.services).flatMap(({ ports = [] }) => ports);
    expect(published).toEqual(['127.0.0.1:9090:9090', '127.0.0.1:9093:9093', '127.0.0.1:3000:3000']);
  });

  it("keeps NATS' figures inside", () => {
    expect(services.nats).not.toHaveProperty('ports');
    expect(monitoring.services['nats-exporter']).toMatchObject({
      networks: ['back'],
      command: expect.arrayContaining(['http://nats:8222']),
    });
  });

  itWithCompose('is what docker-compose takes over docker-compose.yml', () => {
    expect(Object.keys(mergedByCompose(`${ROOT}/${MONITORING}`).services).sort()).toEqual(all.map(([name]) => name).sort());
  });
});

describe("the override files of the operators' guide", () => {
  const overrides = readdirSync(`${ROOT}/docs/operators`).flatMap((page) => {
    const blocks = readFileSync(`${ROOT}/docs/operators/${page}`, 'utf8').matchAll(/^```yaml\n(.*?)^```$/gms);
    return [...blocks].map(([, text = '']) => text);
  });
  const file = `${mkdtempSync(`${tmpdir()}/zero-distance-override-`)}/override.yml`;
  afterAll(() => rmSync(dirname(file), { recursive: true }));

  itWithCompose('let every service fetch the keys of another issuer', () => {
    writeFileSync(file, overrides.find((text) => text.includes('OIDC_ISSUER')) ?? '');
    const merged = mergedByCompose(file);
    for (const service of STACK_SERVICES) {
      const { environment, networks: joined = [] } = merged.services[service] ?? {};
      expect(environment).toMatchObject({ OIDC_ISSUER: expect.stringMatching(/^https:/), OIDC_JWKS_URL: expect.stringMatching(/^https:/) });
      expect(Object.keys(joined).filter((name) => !merged.networks[name]?.internal)).toHaveLength(1);
    }
  });

  itWithCompose('let every service with files, and no other, out to its bucket, with its keys', () => {
    writeFileSync(file, overrides.find((text) => text.includes('FILES_S3_BUCKET')) ?? '');
    const merged = mergedByCompose(file);
    const withVariable = (name: string) =>
      STACK_SERVICES.filter((service) => JSON.stringify(merged.services[service]?.environment).includes(`"${name}"`));
    expect(withVariable('FILES_S3_BUCKET')).toEqual(withVariable('FILES_DIRECTORY'));
    for (const service of withVariable('FILES_S3_BUCKET')) {
      const { networks: joined = {}, secrets: mounted = [] } = merged.services[service] ?? {};
      expect(Object.keys(joined)).toContain('egress');
      expect(JSON.stringify(mounted)).toMatch(/files_s3_access_key_id.*files_s3_secret_access_key/);
    }
  });

  itWithCompose('let intake, and no other service, out to where text messages are sent', () => {
    writeFileSync(file, overrides.find((text) => text.includes('SMS_URL')) ?? '');
    const merged = mergedByCompose(file);
    const out = STACK_SERVICES.filter((service) =>
      Object.keys(merged.services[service]?.networks ?? {}).some((name) => !merged.networks[name]?.internal),
    );
    expect(out.sort()).toEqual(['gateway', 'intake']);
    const { environment = {}, secrets: mounted = [] } = merged.services.intake ?? {};
    expect(environment).toMatchObject({ SMS_ADAPTER: 'http', SMS_HEADERS_FILE: '/run/secrets/sms_headers' });
    expect(JSON.stringify(mounted)).toContain('sms_headers');
  });

  itWithCompose('give the gateway a mail server, and its password as a file', () => {
    writeFileSync(file, overrides.find((text) => text.includes('SMTP_HOST')) ?? '');
    const { environment = {}, secrets: mounted = [], networks: joined } = mergedByCompose(file).services.gateway ?? {};
    expect(environment).toMatchObject({ MAIL_ADAPTER: 'smtp', SMTP_PASSWORD_FILE: '/run/secrets/smtp_password' });
    expect(JSON.stringify(mounted)).toContain('smtp_password');
    expect(Object.keys(joined ?? {})).toEqual(expect.arrayContaining(['front', 'back']));
  });
});

describe('make-secrets.mjs', () => {
  let run: ComposeRun;
  beforeAll(async () => {
    run = await ComposeRun.prepare();
  });
  afterAll(() => run.remove());
  const make = () => spawnSync(process.execPath, [`${ROOT}/deploy/make-secrets.mjs`, `${run.directory}/secrets`], { encoding: 'utf8' });

  it('makes every secret that the compose files name, and no other', () => {
    expect(readdirSync(`${run.directory}/secrets`).sort()).toEqual(Object.keys(secrets).sort());
    for (const [name, { file }] of Object.entries(secrets)) expect(file).toBe(`deploy/secrets/${name}`);
  });

  it('closes their directory to others and writes no two alike', () => {
    expect(statSync(`${run.directory}/secrets`).mode & 0o777).toBe(0o700);
    const values = Object.keys(secrets).map((name) => run.secret(name));
    expect(new Set(values).size).toBe(values.length);
    for (const name of Object.keys(secrets)) expect(statSync(`${run.directory}/secrets/${name}`).mode & 0o222).toBe(0);
  });

  it('changes nothing the second time', () => {
    const before = Object.keys(secrets).map((name) => run.secret(name));
    expect(make()).toMatchObject({ status: 0, stdout: expect.stringContaining('nothing to do') });
    expect(Object.keys(secrets).map((name) => run.secret(name))).toEqual(before);
  });
});

describe('what docker-compose.yml runs', () => {
  let run: ComposeRun;
  beforeAll(async () => {
    run = await ComposeRun.prepare();
    await run.up();
  }, 120_000);
  afterAll(() => run.remove());

  it('is healthy by its own health checks', async () => {
    for (const service of STACK_SERVICES) expect([service, await run.isHealthy(service)]).toEqual([service, true]);
  }, 30_000);

  it('takes a request in through the gateway, from a client that an operator has added', async () => {
    const client = {
      id: 'compose',
      name: 'Compose',
      secret: 'a secret of the test',
      scopes: ['intake:read', 'intake:write'],
      roles: ['intake-clerk', 'administrator'] as const,
      area: '230903',
    };
    await registerClients(() => run.environment('gateway'), [client]);
    const anybody = httpClient(run.url);
    const { body } = await anybody.post<{ access_token: string }>('/oidc/token', 'grant_type=client_credentials', {
      headers: {
        authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    const api = httpClient(run.url, { token: body.access_token });
    expect((await api.put('/api/intake/v1/areas/230903', { name: '桃山区', kind: 'district', edition: '2023' })).status).toBe(200);
    expect((await api.get('/api/intake/v1/areas/230903')).body).toMatchObject({ name: '桃山区' });
    expect((await anybody.get('/api/intake/v1/areas/230903')).status).toBe(401);
  }, 30_000);

  it('can be migrated again, which changes nothing', async () => {
    expect(await run.once('migrate')).toBe('');
  }, 30_000);

  it('is not healthy when it does not run, and is again when it does', async () => {
    await run.stop('inspection');
    expect(await run.isHealthy('inspection')).toBe(false);
    await run.start('inspection');
  }, 60_000);

  it("takes new passwords as the operators' guide says, and the old ones open nothing any more", async () => {
    const url = run.environment('dispatch').DATABASE_URL_FILE ?? '';
    const oldUrl = readFileSync(url, 'utf8');
    const oldNats = run.secret('dispatch_nats_password');
    await run.renewSecrets('dispatch_db_password', 'dispatch_database_url', 'dispatch_nats_password');
    await run.once('nats-users');
    run.reloadNats();
    await run.once('migrate');
    await run.stop('dispatch');
    await run.start('dispatch');
    await expect(new Client({ connectionString: oldUrl }).connect()).rejects.toMatchObject({ code: '28P01' });
    const servers = run.environment('dispatch').NATS_URL;
    await expect(connect({ servers, user: 'dispatch', pass: oldNats, reconnect: false })).rejects.toThrow(/authorization/i);
  }, 60_000);

  it("has a configuration of Postgres' that Postgres takes", () => {
    const { bin, data, user } = postgresHome(run.directory);
    copyFileSync(`${ROOT}/deploy/postgres/postgresql.conf`, `${run.directory}/postgresql.conf`);
    const args = ['-D', data, '-c', `config_file=${run.directory}/postgresql.conf`, '-C', 'max_connections'];
    const { stdout, stderr } = spawnSync(`${bin}/postgres`, args, { encoding: 'utf8', cwd: data, ...user });
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: '120', stderr: '' });
  });
});

describe('the image', () => {
  it('is built with the pnpm of package.json', () => {
    const { packageManager } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { packageManager: string };
    expect(readFileSync(`${ROOT}/deploy/Dockerfile`, 'utf8')).toContain(`npm install --global ${packageManager}\n`);
  });
});
