// The forms of a name, and what the house says of names.
import { PlainError } from '../run.mjs';

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/;

/** @throws {PlainError} unless a word is one in kebab-case */
export function requireKebab(word, what) {
  if (!KEBAB.test(word ?? '')) throw new PlainError(`"${word ?? ''}" is no ${what}: words in small letters, with hyphens between them`);
}

/** @throws {PlainError} unless words can stand in any text of code */
export function requirePlain(words) {
  if (!words.trim() || /['"`\\{}<>\n*/]/.test(words))
    throw new PlainError(`"${words}" can not stand in the code: words without quotes and signs`);
}

const snake = (kebab) => kebab.replaceAll('-', '_');
const camel = (kebab) => kebab.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
const pascal = (kebab) => capital(camel(kebab));
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const upper = (kebab) => snake(kebab).toUpperCase();
const words = (kebab) => kebab.replaceAll('-', ' ');

/** `entry` → `entries`; irregular ones are told by `--plural`. */
export function pluralOf(noun) {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/**
 * What the templates call a noun by.
 * @param {{ service: string, quarter?: string, noun: string, plural: string, zh: string, role: string, time: number }} named
 * @returns {Record<string, string>}
 */
export function formsOf({ service, quarter, noun, plural, zh, role, time }) {
  const a = /^[aeiou]/.test(noun) ? 'an' : 'a';
  return {
    service,
    schema: snake(service),
    src: quarter ? '../..' : '..',
    noun,
    noun_: snake(noun),
    nounCamel: camel(noun),
    Noun: pascal(noun),
    NOUN: upper(noun),
    nouns: plural,
    nounsCamel: camel(plural),
    NOUNS: upper(plural),
    words: words(noun),
    wordsPlural: words(plural),
    WordsPlural: capital(words(plural)),
    a,
    A: capital(a),
    zh,
    role,
    time: String(time),
  };
}

/** Fills a template; a name that is not known is a fault of the template. */
export const fill = (template, forms) =>
  template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => {
    if (!Object.hasOwn(forms, name)) throw new Error(`a template asks for ${name}, which no noun has`);
    return forms[name];
  });
