import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's process accounting a second; 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time that each child of a stack has used so far, its own children included. Linux only; else empty. */
export function cpuSeconds(runDirectory: string): Record<string, number> {
  const used: Record<string, number> = {};
  const trees = childrenOf();
  for (const file of readdirSync(runDirectory)) {
    if (!file.endsWith('.pid')) continue;
    const { pid } = JSON.parse(readFileSync(`${runDirectory}/${file}`, 'utf8')) as { pid: number };
    used[file.slice(0, -4)] = sumOf(pid, trees);
  }
  used.load = process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
  return used;
}

/** How many processors each was busy on average between two readings. */
export function cpuShare(before: Record<string, number>, after: Record<string, number>, seconds: number): Record<string, number> {
  return Object.fromEntries(Object.entries(after).map(([name, used]) => [name, (used - (before[name] ?? 0)) / seconds]));
}

function sumOf(pid: number, trees: Map<number, number[]>): number {
  const own = stat(pid);
  if (!own) return 0;
  return own.ticks / TICKS + (trees.get(pid) ?? []).reduce((sum, child) => sum + sumOf(child, trees), 0);
}

function childrenOf(): Map<number, number[]> {
  const trees = new Map<number, number[]>();
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    const found = /^\d+$/.test(name) ? stat(Number(name)) : undefined;
    if (found) trees.set(found.parent, [...(trees.get(found.parent) ?? []), Number(name)]);
  }
  return trees;
}

/** Parent and time used (own, and of children that have ended) from /proc/<pid>/stat; undefined when it has ended. */
function stat(pid: number): { parent: number; ticks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0, , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields;
    return { parent, ticks: user + system + endedUser + endedSystem };
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
