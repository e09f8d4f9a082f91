import type { Paths } from '../api/services';
import type { Choice, Registers } from '../desk/registers';
import { MOST_MB } from '../photo/most-mb';

/** One thing that is asked for in a form. Its name is its place in the body, so that what is refused is shown at it: `extendBy.unit` is the member `unit` of `extendBy`. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly zh: string;
  readonly en: string;
  readonly kind:
    | 'line'
    | 'words'
    | 'choice'
    | 'choices'
    | 'date'
    | 'time'
    | 'number'
    | 'yes-no'
    | 'several'
    | 'photos'
    | 'knowledge'
    | 'request'
    | 'reception-day'
    | 'resident'
    | 'parts';
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: (registers: Registers) => readonly Choice[];
  /** What each part is asked, of what there are several; two at least, unless `min` says else. */
  readonly ofPart?: readonly Field[];
  readonly initial?: string | number | readonly string[] | null;
  /** Asked only while another field of the form has this answer. */
  readonly when?: readonly [field: string, answer: string];
  /** Both languages: what it is for. */
  readonly hint?: readonly [zh: string, en: string];
}

/** 操作: one action, as the answers name it, with its form. */
export interface Action {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** Where it goes, with `{id}` or `{code}` for what it is done to. */
  readonly path: string;
  readonly fields: readonly Field[];
  /** What was filled in as the operation takes it, where that is of another shape. */
  readonly shape?: (body: object) => object;
  /** What it says without being asked. */
  readonly fixed?: object;
  readonly isGrave?: boolean;
  /** Of a row of a register, which is put whole; otherwise it is posted. */
  readonly method?: 'PUT';
}

/** The service that has it, which takes the photos too. */
export const serviceOf = ({ path }: Pick<Action, 'path'>) => path.split('/')[2] as 'intake' | 'dispatch' | 'evaluation';

type PostPath = { [P in keyof Paths]: Paths[P] extends { post: object } ? P : never }[keyof Paths];
type PutPath = { [P in keyof Paths]: Paths[P] extends { put: object } ? P : never }[keyof Paths];
type Post<P extends PostPath> = Paths[P] extends { post: infer Operation } ? Operation : never;
type Put<P extends PutPath> = Paths[P] extends { put: infer Operation } ? Operation : never;
type JsonOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } } ? Body : never;
type BodyOf<P extends PostPath> = JsonOf<Post<P>>;
/** A member of what is sent, or one of its own members. */
type NameOf<P extends PostPath> = (keyof BodyOf<P> & string) | `${keyof BodyOf<P> & string}.${string}`;

interface More<P extends PostPath> {
  readonly name?: string;
  readonly fixed?: Partial<BodyOf<P>>;
  readonly isGrave?: boolean;
}

/** A row of a table of actions. It is named as its path ends, and its fields are members of what that operation takes: the compiler sees to it. */
export function action<P extends PostPath>(
  path: P,
  zh: string,
  en: string,
  fields: readonly Field<NameOf<P>>[] = [],
  more: More<P> = {},
): Action {
  return { name: path.slice(path.lastIndexOf('/') + 1), zh, en, path, fields, ...more };
}

/** The form of a row of a register; its fields are members of what is put. */
export function putting<P extends PutPath>(
  path: P,
  zh: string,
  en: string,
  fields: readonly Field<keyof JsonOf<Put<P>> & string>[],
): Action {
  return { name: path.replace(/^.*\/(.+)\/\{code\}$/, '$1'), zh, en, path, fields, method: 'PUT' };
}

type Rest<Name extends string> = Partial<Omit<Field<Name>, 'name' | 'zh' | 'en' | 'kind'>>;

const fieldOf =
  (kind: Field['kind'], standing: Partial<Field> = {}) =>
  <Name extends string>(name: Name, zh: string, en: string, more: Rest<Name> = {}): Field<Name> => ({
    ...(standing as Rest<Name>),
    name,
    zh,
    en,
    kind,
    ...more,
  });

export const line = fieldOf('line', { max: 100 });
export const date = fieldOf('date', { required: true });
export const time = fieldOf('time', { required: true });
export const number = fieldOf('number', { required: true });
export const yesNo = fieldOf('yes-no', { required: true });
export const knowledge = fieldOf('knowledge');
export const request = fieldOf('request');
export const receptionDay = fieldOf('reception-day');
export const resident = fieldOf('resident', { required: true });
/** Several, each typed for itself. */
export const several = fieldOf('several');
export const parts = fieldOf('parts', { required: true });

export const words = <Name extends string>(name: Name, zh: string, en: string, max: number, more: Rest<Name> = {}): Field<Name> => ({
  name,
  zh,
  en,
  kind: 'words',
  required: true,
  max,
  ...more,
});

export const choice = <Name extends string>(
  name: Name,
  zh: string,
  en: string,
  choices: Field['choices'],
  more: Rest<Name> = {},
): Field<Name> => ({ name, zh, en, kind: 'choice', required: true, choices, ...more });

export const choices = <Name extends string>(
  name: Name,
  zh: string,
  en: string,
  from: Field['choices'],
  more: Rest<Name> = {},
): Field<Name> => ({ name, zh, en, kind: 'choices', choices: from, ...more });

export const PHOTOS: Field<'files'> = {
  name: 'files',
  zh: '照片和文件',
  en: 'Photos and documents',
  kind: 'photos',
  hint: [`照片超过 ${MOST_MB.image} MB 的自动缩小`, `A photo larger than ${MOST_MB.image} MB is made smaller`],
};

/** Said where the text is refused when it holds personal data. */
export const FOR_THE_PUBLIC = ['按可公开的文字书写，不得含个人信息', 'Worded for anybody to read: no personal data'] as const;
