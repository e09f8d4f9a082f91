import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, STACK_SERVICES } from '@zero-distance/local-stack';
import { parse } from 'yaml';
import { variableOf } from '../src/environment.js';
import { complaintOf, configuredNames, secretsOf } from './chart/container-run.js';
import { schemaErrors, typeErrors } from './chart/kubernetes-schema.js';
import {
  canRender,
  type KubernetesObject,
  type PodTemplate,
  type Rendered,
  Renderer,
  VALUE_SETS,
  type Variable,
} from './chart/rendered-chart.js';

// Without Go and Sprig the chart cannot be rendered, and these are shown as skipped; chart-values.int.spec.ts runs everywhere.
const withRenderer = canRender ? describe : describe.skip;

let renderer: Renderer;
beforeAll(async () => {
  if (canRender) renderer = await Renderer.build();
}, 120_000);
afterAll(() => renderer?.remove());

withRenderer.each(VALUE_SETS)('the chart with the values %s', (values) => {
  let rendered: Rendered;
  beforeAll(async () => {
    rendered = await renderer.render(values);
  });

  const ofKind = (...kinds: string[]) => rendered.objects.filter(({ kind }) => kinds.includes(kind));
  const named = (objects: readonly KubernetesObject[]) => objects.map(({ metadata }) => metadata.name).sort();
  const pods = (): PodTemplate[] => ofKind('Deployment', 'Job').flatMap(({ spec }) => spec.template ?? []);
  const containers = () => pods().flatMap(({ spec }) => spec.containers);
  const perService = STACK_SERVICES.map((service) => `city-zero-distance-${service}`).sort();

  it('is valid by the published schemas', async () => {
    expect(await schemaErrors(rendered.objects)).toEqual([]);
  });

  it('has no field that its kind does not have', async () => {
    expect(await typeErrors(rendered.objects)).toBe('');
  });

  it('has one object of each kind and name, all in the namespace of the release', () => {
    const ids = rendered.objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rendered.objects.every(({ metadata }) => metadata.namespace === 'requests')).toBe(true);
  });

  it('runs each service and migrate, from programs that are built', () => {
    expect(named(ofKind('Deployment'))).toEqual(perService);
    expect(named(ofKind('Service'))).toEqual(perService);
    expect(named(ofKind('PodDisruptionBudget'))).toEqual(perService);
    const programs = containers().map(({ command }) => command.at(-1));
    expect(programs.filter((program) => !existsSync(`${ROOT}/${program}`))).toEqual([]);
    expect(programs).toHaveLength(7);
  });

  it('gives no pod more than it needs', () => {
    for (const { spec } of pods()) {
      expect(spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      });
    }
    for (const { securityContext } of containers()) {
      expect(securityContext).toEqual({ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
    }
  });

  it('selects by labels that the pods have', () => {
    const labels = Object.fromEntries(pods().map(({ metadata }) => [metadata.labels['app.kubernetes.io/component'], metadata.labels]));
    for (const { kind, metadata, spec } of ofKind('Deployment', 'Service', 'PodDisruptionBudget')) {
      const selector = kind === 'Service' ? spec.selector : (spec.selector as { matchLabels: object }).matchLabels;
      expect(labels[metadata.name.replace('city-zero-distance-', '')]).toMatchObject(selector as object);
    }
  });

  it('scales a Deployment that leaves its replicas open, and no other', () => {
    const scaled = ofKind('HorizontalPodAutoscaler', 'ScaledObject').map(({ spec }) => (spec.scaleTargetRef as { name: string }).name);
    const open = ofKind('Deployment').filter(({ spec }) => !('replicas' in spec));
    expect(scaled.sort()).toEqual(named(open));
  });

  it('gives each service an environment that it takes, and no variable that it does not know', async () => {
    const services = containers().filter(({ name }) => name !== 'migrate');
    const known = await configuredNames(services);
    expect(Object.keys(known).sort()).toEqual([...STACK_SERVICES].sort());
    for (const { name: service, env } of services) {
      const given = env
        .map(({ name }) => name.replace(/_FILE$/, ''))
        .filter((name) => !['NODE_EXTRA_CA_CERTS', 'PGPASSWORD'].includes(name));
      expect({ service, unknown: given.filter((name) => !known[service]?.includes(name)) }).toEqual({ service, unknown: [] });
    }
  });

  it('gives migrate all it asks for before it connects', async () => {
    const migrate = containers().find(({ name }) => name === 'migrate');
    if (!migrate) throw new Error('there is no container migrate');
    expect(await complaintOf(migrate)).toMatch(/^migrate: Postgres at 127\.0\.0\.1:1: /);
    expect(secretsOf(migrate)).toHaveLength(8);
  });

  it('gives migrate the very password that each service gets, so that it stands in one Secret', () => {
    const sources = pods().flatMap(({ spec }) =>
      spec.containers[0]?.name === 'migrate' ? (spec.volumes[0]?.projected?.sources ?? []) : [],
    );
    const given = Object.fromEntries(
      sources.flatMap(({ secret: { name, items = [] } }) => items.map(({ key, path }) => [path, { name, key }])),
    );
    const taken = containers().flatMap(({ name, env }) => {
      const reference = env.find(({ name }) => name === 'PGPASSWORD')?.valueFrom?.secretKeyRef;
      return name === 'migrate' ? [] : [[variableOf(name, 'DB_PASSWORD'), reference]];
    });
    expect(given).toEqual(Object.fromEntries(taken));
  });

  it('has no secret in it', () => {
    const suspects = containers().flatMap(({ env }) => env.filter(({ name }) => /PASSWORD|KEY|DATABASE_URL/.test(name)));
    const isReference = ({ name, value, valueFrom }: Variable) =>
      valueFrom !== undefined || (name.endsWith('_FILE') ? value?.startsWith('/run/secrets/') : /^postgresql:\/\/\w+@/.test(value ?? ''));
    expect(suspects.filter((variable) => !isReference(variable))).toEqual([]);
    expect(ofKind('Secret')).toEqual([]);
  });

  it('lets nothing reach the gateway from the public but what is for the public', () => {
    const paths = JSON.stringify(ofKind('Ingress').map(({ spec }) => spec.rules));
    expect(paths).not.toMatch(/"(\/metrics|\/health)|"\/","pathType":"Prefix"/);
  });

  it('asks each process for its health where it serves it: the gateway on a port that the public does not reach', () => {
    for (const { name, ports, startupProbe, livenessProbe, readinessProbe } of containers().filter(({ name }) => name !== 'migrate')) {
      const port = name === 'gateway' ? 'operations' : 'http';
      const asked = [startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet.port);
      expect({ name, asked }).toEqual({ name, asked: [port, port, port] });
      expect(ports?.map((each) => each.name)).toContain(port);
    }
    const reached = ofKind('Ingress').flatMap(({ spec }) => JSON.stringify(spec.rules).match(/"port":\{[^}]*\}/g) ?? []);
    expect(new Set(reached)).toEqual(new Set(reached.length > 0 ? ['"port":{"name":"http"}'] : []));
  });

  it('tells the operator how to go on, in sentences that can be read', () => {
    expect(rendered.notes).toMatch(/^Zero Distance \d+\.\d+\.\d+ is installed as city in requests\.$/m);
    expect(rendered.notes).not.toMatch(/<no value>|%!|map\[/);
  });
});

withRenderer('the network policies', () => {
  let policies: Map<string, KubernetesObject['spec']>;
  const policiesOf = async (values: 'minimal' | 'everything') => {
    const { objects } = await renderer.render(values);
    const found = objects.filter(({ kind }) => kind === 'NetworkPolicy');
    return new Map(found.map(({ metadata, spec }) => [metadata.name.replace('city-zero-distance-', ''), spec]));
  };
  beforeAll(async () => {
    policies = await policiesOf('minimal');
  });

  const ingressOf = (name: string) => (policies.get(name)?.ingress ?? []) as { from?: object[]; ports: { port: string }[] }[];

  it('refuse everything in either direction but looking up names', () => {
    const deny = policies.get('default-deny');
    expect(deny).toMatchObject({ policyTypes: ['Ingress', 'Egress'], podSelector: { matchLabels: expect.any(Object) } });
    expect(deny?.ingress).toBeUndefined();
    expect(JSON.stringify(deny?.egress)).toContain('"port":53');
  });

  it('let the services be reached from the gateway and Prometheus only', () => {
    const from = (name: string) => ingressOf(name).map((rule) => rule.from);
    expect(JSON.stringify(from('services'))).toContain('"values":["gateway"]');
    expect(JSON.stringify(from('services'))).toContain('"kubernetes.io/metadata.name":"monitoring"');
    const opening = [...policies].filter(([, spec]) => spec.ingress).map(([name]) => name);
    expect(opening.sort()).toEqual(['gateway', 'services']);
    for (const name of opening) expect(from(name)).not.toContain(undefined); // a rule without `from` lets everybody in
  });

  it("let nobody but Prometheus reach the gateway's operations", () => {
    const opening = ingressOf('gateway').filter(({ ports }) => ports.some(({ port }) => port !== 'http'));
    const from = [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }];
    expect(opening).toEqual([{ from, ports: [{ port: 'operations' }] }]);
  });

  it('let no service out but to Postgres, NATS and the gateway', () => {
    const opening = [...policies].filter(([, spec]) => spec.egress).map(([name]) => name);
    expect(opening.sort()).toEqual(['default-deny', 'gateway', 'nats', 'postgres', 'services', 'webhooks']);
  });

  it('let webhooks of the gateway, and of nobody else, out to the public internet and to no address of the house', () => {
    const { podSelector, egress } = policies.get('webhooks') ?? {};
    expect(JSON.stringify(podSelector)).toContain('"values":["gateway"]');
    const [{ to, ports }] = egress as [{ to: { ipBlock: { cidr: string; except?: string[] } }[]; ports: object[] }];
    expect(ports).toEqual([{ protocol: 'TCP', port: 443 }]);
    const private4 = ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];
    expect(to.map(({ ipBlock }) => ipBlock)).toEqual([{ cidr: '0.0.0.0/0', except: private4 }, { cidr: '2000::/3' }]);
  });

  it('let messages of intake and the gateway out where an adapter sends them, and nowhere else', async () => {
    const everything = await policiesOf('everything');
    const who = (name: string) => JSON.stringify(everything.get(name)?.podSelector);
    expect(who('sms')).toContain('"values":["gateway","intake"]');
    expect(who('mail')).toContain('"values":["gateway"]');
    expect(everything.get('mail')?.egress).toEqual([
      { ports: [{ protocol: 'TCP', port: 465 }], to: [{ ipBlock: { cidr: '10.1.9.0/24' } }] },
    ]);
    expect(['sms', 'mail'].filter((name) => policies.has(name))).toEqual([]);
  });
});

