import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { ROOT } from '@zero-distance/local-stack';
import type { KubernetesObject } from './rendered-chart.js';

const run = promisify(execFile);

/** A kind's class of kubernetes-models, which carries the schema that the Kubernetes project (or the operator) publishes. */
type Model = new (data: KubernetesObject) => { validate(): void };

/** Where the schemas of an API group's version are. A group that is not here cannot be checked, so the test fails. */
const PACKAGES: Readonly<Record<string, string>> = {
  v1: 'kubernetes-models/v1',
  'apps/v1': 'kubernetes-models/apps/v1',
  'autoscaling/v2': 'kubernetes-models/autoscaling/v2',
  'batch/v1': 'kubernetes-models/batch/v1',
  'networking.k8s.io/v1': 'kubernetes-models/networking.k8s.io/v1',
  'policy/v1': 'kubernetes-models/policy/v1',
  'keda.sh/v1alpha1': '@kubernetes-models/keda/keda.sh/v1alpha1',
  'monitoring.coreos.com/v1': '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1',
};

function packageOf({ apiVersion, kind }: KubernetesObject): string {
  const found = PACKAGES[apiVersion];
  if (!found) throw new Error(`no schema is known for ${apiVersion} ${kind}`);
  return found;
}

/** What the published JSON schemas have against the objects: types, required fields, formats, enumerations. Empty: nothing. */
export async function schemaErrors(objects: readonly KubernetesObject[]): Promise<string[]> {
  const errors: string[] = [];
  for (const object of objects) {
    const models = (await import(packageOf(object))) as Record<string, Model>;
    const Kind = models[object.kind];
    if (!Kind) throw new Error(`no schema is known for ${object.apiVersion} ${object.kind}`);
    try {
      new Kind(object).validate();
    } catch (error) {
      errors.push(`${object.kind} ${object.metadata.name}: ${(error as Error).message}`);
    }
  }
  return errors;
}

/**
 * What the same schemas have against the objects as TypeScript types. These refuse what the JSON schemas let pass: a field that
 * does not exist, such as a misspelt or wrongly indented one, which Kubernetes would drop or refuse. Empty: nothing.
 */
export async function typeErrors(objects: readonly KubernetesObject[]): Promise<string> {
  const directory = mkdtempSync(`${tmpdir()}/zero-distance-chart-`);
  try {
    mkdirSync(`${directory}/src`);
    symlinkSync(`${ROOT}/deploy/node_modules`, `${directory}/node_modules`);
    const options = { strict: true, noEmit: true, skipLibCheck: true, module: 'nodenext', target: 'es2023', types: [] };
    writeFileSync(`${directory}/package.json`, '{ "type": "module" }');
    writeFileSync(`${directory}/tsconfig.json`, JSON.stringify({ compilerOptions: options, include: ['src'] }));
    writeFileSync(`${directory}/src/objects.ts`, objects.map(asTypeScript).join('\n'));
    await run(process.execPath, [`${ROOT}/node_modules/typescript/bin/tsc`, '-p', directory]);
    return '';
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return stdout;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function asTypeScript(object: KubernetesObject, index: number): string {
  const name = `object${index}`;
  return [
    `import type { I${object.kind} as Type${index} } from '${packageOf(object)}';`,
    `export const ${name}: Type${index} = ${JSON.stringify(object, null, 1)};`,
  ].join('\n');
}
