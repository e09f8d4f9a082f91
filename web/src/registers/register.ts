import type { Action } from '../action/action';
import type { Paths } from '../api/services';
import type { Fact, Registers } from '../desk/registers';
import type { Person } from '../log-in/log-in';
import type { Noun } from '../nouns/noun';

/** What a page shows of one row of a register, and what its form is filled with. */
export interface Kept {
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly facts: readonly Fact[];
  /** The values of its form, by the names of the fields. */
  readonly known: Readonly<Record<string, unknown>>;
  /** What is masked of it may be shown for a purpose. */
  readonly isMasked: boolean;
  /** An address to give to others. */
  readonly link?: string;
  /** It is used no more. */
  readonly isOver?: boolean;
}

interface View {
  readonly zh: string;
  readonly en: string;
  /** Asked of the list. */
  readonly query: () => Readonly<Record<string, string>>;
}

/** 名册: what is kept by code, put whole, and has no state. */
export interface Register {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly service: 'intake' | 'dispatch';
  readonly path: string;
  /** Who finds it between the pages. */
  readonly readers: readonly string[];
  /** What of it can be looked at, the first of them before anybody chooses; without it there is all of it. */
  readonly views?: readonly View[];
  readonly put: Action;
  /** What codes of new rows begin with. */
  readonly codes: string;
  readonly reveals?: string;
  /** What is recorded of each row, under which member of a query and of the form its code stands. */
  readonly beside?: { readonly noun: Noun; readonly by: string; readonly action: Action };
  readonly show: (row: never, registers: Registers) => Kept;
}

/** A register; the compiler sees to it that its paths are some. */
export const register = <T>(
  given: Omit<Register, 'show' | 'path' | 'reveals'> & {
    path: keyof Paths;
    reveals?: keyof Paths;
    show: (row: T, registers: Registers) => Kept;
  },
): Register => given as Register;

export const pageOfRegister = ({ name }: Register): string => `/desk/${name}`;

export const mayKeep = ({ service }: Register, { roles, scopes }: Person): boolean =>
  roles.includes('administrator') && scopes.includes(`${service}:write`);

/** By chance: nobody types one, so a new row takes the place of no other. */
export const newCode = ({ codes }: Register): string => `${codes}-${crypto.randomUUID().slice(0, 8)}`;

/** As a form has a time: in the district's. */
export const typed = (at: string): string => `${new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16)}:00+08:00`;