withRenderer('files in a bucket', () => {
  const KEEPERS = ['case-mediation', 'dispatch', 'inspection', 'intake'];
  const given = async (values: 'everything' | 'minimal') => {
    const { objects } = await renderer.render(values);
    const containers = objects.filter(({ kind }) => kind === 'Deployment').flatMap(({ spec }) => spec.template?.spec.containers ?? []);
    const policy = objects.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name.endsWith('-s3'));
    const ofBucket = containers.map(({ name, env }) => [name, env.filter((one) => one.name.startsWith('FILES_S3'))] as const);
    return { policy, ofBucket: ofBucket.filter(([, env]) => env.length > 0) };
  };

  it('are those of every service with files, which takes its keys from its own Secret and is let out to the bucket alone', async () => {
    const { policy, ofBucket } = await given('everything');
    expect(ofBucket.map(([name]) => name).sort()).toEqual(KEEPERS);
    for (const [, env] of ofBucket)
      expect(Object.fromEntries(env.map(({ name, value }) => [name, value]))).toEqual({
        FILES_S3_BUCKET: 'city-files',
        FILES_S3_ENDPOINT: 'https://s3.example.org:9000',
        FILES_S3_REGION: 'cn-north-1',
        FILES_S3_ACCESS_KEY_ID_FILE: '/run/secrets/zero-distance/FILES_S3_ACCESS_KEY_ID',
        FILES_S3_SECRET_ACCESS_KEY_FILE: '/run/secrets/zero-distance/FILES_S3_SECRET_ACCESS_KEY',
      });
    for (const name of KEEPERS) expect(JSON.stringify(policy?.spec.podSelector)).toContain(`"${name}"`);
    expect(JSON.stringify(policy?.spec.egress)).toContain('10.30.0.0/24');
  });

  it('are not spoken of where none is named: the claim keeps them', async () => {
    expect(await given('minimal')).toEqual({ policy: undefined, ofBucket: [] });
  });
});

