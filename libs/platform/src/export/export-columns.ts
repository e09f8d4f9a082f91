import type { Type } from '@nestjs/common';
import { type CodeTable, codeTableOf } from '@zero-distance/kernel';

/** Where `@ApiProperty` keeps what it was told. Nest Swagger exports no name for them; a test sees when they change. */
const MEMBERS = 'swagger/apiModelPropertiesArray';
const MEMBER = 'swagger/apiModelProperties';

/** What a cell holds, as a spreadsheet understands it. */
export type CellKind = 'text' | 'number' | 'boolean' | 'moment';

/** One column of an exported list. */
export interface ExportColumn {
  /** In Chinese and in English, from the description of the DTO's member. */
  readonly header: string;
  readonly kind: CellKind;
  /** The value in one row; undefined where there is none. */
  readonly read: (row: unknown) => unknown;
}

/** What `@ApiProperty` says of a member. */
interface MemberMetadata {
  readonly type?: unknown;
  readonly isArray?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly description?: string;
}

/** What the caller may do next is for a screen: it is out of date in a file. */
const FOR_SCREENS = new Set(['actions']);

/**
 * The columns of a list of these DTOs, read from what OpenAPI is told of them: so a room has its export without a word of its own, and a
 * new member is a new column. Members of a nested DTO become columns of their own.
 */
export function exportColumns(dto: Type): ExportColumn[] {
  const names: readonly string[] = Reflect.getMetadata(MEMBERS, dto.prototype) ?? [];
  return names.map((name) => name.replace(/^:/, '')).flatMap((name) => columnsOf(dto, name));
}

function columnsOf(dto: Type, name: string): ExportColumn[] {
  const member: MemberMetadata = Reflect.getMetadata(MEMBER, dto.prototype, name);
  if (FOR_SCREENS.has(name) || isConstant(member)) return [];
  const header = headerOf(member.description, name);
  const get = (row: unknown): unknown => (row as Record<string, unknown> | null | undefined)?.[name];
  const nested = nestedDtoOf(member);
  if (!nested) return [{ header, kind: kindOf(member), read: get }, ...nameColumn(header, member, get)];
  return exportColumns(nested).map((column) => ({
    ...column,
    header: joinHeaders(header, column.header),
    read: (row) => column.read(get(row)),
  }));
}

/** Beside a code the name it has, for people; nothing beside a word that this version does not know. */
function nameColumn(header: string, { enum: words }: MemberMetadata, get: ExportColumn['read']): ExportColumn[] {
  const table = words && codeTableOf(words);
  if (!table) return [];
  const names = namesIn(table);
  return [{ header: joinHeaders(header, '名称 / name'), kind: 'text', read: (row) => names.get(get(row)) }];
}

const namesIn = ({ items }: CodeTable): Map<unknown, string> =>
  new Map(items.map(({ code, zh, en }) => [code, zh === en ? zh : `${zh} ${en}`]));

const isConstant = ({ enum: words }: MemberMetadata): boolean => words?.length === 1;

/** `状态 / state`: what stands before the first explanation, in either language. */
function headerOf(description: string | undefined, name: string): string {
  const [zh = '', ...en] = (description ?? '').split(' / ');
  const short = [zh.split(/[；，。（]/)[0], en.join(' / ').split(/[;:,.(]/)[0]].map((text) => text?.trim()).filter(Boolean);
  return short.join(' / ') || name;
}

function joinHeaders(outer: string, inner: string): string {
  const [outerZh, outerEn] = outer.split(' / ');
  const [innerZh, innerEn] = inner.split(' / ');
  return outerEn && innerEn ? `${outerZh}${innerZh} / ${outerEn}: ${innerEn}` : `${outer}: ${inner}`;
}

/** The class of one nested DTO. Several in a row are no columns: they stay one cell. */
function nestedDtoOf({ type, isArray }: MemberMetadata): Type | undefined {
  if (isArray) return undefined;
  const [one] = [type].flat();
  if (typeof one !== 'function') return undefined;
  const known = Reflect.hasMetadata(MEMBERS, one.prototype ?? {});
  return known ? (one as Type) : undefined;
}

function kindOf({ type, isArray, format }: MemberMetadata): CellKind {
  const [one] = [type].flat();
  if (isArray) return 'text';
  if (format === 'date-time') return 'moment';
  if (one === 'integer' || one === 'number' || one === Number) return 'number';
  return one === 'boolean' || one === Boolean ? 'boolean' : 'text';
}
