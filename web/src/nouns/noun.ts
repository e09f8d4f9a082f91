import type { ComponentType } from 'react';
import type { Action } from '../action/action';
import type { Paths } from '../api/services';
import type { Fact, Registers } from '../desk/registers';

/** What every page shows of one row, whatever it is. */
export interface Shown {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  readonly areaCode: string;
  /** Whose it is. */
  readonly who: string | null;
  /** By when the next step is to be done; of what has no step, when it came. */
  readonly at: string | null;
  readonly overdue: boolean;
  readonly lamp: string | null;
  readonly number: string | null;
  /** What else is looked at before it is opened. */
  readonly note: string;
  /** Where the matter is that it belongs to; null where there is none, or it is one itself. */
  readonly matter: string | null;
  /** Where a list leads, if not to the matter. */
  readonly opens?: string;
  readonly facts: readonly Fact[];
  /** The words of the answer: what the caller may do now. */
  readonly allowed: readonly string[];
  /** The forms there are for that row. */
  readonly actions: readonly Action[];
}

/** What somebody of a role has to do, and how it is found. */
interface Waiting {
  readonly roles: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  /** One of these is to be done next; without them it is on no list. */
  readonly steps: readonly string[];
  /** Only under these lamps, of what may be done long before it has to. */
  readonly lamps?: readonly string[];
}

/** 脱敏信息的查看: for a purpose that is kept. */
interface Revealing {
  readonly path: string;
  /** To whom one of these steps is offered; to whom any is, unless told. */
  readonly steps?: readonly string[];
  /** What is shown of the answer; name, telephone and address, unless told. */
  readonly facts?: (answer: never, registers: Registers) => readonly Fact[];
}

/** What is begun of one of them, by who has the role, and under which noun the answer is opened. */
export interface Beginning {
  readonly roles: readonly string[];
  readonly states: readonly string[];
  readonly action: (id: string) => Action;
  readonly opens: string;
}

/** 明细: lines that stand under one of them. */
export interface Listed {
  readonly zh: string;
  readonly en: string;
  readonly lines: readonly { readonly id: string; readonly at: string; readonly text: string; readonly matter?: string | null }[];
}

export type Filter = 'state' | 'areaCode' | 'overdue' | 'toRate' | 'undecided' | 'sort' | 'kind' | 'method' | 'month' | 'group' | 'risk';

/** 对象: one kind of thing that the desk lists, opens and acts on. */
export interface Noun {
  /** In addresses: `/desk/application/<id>`, as messages to staff link to it. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly service: 'intake' | 'dispatch' | 'evaluation';
  readonly path: string;
  /** The table of its states. */
  readonly states: string;
  /** That of its kinds, where its list is narrowed down by them. */
  readonly kinds?: string;
  /** Who finds it between the pages. */
  readonly readers: readonly string[];
  /** What its list is searched by; without it there is no search field. */
  readonly searched?: readonly [zh: string, en: string];
  /** Where words are looked for that this list does not know: its texts are sealed. */
  readonly wordsAmong?: Noun;
  readonly filters: readonly Filter[];
  readonly at: readonly [zh: string, en: string];
  readonly waits: readonly Waiting[];
  /** By which member of a query those of one order or request are asked for. */
  readonly of?: 'workOrderId' | 'requestId';
  /** Where it is asked who is behind it, of what is masked. */
  readonly reveals?: Revealing;
  /** Where the requests are that it brought in, with `{id}` for its own. */
  readonly brings?: string;
  /** Where what was said at it is taken in, as the address of registration has it, and in which states. */
  readonly takesIn?: { readonly as: string; readonly states: readonly string[] };
  /** What makes one, for who has the role. */
  readonly made?: {
    readonly roles: readonly string[];
    readonly action: Action /** What was made is opened: who made it goes on with it. */;
    readonly isOpened?: true;
  };
  /** What finds some of them by what no address may hold. */
  readonly finds?: Action;
  readonly begins?: readonly Beginning[];
  /** What belongs to one that is opened; each list is asked for it by `<name>Id`. */
  readonly gathers?: readonly Noun[];
  /** Of one that is opened. */
  readonly lists?: (row: never, registers: Registers) => readonly Listed[];
  /** What its page shows besides, of one that is opened. */
  readonly inside?: ComponentType<{ readonly row: never }>;
  /** Its list leaves as no file. */
  readonly noFile?: true;
  readonly show: (row: never, registers: Registers) => Shown;
}

/** Who may read requests and orders (`libs/platform/src/access`). */
export const MATTER_READERS = [
  'intake-clerk',
  'window-clerk',
  'grid-worker',
  'dispatcher',
  'handler',
  'reviewer',
  'callback-agent',
  'mediator',
  'leader',
  'administrator',
];

type QueryOf<P extends keyof Paths> = Paths[P] extends { get: { parameters: { query?: infer Q } } } ? NonNullable<Q> : never;
/** The desk's own orders, by which its lists stand (`work-list/asked.ts`). */
type Sorted<Q> = Q extends { sort?: infer S } ? ('due' | 'newest' extends S ? unknown : never) : never;
/** What a list is narrowed down by and asked for, as far as its API takes it. */
type AskedOf<P extends keyof Paths> = Pick<Noun, 'of' | 'searched'> & {
  readonly path: P;
  readonly filters: readonly Exclude<Filter & keyof QueryOf<P>, [Sorted<QueryOf<P>>] extends [never] ? 'sort' : never>[];
  readonly waits: readonly (Waiting & {
    readonly query: { readonly [K in keyof QueryOf<P>]?: `${Extract<QueryOf<P>[K], string | number | boolean>}` };
  })[];
  readonly of?: NonNullable<Noun['of']> & keyof QueryOf<P>;
} & ('q' extends keyof QueryOf<P> ? unknown : { readonly searched?: never });
type Asked = { [P in keyof Paths]: [QueryOf<P>] extends [never] ? never : AskedOf<P> }[keyof Paths];

/** A row of the table of nouns; the compiler sees to it that the path is one, and that its list asks only for what the API takes. */
export const noun = <T>(
  given: Omit<Noun, 'show' | 'path' | 'filters' | 'waits' | 'of' | 'searched' | 'reveals' | 'brings' | 'lists'> &
    Asked & {
      reveals?: Revealing & { path: keyof Paths };
      lists?: (row: T, registers: Registers) => readonly Listed[];
      brings?: keyof Paths;
      show: (row: T, registers: Registers) => Shown;
    },
): Noun => given as unknown as Noun;

/** Where the list of them is: `/desk/knowledge-entries`, `/desk/reception-days`. */
export const listOf = ({ name }: Noun): string => `/desk/${name.replace(/(?<![aeiou])y$/, 'ie')}s`;
