import { readdirSync } from 'node:fs';
import type { StackService } from '@zero-distance/local-stack';
import type { TestStack } from './test-stack.js';

/**
 * Where a service still has one of these words: `work_order`, `idempotency`, … Every table of its schema is walked, with all its columns, whatever
 * their types; of bytes, their hexadecimal form.
 */
export async function wordsLeft(stack: TestStack, service: StackService, words: readonly string[]): Promise<string[]> {
  const tables = await stack.sql<{ name: string }>(
    service,
    `select c.relname as name from pg_class c where c.relnamespace = current_schema::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const sought = words.flatMap((word) => [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`, `%${escaped(word)}%`]);
  const holds = async (name: string) =>
    (await stack.sql(service, `select 1 from "${name}" t where t::text like any($1::text[]) limit 1`, [sought])).length > 0;
  const found: string[] = [];
  for (const { name } of tables) if (await holds(name)) found.push(name);
  return found.sort();
}

/** `\u8def` as JSON may write it; each backslash twice for the pattern. */
const escaped = (word: string): string => [...word].map((letter) => `\\\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** Which of these files a service still keeps, thumbnails too, by the names on its disk. */
export const filesLeft = (stack: TestStack, service: StackService, ids: readonly string[]): string[] =>
  readdirSync(stack.filesDirectory(service), { recursive: true, encoding: 'utf8' }).filter((path) => ids.some((id) => path.includes(id)));
