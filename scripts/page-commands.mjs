import { readFileSync } from 'node:fs';

/**
 * The shell blocks of a page in docs/chains as one script for bash; what stands behind `# →`, or below on lines of its own, is what a command
 * has to print: it is given to `check WANTED PRINTED`.
 * @param {string} page its path
 * @param {string} demoEnv the file that `npm start` writes for these pages
 * @param {string} check what the function `check` does
 * @returns {string}
 */
export function commandsOf(page, demoEnv, check) {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const commands = blocks.join('\n').replaceAll('.local/demo.env', demoEnv);
  const checked = commands.replaceAll(/^(.*?\S)((?:\s+# → .*)+)$/gm, (_, command, printed) => {
    const wanted = printed
      .split(/\s+# → /)
      .slice(1)
      .join('\n');
    return `check ${quoted(wanted)} "$(${command})"`;
  });
  return ['set -euo pipefail', `check() { ${check}; }`, checked].join('\n');
}

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
