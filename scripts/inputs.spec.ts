// Every member of every DTO says what kind of value it is, so that all that comes in is normalised and checked in the one way of the house
// (libs/platform/src/validation), as it is built. A text that is only known to be a text would come in as it was typed: blank, invisible, in any spelling.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../', import.meta.url));
const platform = createRequire(join(root, 'libs/platform/package.json'));
interface Rule {
  readonly propertyName: string;
  readonly name?: string;
  readonly type: string;
  readonly each?: boolean;
  readonly target: unknown;
}
const { getMetadataStorage } = platform('class-validator') as {
  getMetadataStorage(): { getTargetValidationMetadatas(target: unknown, schema: string, always: boolean, strict: boolean): Rule[] };
};

/** Rules that say what kind of value a member is: the house's, and those that list the values. */
const KINDS = new Set(['text', 'nested', 'isIn', 'equals', 'isUuid', 'isBoolean', 'whole', 'decimal', 'coordinates']);
/** Of any form; what it must be is said by the policy that it is for. */
const FREE = new Set(['PolicyInput.value']);

const files = ['services', 'libs']
  .flatMap((room) => readdirSync(join(root, room)).map((name) => join(room, name, 'dist')))
  .flatMap((built) => readdirSync(join(root, built), { recursive: true, encoding: 'utf8' }).map((file) => join(built, file)))
  .filter((file) => /\.dto\.js$|paging\/page\.js$/.test(file))
  .filter((file) => existsSync(join(root, file.replace('/dist/', '/src/').replace(/\.js$/, '.ts')))); // a file that moved leaves its old build
const modules: Record<string, unknown>[] = [];
for (const file of files) modules.push(await import(pathToFileURL(join(root, file)).href)); // jest takes one at a time
const rulesOf = (dto: unknown): Rule[] => getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
const inputs = modules
  .flatMap((module) => Object.entries(module))
  .filter(([, exported]) => typeof exported === 'function' && rulesOf(exported).length > 0);

const kindsOf = (dto: unknown, member: string): string[] =>
  rulesOf(dto)
    .filter((rule) => rule.propertyName === member)
    .map((rule) => rule.name ?? rule.type);
const members = inputs.flatMap(([name, dto]) =>
  [...new Set(rulesOf(dto).map((rule) => rule.propertyName))].map((member) => [`${name}.${member}`, kindsOf(dto, member)] as const),
);

const { toFieldErrors } = (await import(pathToFileURL(join(root, 'libs/platform/dist/validation/field-errors.js')).href)) as {
  toFieldErrors(errors: object[], source: 'body'): { readonly code: string }[];
};
/** What is answered when this rule alone is broken by a value that is there. */
function codeOf(dto: new () => object, { propertyName, name }: Rule): string | undefined {
  const target = Object.assign(Object.create(dto.prototype), { [propertyName]: {} });
  return toFieldErrors([{ target, property: propertyName, constraints: { [name ?? '']: '' } }], 'body')[0]?.code;
}

const sources = ['services', 'libs']
  .flatMap((room) => readdirSync(join(root, room)).map((name) => join(room, name, 'src')))
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.controller.ts'));
/** The arguments that handlers take from a call: the argument of the decorator, and the type. */
const taken = sources.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/@(?:Param|Query|Body|Headers)\(([^)]*)\)\s*(?:\{[^}]*\}|\w+)\??:\s*(\w+)/g)].map(
    ([, part = '', type = '']) => ({ file, part, type }),
  ),
);

const { dtoColumns } = (await import(pathToFileURL(join(root, 'libs/platform/dist/columns/dto-columns.js')).href)) as {
  dtoColumns(dto: unknown): { readonly header: string }[];
};
const { checkSearch } = (await import(pathToFileURL(join(root, 'libs/platform/dist/search/search-text.js')).href)) as {
  checkSearch(query: object, dto: unknown, offices: object): { readonly code: string }[];
};

