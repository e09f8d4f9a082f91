import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { ROOT } from '@zero-distance/local-stack';
import { parse, parseAllDocuments } from 'yaml';

const run = promisify(execFile);
const HELM = `${ROOT}/deploy/helm`;
export const CHART = `${HELM}/zero-distance`;
/** Where Debian puts the sources of Go libraries. */
const GOPATH = '/usr/share/gocode';

/** Whether this machine has what deploy/helm/render is built from; .ci/run installs it. */
export const canRender =
  existsSync('/usr/bin/go') &&
  ['github.com/Masterminds/sprig', 'sigs.k8s.io/yaml'].every((library) => existsSync(`${GOPATH}/src/${library}`));

/** The sets of values that the chart is tried with. */
export const VALUE_SETS = ['minimal', 'everything', 'bare'] as const;
export type ValueSet = (typeof VALUE_SETS)[number];

export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

/** A Secret as a source of a projected volume; without items, each of its keys is a file. */
interface SecretSource {
  readonly secret: { readonly name: string; readonly items?: readonly { readonly key: string; readonly path: string }[] };
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

export interface Container {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: readonly Variable[];
  readonly securityContext: object;
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

export interface PodTemplate {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly containers: readonly Container[];
    readonly volumes: readonly { readonly name: string; readonly projected?: { readonly sources: readonly SecretSource[] } }[];
  };
}

/** A Kubernetes object, as far as every kind is the same. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: Readonly<Record<string, unknown>> & { readonly template?: PodTemplate };
}

export interface Rendered {
  readonly objects: readonly KubernetesObject[];
  readonly notes: string;
}

/** The program of deploy/helm/render, built; give it back with `remove`. */
export class Renderer {
  private constructor(private readonly directory: string) {}

  static async build(): Promise<Renderer> {
    const directory = mkdtempSync(`${tmpdir()}/zero-distance-render-`);
    const env = { ...process.env, GO111MODULE: 'off', GOPATH, GOFLAGS: '' };
    await run('/usr/bin/go', ['build', '-o', `${directory}/render`, `${HELM}/render/main.go`], { env });
    return new Renderer(directory);
  }

  /** The chart as release `city` in namespace `requests`. A duplicate key or another flaw of the YAML throws. */
  async render(values: ValueSet): Promise<Rendered> {
    const { stdout } = await run(`${this.directory}/render`, [CHART, 'city', 'requests', valuesFile(values)]);
    const { 'NOTES.txt': notes = '', ...manifests } = JSON.parse(stdout) as Record<string, string>;
    return { notes, objects: Object.values(manifests).flatMap(objectsOf) };
  }

  remove(): void {
    rmSync(this.directory, { recursive: true });
  }
}

function objectsOf(manifest: string): KubernetesObject[] {
  // Kubernetes reads YAML 1.1, where more words are no strings than in 1.2.
  return parseAllDocuments(manifest, { version: '1.1', strict: true })
    .map((document) => {
      if (document.errors[0]) throw document.errors[0];
      return document.toJS() as KubernetesObject | null;
    })
    .filter((object) => object !== null);
}

const valuesFile = (values: ValueSet): string => `${CHART}/ci/${values}.yaml`;

type Values = { [key: string]: unknown };

/** What the chart's templates see: the default values with a set laid over them. */
export const valuesWith = (values: ValueSet): Values => laid(defaultValues(), readYaml(valuesFile(values)));
export const defaultValues = (): Values => readYaml(`${CHART}/values.yaml`);

const readYaml = (path: string): Values => parse(readFileSync(path, 'utf8')) as Values;
const isMap = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Maps are merged, everything else is replaced, as Helm does it. */
export function laid(under: Values, over: Values): Values {
  const entries = Object.entries(over).map(([key, value]) => {
    const below = under[key];
    return [key, isMap(below) && isMap(value) ? laid(below, value) : value];
  });
  return { ...under, ...Object.fromEntries(entries) };
}
