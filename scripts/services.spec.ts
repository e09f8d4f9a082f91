import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '@zero-distance/contracts';

const root = new URL('../', import.meta.url);
const EVERY = [...SERVICES].sort();

const named = (pattern: RegExp) => (text: string) => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** Where the services are named in files that can import nothing; everything else reads `SERVICES` or the folders. */
const PLACES: readonly [file: string, of: (text: string) => string[]][] = [
  ['tsconfig.json', named(/"path": "services\/([^"]+)"/g)],
  ['deploy/tsconfig.json', named(/"path": "\.\.\/services\/([^"]+)"/g)],
  ['deploy/package.json', (text) => servicesOf(Object.keys(JSON.parse(text).dependencies))],
  ['docker-compose.yml', named(/services\/([^/]+)\/dist\/main\.js/g)],
  ['deploy/helm/zero-distance/values.yaml', (text) => named(/^ {2}([a-z-]+):/gm)(section(text, 'services'))],
  ['deploy/helm/zero-distance/values.schema.json', (text) => JSON.parse(text).properties.services.required],
  ['deploy/helm/zero-distance/values.schema.json', (text) => Object.keys(JSON.parse(text).properties.services.properties)],
  ['deploy/prometheus/prometheus.yml', named(/labels: \{ service: ([a-z-]+) \}/g)],
];

describe('the services', () => {
  it('are the folders of services/, all of which SERVICES names', () => {
    expect(readdirSync(new URL('services', root)).sort()).toEqual(EVERY);
  });

  it.each(PLACES)('are all named in %s, and no other', (file, of) => {
    expect(of(readFileSync(new URL(file, root), 'utf8')).sort()).toEqual(EVERY);
  });
});

const servicesOf = (packages: string[]) =>
  packages.map((name) => name.replace('@zero-distance/', '')).filter((name) => readdirSync(new URL('services', root)).includes(name));

/** The lines under a key of the first level. */
function section(yaml: string, key: string): string {
  const [, rest = ''] = yaml.split(new RegExp(`^${key}:$`, 'm'));
  return rest.split(/^\S/m)[0] ?? '';
}
