import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { incompatibilities, type JsonSchema } from './compatibility.js';
import { EVENTS, type EventType } from './events.js';

const folder = new URL('../published/', import.meta.url);
const fileOf = (type: string) => new URL(`${type}.json`, folder);

/** One difference between an event version and its published schema. */
export interface Drift {
  readonly type: string;
  /**
   * `unrecorded`: new, or with a new optional field, or in no commit yet; record it. `incompatible`: needs a new version. `gone`: published, but
   * no longer in EVENTS.
   */
  readonly kind: 'unrecorded' | 'incompatible' | 'gone';
  readonly problems: readonly string[];
}

/** Every difference between EVENTS and `libs/contracts/published`: empty when all is recorded. */
export function drifts(): Drift[] {
  const types = Object.keys(EVENTS);
  const recorded = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
  const gone = recorded
    .filter((type) => !types.includes(type))
    .map((type): Drift => (isDraft(type) ? { type, kind: 'unrecorded', problems: [OF_A_DRAFT] } : { type, kind: 'gone', problems: [] }));
  return [...types.flatMap((type) => driftOf(type as EventType, recorded.includes(type))), ...gone];
}

function driftOf(type: EventType, isRecorded: boolean): Drift[] {
  if (!isRecorded) return [{ type, kind: 'unrecorded', problems: ['it has no published schema'] }];
  const before = readFileSync(fileOf(type), 'utf8');
  if (before === textOf(type)) return [];
  const problems = incompatibilities(JSON.parse(before) as JsonSchema, JSON.parse(textOf(type)) as JsonSchema);
  if (problems.length === 0) return [{ type, kind: 'unrecorded', problems: ['it has changed compatibly'] }];
  return [isDraft(type) ? { type, kind: 'unrecorded', problems: [OF_A_DRAFT] } : { type, kind: 'incompatible', problems }];
}

const OF_A_DRAFT = 'its schema has changed since it was recorded, and is in no commit yet';

/** A schema that no commit holds is not published: it may change freely. Where there is no git, each counts as published. */
function isDraft(type: string): boolean {
  const { status, stdout } = spawnSync('git', ['ls-tree', '--name-only', 'HEAD', `${type}.json`], { cwd: fileURLToPath(folder) });
  return status === 0 && stdout.length === 0;
}

/** Records the schemas of the types given, and forgets that of an event that is no more. The caller has made sure that none is incompatible. */
export function publish(types: readonly string[]): void {
  for (const type of types) {
    if (Object.hasOwn(EVENTS, type)) writeFileSync(fileOf(type), textOf(type as EventType));
    else rmSync(fileOf(type));
  }
}

function textOf(type: EventType): string {
  const { schema, title } = EVENTS[type];
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:zero-distance:event:${type}`,
    title: `${title.zh} ${title.en}`,
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