withRenderer('the alarms on Kubernetes', () => {
  let specOf: (kind: string) => KubernetesObject['spec'];
  beforeAll(async () => {
    const { objects } = await renderer.render('everything');
    specOf = (wanted) => objects.find(({ kind }) => kind === wanted)?.spec ?? {};
  });

  it('are those of deploy/prometheus, all of them', () => {
    expect(specOf('PrometheusRule')).toEqual(parse(readFileSync(`${ROOT}/deploy/prometheus/alerts.yml`, 'utf8')));
  });

  it('find `up` under the job and the names that they ask for', () => {
    const [{ relabelings }] = specOf('ServiceMonitor').endpoints as [{ relabelings: object[] }];
    const job = /up\{job="([^"]+)"/.exec(readFileSync(`${ROOT}/deploy/prometheus/alerts.yml`, 'utf8'))?.[1];
    expect(relabelings).toContainEqual({ targetLabel: 'job', replacement: job });
    expect(relabelings).toContainEqual({
      sourceLabels: ['__meta_kubernetes_service_label_app_kubernetes_io_component'],
      targetLabel: 'service',
    });
  });
});

describe('the check of rendered objects', () => {
  const service = (port: object): KubernetesObject => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'tried', namespace: 'requests' },
    spec: { ports: [port] },
  });

  it('finds what has the wrong type, and what is missing', async () => {
    expect(await schemaErrors([service({ name: 'http', port: '8080' }), service({ name: 'http' })])).toEqual([
      'Service tried: data/spec/ports/0/port must be integer',
      'Service tried: data/spec/ports/0 must have required property port',
    ]);
  });

  it('finds a field that does not exist', async () => {
    expect(await typeErrors([service({ name: 'http', port: 8080, targetport: 'http' })])).toContain(`'"targetport"' does not exist`);
    expect(await typeErrors([service({ name: 'http', port: 8080, targetPort: 'http' })])).toBe('');
  });

  it('refuses to pass a kind that it knows no schema of', async () => {
    await expect(schemaErrors([{ ...service({}), apiVersion: 'example.org/v1' }])).rejects.toThrow(
      'no schema is known for example.org/v1 Service',
    );
  });
});
