import type { Type } from '@nestjs/common';
import type { Register } from '@zero-distance/kernel';
import { type CellKind, type DtoColumn, dtoColumns, nameHeader } from '../columns/dto-columns.js';

/** One column of an exported list. */
export interface ExportColumn {
  /** In Chinese and in English, from the description of the DTO's member. */
  readonly header: string;
  readonly kind: CellKind;
  /** The value in one row; undefined where there is none. */
  readonly read: (row: unknown) => unknown;
  /** The column shows the names of the codes that it reads, of this register. */
  readonly namesOf?: Register;
}

/** The columns of a list of these DTOs, and beside a code the name it has. */
export const exportColumns = (dto: Type): ExportColumn[] =>
  dtoColumns(dto).flatMap((column) => [{ header: column.header, kind: column.kind, read: readerOf(column) }, ...nameColumn(column)]);

const readerOf =
  ({ path }: DtoColumn): ExportColumn['read'] =>
  (row) =>
    path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row);

/** Beside a code the name it has, for people; nothing beside a word that this version does not know. */
function nameColumn(column: DtoColumn): ExportColumn[] {
  const { header, names, register } = column;
  if (register) return [{ header: nameHeader(header), kind: 'text', read: readerOf(column), namesOf: register }];
  if (!names) return [];
  const read = readerOf(column);
  const nameOf = (value: unknown): unknown => (Array.isArray(value) ? value.map((one) => names.get(one) ?? one) : names.get(value));
  return [{ header: nameHeader(header), kind: 'text', read: (row) => nameOf(read(row)) }];
}
