import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { STACK_SERVICES } from '@zero-distance/local-stack';
import { Ajv } from 'ajv';
import { CHART, defaultValues, laid, VALUE_SETS, valuesWith } from './chart/rendered-chart.js';

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(`${CHART}/values.schema.json`, 'utf8')),
);

const refused = (values: object): string[] => (validate(values) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath));

describe('values.schema.json', () => {
  it('misses five values in values.yaml, and nothing else', () => {
    expect(refused(defaultValues())).toEqual(['/image/repository', '/publicUrl', '/district', '/nats/url', '/postgres/host']);
  });

  it.each(VALUE_SETS)('accepts the values %s', (values) => {
    expect(refused(valuesWith(values))).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['a misspelt value', '', { netPolicy: {} }],
    ['a misspelt setting of a service', '/services/intake', { services: { intake: { replica: 3 } } }],
    ['a service that does not exist', '/services', { services: { billing: { existingSecret: 'x' } } }],
    ['no replicas', '/defaults/replicas', { defaults: { replicas: 0 } }],
    [
      'a disruption budget that blocks every drain',
      '/defaults/disruptionBudget/maxUnavailable',
      { defaults: { disruptionBudget: { maxUnavailable: 0 } } },
    ],
    ['a public URL with a path', '/publicUrl', { publicUrl: 'https://example.org/requests' }],
    ['a street instead of a district', '/district', { district: '230903001' }],
    ['a NATS address without a scheme among several', '/nats/url', { nats: { url: 'tls://a:4222,b:4222' } }],
    ['a Postgres host with a port', '/postgres/host', { postgres: { host: 'pg:5432' } }],
    ['a way of TLS that is none', '/postgres/sslmode', { postgres: { sslmode: 'require' } }],
    ['a password in place of where it is', '/postgres/admin', { postgres: { admin: { password: 'secret' } } }],
    ['half of where a password is', '/services/intake/database', { services: { intake: { database: { key: 'password' } } } }],
    ['two copies of a stream', '/nats/replicas', { nats: { replicas: 2 } }],
    ['a secret in place of its name', '/services/intake/existingSecret', { services: { intake: { existingSecret: 'postgres://a:b@c' } } }],
    ['a digest that is none', '/image/digest', { image: { digest: 'sha256:12' } }],
    [
      'a peer that selects by a field that does not exist',
      '/networkPolicy/postgres/peers/0',
      { networkPolicy: { postgres: { peers: [{ host: 'db' }] } } },
    ],
    [
      'a variable that the chart sets itself, or nobody reads',
      '/services/gateway/extraEnvironment',
      { services: { gateway: { extraEnvironment: { PORT: 80 } } } },
    ],
    [
      'a variable of another form than its own',
      '/services/gateway/extraEnvironment/WEBHOOK_NETWORKS',
      { services: { gateway: { extraEnvironment: { WEBHOOK_NETWORKS: 'everywhere' } } } },
    ],
    [
      'a way for e-mail that there is none',
      '/services/gateway/extraEnvironment/MAIL_ADAPTER',
      { services: { gateway: { extraEnvironment: { MAIL_ADAPTER: 'sendmail' } } } },
    ],
    ['a number as text', '/defaults/databasePoolSize', { defaults: { databasePoolSize: '10' } }],
  ])('refuses %s', (_what, path, values) => {
    expect(refused(laid(valuesWith('minimal'), values as Record<string, unknown>))).toContain(path);
  });

  it('knows every service', () => {
    expect(Object.keys(defaultValues().services as object).sort()).toEqual([...STACK_SERVICES].sort());
  });
});
