import type { Services } from '../api/services';
import type { Registers } from '../desk/registers';
import type { Noun } from '../nouns/noun';
import type { Row } from './rows';

interface Page {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** A page of a list, each row as it is shown. */
export async function pageOf(services: Services, registers: Registers, noun: Noun, query: URLSearchParams): Promise<Page> {
  const { items, next } = await services.read<{ items: never[]; next: string | null }>(`${noun.path}?${query}`);
  return { rows: items.map((item) => ({ noun, shown: noun.show(item, registers) })), next };
}
