import { readFileSync } from 'node:fs';

/** A set of environment variables, as `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The value of variable `name`, or the content of the file that `<name>_FILE` points to (Docker and Kubernetes secrets).
 * A trailing line end in the file is not part of the value.
 * @throws when neither is set, or when the file cannot be read; the message names the variable, never the value
 */
export function required(env: Environment, name: string): string {
  const value = optional(env, name);
  if (value === undefined) throw new Error(`${name} is not set (nor ${name}_FILE)`);
  return value;
}

/** As `required`, but undefined when neither `name` nor `<name>_FILE` is set. An empty variable counts as not set. */
export function optional(env: Environment, name: string): string | undefined {
  const value = env[name];
  if (value) return value;
  const path = env[`${name}_FILE`];
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '') || undefined;
  } catch (error) {
    throw new Error(`${name}_FILE: ${(error as Error).message}`);
  }
}

/** `case-mediation`, `DB_PASSWORD` → `CASE_MEDIATION_DB_PASSWORD`. */
export function variableOf(service: string, suffix: string): string {
  return `${service.toUpperCase().replaceAll('-', '_')}_${suffix}`;
}
