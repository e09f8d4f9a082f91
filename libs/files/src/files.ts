import type { Service } from '@zero-distance/contracts';
import type { ReadTx } from '@zero-distance/persistence';
import type { AccessName, Visibility } from '@zero-distance/platform';
import type { FileRefusals } from './file.errors.js';

/** What files can belong to. So whoever reads a matter sees its files, and nobody else. */
interface Subject {
  /** The operation that reads one: its roles see the files. */
  readonly readBy: AccessName;
  /** Loads one for a caller; throws 404 when it is none of theirs. */
  readonly load: (tx: ReadTx, id: string) => Promise<unknown>;
}

/** What a service's files can belong to, by kind. */
export type Subjects = Readonly<Record<string, Subject>>;

/** Matters whose pictures may be shown to the public, as the database knows them. In its conditions the table is `t`. */
export interface Showable {
  /** The kind of subject; what is of another is never shown. */
  readonly kind: string;
  /** Their table, with `area_code` and the time of each change (`changeTimeV1`). */
  readonly from: string;
  readonly visible: Visibility;
  /** The column with the id that all services know the matter by; its own unless told. */
  readonly matter?: string;
  /** That one of them is such a matter now, by its own columns; each is, always, unless told. */
  readonly while?: string;
}

/** The files of one service. */
export interface Files {
  readonly service: Service;
  readonly subjects: Subjects;
  readonly showable?: Showable | undefined;
  /** So long a file may be on its way in pieces. */
  readonly uploadHours: number;
  readonly refuse: FileRefusals;
}

/** Where Nest has them. */
export const FILES = Symbol('files');

/** Where the bytes of a file are, and of its thumbnail. The last digits of an id are by chance: no folder gets too many. */
export const keyOf = (id: string): string => `${id.slice(-2)}/${id}`;
export const thumbnailKeyOf = (id: string): string => `${keyOf(id)}.thumbnail`;
