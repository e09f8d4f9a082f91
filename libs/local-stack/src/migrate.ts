import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { program } from './places.js';
import type { Secrets } from './secrets.js';

export interface MigrateOptions {
  /** URL of a role that may create roles and the database named in it. */
  readonly adminUrl: string;
  readonly natsUrl: string;
  readonly secrets: Secrets;
  /** Run the migrations of these services only; all when left out. */
  readonly services?: readonly string[];
  /** Copies of each stream (1). */
  readonly natsReplicas?: number;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
}

/**
 * Runs the deployment's own program, `migrate`, as it ships: roles, schemas, migrations, streams.
 * @returns the lines it wrote, one for each thing it changed
 * @throws with its message when it fails
 */
export async function migrate({ adminUrl, natsUrl, secrets, services, natsReplicas = 1, signal }: MigrateOptions): Promise<string[]> {
  const args = [...program('deploy', 'migrate'), ...(services ? ['--services', services.join(',')] : [])];
  const env = { ...process.env, ...secrets, ADMIN_DATABASE_URL: adminUrl, NATS_URL: natsUrl, NATS_REPLICAS: String(natsReplicas) };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, signal });
    return stdout.split('\n').filter(Boolean);
  } catch (error) {
    throw new Error((error as { stderr?: string }).stderr?.trim() || (error as Error).message);
  }
}
