import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, STACK_SERVICES } from '@zero-distance/local-stack';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { parse } from 'yaml';
import { readComposeFile } from './compose-file.js';

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: Readonly<Record<string, string>>;
}
interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const read = (path: string): string => readFileSync(`${ROOT}/${path}`, 'utf8');
const alerts = (parse(read('deploy/prometheus/alerts.yml')) as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);
const { panels } = JSON.parse(read('deploy/grafana/zero-distance.json')) as { panels: Panel[] };
const panelExpressions = panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }): [string, string] => [title, expr]));

/** The metrics that an expression names: words before a brace, a bracket or an operator that are no function or label. */
const metricsIn = (expr: string): string[] => expr.match(/\b(?:zd|http|pg|process|nodejs)_\w+/g) ?? [];
/** `zd_leader{service="intake"}` → [zd_leader, service]. */
const labelsIn = (expr: string): [string, string][] =>
  [...expr.matchAll(/(\w+)\{([^}]*)\}/g)].flatMap(([, metric = '', inside = '']) =>
    [...inside.matchAll(/(\w+)(?:=~|!~|!=|=)"/g)].map(([, label = '']): [string, string] => [metric, label]),
  );

let stack: TestStack;
let text: string;
beforeAll(async () => {
  stack = await startTestStack({ services: ['intake', 'dispatch', 'evaluation', 'gateway'] });
  await stack.http('gateway').get('/api/evaluation/v1/public/ledger');
  const pages = await Promise.all(
    (['intake', 'dispatch', 'evaluation', 'gateway'] as const).map((service) => stack.operations(service).get<string>('/metrics')),
  );
  text = pages.map(({ body }) => body).join('\n');
}, 60_000);
afterAll(() => stack.stop());

/** Fails unless /metrics declares each metric (a histogram has three names), and its series, where there are some, have the labels. */
function expectMetricsOf(expr: string): void {
  for (const metric of metricsIn(expr)) {
    const declared = metric.replace(/_(?:bucket|count|sum)$/, '(?:_(?:bucket|count|sum))?');
    expect([metric, new RegExp(`^# TYPE ${declared} `, 'm').test(text)]).toEqual([metric, true]);
  }
  for (const [metric, label] of labelsIn(expr)) {
    const series = text.match(new RegExp(`^${metric}\\{.*$`, 'gm')) ?? [];
    if (series.length > 0) expect(series.join('\n')).toContain(`${label}="`);
  }
}

describe.each(alerts.map((each) => [each.alert, each] as const))('the alarm %s', (_, { alert, expr, labels, annotations }) => {
  it('asks for metrics that running services have', () => {
    expectMetricsOf(expr);
  });

  it('rings in a case of promtool’s', () => {
    expect(['alerts', 'alerts.days'].map((name) => read(`deploy/prometheus/${name}.test.yml`)).join()).toMatch(
      new RegExp(`alertname[:=] ?"?${alert}\\b`),
    );
  });

  it('says in both languages what is wrong, how bad it is, and which page to read', () => {
    expect(['critical', 'warning', 'info']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/\p{Script=Han}/u);
    expect(annotations.summary_en).not.toMatch(/\p{Script=Han}/u);
    const [page = '', anchor] = (annotations.runbook ?? '').split('#');
    expect(anchor).toBe(alert.toLowerCase());
    expect(read(page)).toMatch(new RegExp(`^### ${alert}$`, 'm'));
  });
});

describe('the dashboard', () => {
  it.each(panelExpressions)('%s asks for metrics that running services have', (_, expr) => {
    expect(metricsIn(expr).length).toBeGreaterThan(0);
    expectMetricsOf(expr);
  });
});

it('Every metric of our own is explained in the operators’ guide', () => {
  const page = read('docs/operators/metrics.md');
  const own = [...text.matchAll(/^# TYPE ((?:zd|http|pg)_\w+) /gm)].map(([, name = '']) => name);
  expect(own.length).toBeGreaterThan(8);
  for (const metric of own) expect(page).toContain(`\`${metric}\``);
});

it('Prometheus is told of every service', () => {
  const { services } = readComposeFile();
  for (const service of STACK_SERVICES) {
    const { PORT, OPERATIONS_PORT = PORT } = services[service]?.environment ?? {};
    expect(read('deploy/prometheus/prometheus.yml')).toContain(`targets: ["${service}:${OPERATIONS_PORT}"]`);
  }
});
