import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ROOT } from '@zero-distance/local-stack';
import { parse } from 'yaml';

/** What the tests read of a service in docker-compose.yml. */
export interface ComposeService {
  readonly image: string;
  readonly command?: readonly string[];
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly mem_limit?: string;
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly (string | { readonly source: string; readonly target: string })[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

/**
 * A file of the operators' as Compose sees it: merges done, `${NAME:-default}` filled in.
 * @param variables what an operator would have in the environment or in .env
 */
export function readComposeFile(variables: Readonly<Record<string, string>> = {}, path = 'docker-compose.yml'): ComposeFile {
  const text = readFileSync(`${ROOT}/${path}`, 'utf8');
  const filled = text.replace(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, fallback: string) => variables[name] ?? fallback);
  return parse(filled, { merge: true }) as ComposeFile;
}

/** The secrets of a service: the name of the file below /run/secrets → the name of the secret. */
export function mountedSecrets({ secrets = [] }: ComposeService): Map<string, string> {
  return new Map(secrets.map((each) => (typeof each === 'string' ? [each, each] : [each.target, each.source])));
}

const PROGRAM = 'docker-compose';

/** Whether docker-compose is installed here; .ci/run installs it. */
export const hasCompose = spawnSync(PROGRAM, ['--version']).status === 0;

/** What docker-compose makes of docker-compose.yml with another file over it. Throws with its complaint. */
export function mergedByCompose(path: string): ComposeFile {
  const args = ['-f', `${ROOT}/docker-compose.yml`, '-f', path, 'config'];
  return parse(execFileSync(PROGRAM, args, { encoding: 'utf8', cwd: ROOT })) as ComposeFile;
}
