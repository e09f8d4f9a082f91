import type { Type } from '@nestjs/common';
import { type CodeTable, codeTableOf, type Register } from '@zero-distance/kernel';
import { REGISTER_EXTENSION } from '../validation/in-register.js';
import { LIMIT_EXTENSION } from '../validation/typed.js';

/** Where `@ApiProperty` keeps what it was told. Nest Swagger exports no name for them; a test sees when they change. */
const MEMBERS = 'swagger/apiModelPropertiesArray';
const MEMBER = 'swagger/apiModelProperties';

/** What a cell holds, as a spreadsheet understands it. */
export type CellKind = 'text' | 'number' | 'boolean' | 'moment';

/** What `@ApiProperty` says of a member. */
interface MemberMetadata {
  readonly type?: unknown;
  readonly isArray?: boolean;
  readonly enum?: readonly unknown[];
  /** Where Nest Swagger puts the words of a list. */
  readonly items?: { readonly enum?: readonly unknown[] };
  readonly format?: string;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly description?: string;
  readonly example?: unknown;
  readonly required?: boolean;
  /** Of which register its codes are. */
  readonly [REGISTER_EXTENSION]?: Register;
  readonly [LIMIT_EXTENSION]?: boolean;
}

/** One member of a DTO as a column of a file, whether the file leaves or comes in. */
export interface DtoColumn {
  /** In Chinese and in English, from the description of the DTO's member. */
  readonly header: string;
  /** The member's name, behind those of the DTOs that it is nested in. */
  readonly path: readonly [string, ...string[]];
  readonly kind: CellKind;
  readonly isList: boolean;
  /** Of a code: the names of its words. */
  readonly names: ReadonlyMap<unknown, string> | undefined;
  /** Of a code of a register: which register. */
  readonly register: Register | undefined;
  readonly member: MemberMetadata;
}

/** What the caller may do next is for a screen: it is out of date in a file. The stages of a matter say its other members again in sentences. */
const FOR_SCREENS = new Set(['actions', 'stages']);

/**
 * The columns of these DTOs, read from what OpenAPI is told of them: so a room has its files without a word of its own, and a new member is a
 * new column. Members of a nested DTO become columns of their own.
 */
export function dtoColumns(dto: Type): DtoColumn[] {
  return membersOf(dto).flatMap(({ name, member }) => columnsOf(member, name));
}

/** Whether such a DTO is a Feature of GeoJSON (RFC 7946): its type says so. */
export const isFeature = (dto: Type): boolean =>
  membersOf(dto).some(({ name, member }) => name === 'type' && member.enum?.length === 1 && member.enum[0] === 'Feature');

function membersOf(dto: Type): { readonly name: string; readonly member: MemberMetadata }[] {
  const names: readonly string[] = Reflect.getMetadata(MEMBERS, dto.prototype) ?? [];
  return names
    .map((name) => name.replace(/^:/, ''))
    .map((name) => ({ name, member: Reflect.getMetadata(MEMBER, dto.prototype, name) as MemberMetadata }));
}

function columnsOf(member: MemberMetadata, name: string): DtoColumn[] {
  if (FOR_SCREENS.has(name) || isConstant(member)) return [];
  const header = headerOf(member.description, name);
  const nested = nestedDtoOf(member);
  if (nested) {
    return dtoColumns(nested).map((column) => ({
      ...column,
      header: joinHeaders(header, column.header),
      path: [name, ...column.path],
    }));
  }
  const words = member.enum ?? member.items?.enum;
  const table = words && codeTableOf(words);
  const isList = member.isArray === true || Array.isArray(member.type);
  return [
    { header, path: [name], kind: kindOf(member), isList, names: table && namesIn(table), register: member[REGISTER_EXTENSION], member },
  ];
}

const namesIn = ({ items }: CodeTable): Map<unknown, string> =>
  new Map(items.map(({ code, zh, en }) => [code, zh === en ? zh : `${zh} ${en}`]));

const isConstant = ({ enum: words }: MemberMetadata): boolean => words?.length === 1;

/** `状态 / state`: what stands before the first explanation, in either language. */
function headerOf(description: string | undefined, name: string): string {
  const [zh = '', ...en] = (description ?? '').split(' / ');
  const short = [zh.split(/[；：，。（]/)[0], en.join(' / ').split(/[;:,.(]/)[0]].map((text) => text?.trim()).filter(Boolean);
  return short.join(' / ') || name;
}

/** The header of the column with the name of a code. */
export const nameHeader = (header: string): string => joinHeaders(header, '名称 / name');

/** The header of a column within another. */
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
