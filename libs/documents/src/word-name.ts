import { codeTableOf } from '@zero-distance/kernel';

/** What a word of an answer is called in Chinese, as `GET /code-tables` has it; the word itself where its list has no names. */
export const wordName = (words: readonly string[], word: string): string =>
  codeTableOf(words)?.items.find(({ code }) => code === word)?.zh ?? word;
