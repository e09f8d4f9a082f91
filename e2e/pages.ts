import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';
import { commandsOf } from '../scripts/page-commands.mjs';

/** Stops at the first command that does not print what its page says. */
const CHECK = 'if [ "$1" != "$2" ]; then echo "the page says $1, but it printed $2" >&2; exit 1; fi; echo "✓ $2"';

const has = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The pages are for a person at a shell; where there is none, `npm test` says so and goes on. */
export const withShell = has('bash') && has('curl') ? it : it.skip;
if (withShell === it.skip) console.warn('left out: the pages of docs/chains need bash and curl');

/** Does what a page in docs/chains says; fails unless every command prints what the page shows. */
export async function followPage(name: string, demoEnv: string): Promise<void> {
  const script = commandsOf(`docs/chains/${name}.md`, demoEnv, CHECK);
  expect(script).not.toContain('# →');
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { timeout: 90_000 });
  expect(stdout.match(/✓/g)).toHaveLength(script.match(/^check '/gm)?.length ?? 0);
}