describe('what comes in', () => {
  it('says something and shows no personal data where a list is searched', () => {
    const searched = inputs.filter(([, dto]) => rulesOf(dto).some(({ propertyName }) => propertyName === 'q'));
    expect(searched.length).toBeGreaterThan(10);
    const offices = { telephones: new Set(), mails: [] };
    const codesOf = (dto: unknown, q: string) => checkSearch({ q }, dto, offices).map(({ code }) => code);
    for (const [name, dto] of searched) {
      expect([name, codesOf(dto, '\u200b'), codesOf(dto, '138.0000.1234'), codesOf(dto, '261127-17')]).toEqual([
        name,
        ['blank_search'],
        ['personal_data'],
        [],
      ]);
    }
  });

  it('is looked at in every service', () => {
    expect(members.length).toBeGreaterThan(100);
    for (const member of [
      'RegisterRequestInput.title',
      'RepublishInput.since',
      'OrganisationInput.name',
      'ApplyInput.summary',
      'RoundParams.month',
    ]) {
      expect(members.map(([name]) => name)).toContain(member);
    }
  });

  it('is of a declared kind, member by member', () => {
    const undeclared = members.filter(([name, rules]) => !FREE.has(name) && !rules.some((rule) => KINDS.has(rule)));
    expect(undeclared).toEqual([]);
  });

  it('comes as a DTO, path, query and body alike, and never as a part of it that is only known to be a text', () => {
    expect(taken.length).toBeGreaterThan(70);
    const dtos = new Set(inputs.map(([name]) => name));
    expect(taken.filter(({ part, type }) => part !== '' || !dtos.has(type))).toEqual([]);
  });

  it('is told what is wrong with it by every rule, in that rule’s words', () => {
    const told = inputs.flatMap(([name, dto]) =>
      rulesOf(dto)
        .filter(({ type }) => type === 'customValidation')
        .map((rule) => [`${name}.${rule.propertyName} ${rule.name}`, codeOf(dto as new () => object, rule)]),
    );
    expect(told.length).toBeGreaterThan(200);
    expect(told.filter(([, code]) => code === 'not_acceptable' || code === 'required')).toEqual([]);
    expect(Object.fromEntries(told)).toMatchObject({ 'RequesterInput.phone phone': 'not_a_phone' });
  });

  it('names what is brought along from the time before by no number that says who somebody is', () => {
    const past = members.filter(([name]) => /^Past\w+Params\./.test(name));
    expect(past.length).toBeGreaterThan(10);
    expect(past.filter(([, rules]) => !rules.includes('nobodysNumber'))).toEqual([]);
  });

  it('has a heading of its own for each column of a file of the past, in two languages', () => {
    const past = inputs.filter(([name]) => /^Past\w+Input$/.test(name));
    expect(past.length).toBeGreaterThan(10);
    for (const [name, dto] of past) {
      const headers = dtoColumns(dto).map(({ header }) => header);
      expect([name, headers.filter((header, at) => headers.indexOf(header) < at || !/^[^：]+ \/ [^:]+$/.test(header))]).toEqual([name, []]);
    }
  });

  it('is a list, with a limit to its items, wherever a rule is of each item', () => {
    const lists = inputs.flatMap(([name, dto]) =>
      [
        ...new Set(
          rulesOf(dto)
            .filter(({ each }) => each)
            .map(({ propertyName }) => propertyName),
        ),
      ].map((member) => [`${name}.${member}`, kindsOf(dto, member)] as const),
    );
    expect(lists.length).toBeGreaterThan(10);
    expect(lists.filter(([, rules]) => !rules.includes('isArray') || !rules.includes('arrayMaxSize'))).toEqual([]);
  });

  it('is an object wherever a DTO is nested, and not a list that passes for one', () => {
    const loose = members.filter(([, rules]) => rules.includes('nestedValidation') && !rules.includes('nested'));
    expect(loose).toEqual([]);
  });
});
