import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { program } from '../places.js';
import type { Stack } from '../stack.js';

/**
 * `upsert` of one of the gateway's commands for operators.
 * @throws with the command's words when it refuses, or when the signal comes
 */
export async function runGatewayCommand(
  environment: Stack['environment'],
  command: string,
  input: object,
  signal?: AbortSignal,
): Promise<void> {
  const running = spawn(process.execPath, [...program('services/gateway', command), 'upsert'], {
    env: { ...process.env, ...environment('gateway') },
    stdio: ['pipe', 'ignore', 'pipe'],
    signal,
  });
  running.stdin.end(JSON.stringify(input));
  const [complaint, [code]] = await Promise.all([text(running.stderr), once(running, 'exit')]);
  if (code !== 0) throw new Error(`the gateway's ${command} refused what the demo gave: ${complaint.trim()}`);
}
