import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf } from './process-identity.js';

/**
 * Makes this process the only one that runs a stack in a directory.
 * @returns gives the place up
 * @throws when a living process has it; one that died without giving it up does not count
 */
export function takeDirectory(directory: string): () => void {
  const path = `${directory}/start.lock`;
  const holder = readHolder(path);
  if (holder && identityOf(holder.pid) === holder.identity) {
    throw new Error(`Zero Distance is already running from this clone (process ${holder.pid}); stop that one first`);
  }
  mkdirSync(directory, { recursive: true });
  writeFileSync(path, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }), { mode: 0o600 });
  return () => rmSync(path, { force: true });
}

function readHolder(path: string): { pid: number; identity: string } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // none, or half-written by a process that died at it
  }
}
