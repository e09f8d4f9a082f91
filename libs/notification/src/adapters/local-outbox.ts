import { mkdirSync } from 'node:fs';
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter, Letter } from './adapter.js';

/** So many are shown on the page. */
const SHOWN = 200;

/**
 * 本地发件箱, for demonstrations: nothing leaves the machine. Each message is a line of `messages.jsonl`, and `index.html` shows the last of
 * them. They hold numbers and links: whoever reads the directory can use these.
 */
export function localOutbox(directory: string): Adapter {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const lines = join(directory, 'messages.jsonl');
  let last: Promise<unknown> = Promise.resolve();
  const add = async (letter: Letter): Promise<undefined> => {
    await appendFile(lines, `${JSON.stringify({ at: new Date().toISOString(), ...letter })}\n`, { mode: 0o600 });
    const kept = (await readFile(lines, 'utf8')).trimEnd().split('\n').slice(-SHOWN);
    const page = join(directory, 'index.html');
    const next = `${page}.${process.pid}.new`; // other processes write here too
    await writeFile(next, pageOf(kept.map((line) => JSON.parse(line) as Sent).reverse()), { mode: 0o600 });
    await rename(next, page);
  };
  return {
    send: (letter) => {
      const turn = last.then(() => add(letter)); // one after the other: the page shows all of them
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

type Sent = Letter & { readonly at: string };

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
const linked = (text: string): string => escaped(text).replace(/https?:\/\/\S+/, (link) => `<a href="${link}">${link}</a>`);

const pageOf = (sent: readonly Sent[]): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>本地发件箱 Local outbox</title>
<h1>本地发件箱 <span lang="en">What would have been sent</span></h1>
<table><tr><th>时间 time<th>收件人 to<th>内容 text
${sent.map(({ at, to, text }) => `<tr><td>${escaped(at)}<td>${escaped(to)}<td>${linked(text)}`).join('\n')}
</table></html>
`;
