import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

/** Made when it is first asked: the dictionary takes 40 MB and a tenth of a second. */
let jieba: Jieba | undefined;
const cutter = (): Jieba => {
  jieba ??= Jieba.withDict(dict);
  return jieba;
};

/** A word says something: punctuation and blanks do not. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** A lexeme of Postgres has at most 2 KB; nothing that long is a word. */
const LONGEST_WORD = 64;

/** What is written in two ways is one word: full-width and half-width, large and small letters. */
const oneForm = (text: string): string => text.normalize('NFKC').toLowerCase();
const isWord = (word: string): boolean => word.length <= LONGEST_WORD && SAYS_SOMETHING.test(word);

/**
 * All that may be a word in a text, each once: by the dictionary, wherever it stands (路灯 in 楼前路灯不亮, which reads as 楼前, 路, 灯不亮 too), and by what
 * is likely where the dictionary has nothing.
 */
export function wordsWithin(text: string): string[] {
  const form = oneForm(text);
  return [...new Set([...cutter().cutForSearch(form, true), ...cutter().cutAll(form)])].filter(isWord);
}

/** 在, 的, 不: a character alone is in every other text. A figure is not. */
export const isCommon = (word: string): boolean => /^\p{Script=Han}$/u.test(word);

/** The words that somebody looks for, each once. A long one is not taken apart: who types 社会保险 means no other insurance. */
export function wordsSought(text: string): string[] {
  const words = [...new Set(cutter().cut(oneForm(text), true).filter(isWord))];
  const telling = words.filter((word) => !isCommon(word));
  return telling.length > 0 ? telling : words;
}
