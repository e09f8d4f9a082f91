import { parseArgs } from 'node:util';
import { CommandError, type CommandTools, print, runCommand } from './command.js';
import { CHECKS } from './doctor/checks.js';

const USAGE = `Usage: doctor [--known-head <position>:<hash>]…

Looks whether what is kept is what it was, changes nothing, and prints a line for each check; exits with 1 when one found a fault.
--known-head is a head of the audit trail that was kept elsewhere: from the log, or from GET /api/gateway/v1/audit/head. May be given several times.
Checks: ${CHECKS.map(({ name }) => name).join(', ')}`;

const HEAD = /^\d+:[0-9a-f]{64}$/;

async function doctor({ transactor }: CommandTools, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { 'known-head': { type: 'string', multiple: true } } });
  const knownHeads = values['known-head'] ?? [];
  if (!knownHeads.every((head) => HEAD.test(head))) throw new CommandError(USAGE);
  for (const { name, look } of CHECKS) {
    const { well, says } = await look({ transactor, knownHeads });
    print({ check: name, well, says });
    if (!well) process.exitCode = 1;
  }
}

void runCommand({ usage: USAGE, work: doctor });
