import { SetMetadata, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Actor } from '@zero-distance/kernel';
import { ACCESS_TABLE, type AccessName } from '../access/access.js';
import type { AccessRow } from '../access/access-row.js';
import { ACCESS } from '../auth/auth.decorators.js';

const IMPORTABLE = 'zero-distance:importable';

/** What an import has to know that its operation does not say. */
interface ImportableOptions {
  /** What the register is called in `/imports`. */
  readonly register: string;
  /** The DTO of its list: an exported file has the headers of its members, and can come back. */
  readonly list: Type;
  /** Its files are GeoJSON, whose features have a `geometry`, and no tables. */
  readonly isOnMaps?: boolean;
  /** Rows of one transaction; 1 where a row is decided by what those before it have committed. */
  readonly together?: number;
  /** What a row is called is kept by its register as a hash at most: the import does not keep it either once the row is settled. */
  readonly isKeySecret?: boolean;
  /** The keys of the rows of the same register that a row needs, by its own key and what the file says of it; those above it first. */
  readonly needs?: (key: string, sent: Readonly<Record<string, unknown>>) => readonly string[];
  /** Its rows say who somebody is: they wait sealed, and what a row is called is not kept. No row needs another. */
  readonly ofPeople?: boolean;
  /** Members of the body that no two rows of a file say the same of. */
  readonly once?: readonly string[];
}

/**
 * The operation registers one row, and a file of them can be imported: each row goes through this very operation, with its rules, its history and its
 * events. What a row is called comes from its `@Param`, what it says from its `@Body`; the caller is its first parameter.
 */
export const Importable = (options: ImportableOptions): MethodDecorator => SetMetadata(IMPORTABLE, options);

/** A register whose rows can be imported. */
export interface ImportedRegister extends ImportableOptions {
  readonly access: AccessRow;
  /** The DTO of the key; absent where rows have none. */
  readonly key: Type | undefined;
  readonly input: Type;
  /** The register's operation. */
  put(actor: Actor, row: ImportedRow): Promise<{ readonly version: number }>;
}

/** One row, as its register's operation takes it. */
interface ImportedRow {
  readonly key: object | undefined;
  readonly input: object;
}

type Operation = (...parameters: unknown[]) => Promise<{ readonly version: number }>;

/** The register behind a method of a controller, if its rows can be imported. */
export function importedRegister(controller: object, method: string): ImportedRegister | undefined {
  const operation = (controller as Record<string, Operation>)[method] as Operation;
  const options: ImportableOptions | undefined = Reflect.getMetadata(IMPORTABLE, operation);
  if (!options) return undefined;
  const name: AccessName = Reflect.getMetadata(ACCESS, operation);
  const places = placesOf(controller, method);
  const types: Type[] = Reflect.getMetadata('design:paramtypes', controller, method);
  if (places.body === undefined) throw new Error(`${options.register} cannot be imported: its operation takes no body`);
  const { key: keyAt, body } = places;
  return {
    ...options,
    access: ACCESS_TABLE[name],
    key: keyAt === undefined ? undefined : types[keyAt],
    input: types[body] as Type,
    put(actor, { key, input }) {
      const parameters: unknown[] = [actor];
      if (keyAt !== undefined) parameters[keyAt] = key;
      parameters[body] = input;
      return operation.apply(controller, parameters);
    },
  };
}

/** Where a method takes its path's parameters and its body. */
function placesOf(controller: object, method: string): { readonly key?: number; readonly body?: number } {
  const parameters: object = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller.constructor, method) ?? {};
  const placeOf = (type: RouteParamtypes): number | undefined => {
    const found = Object.entries(parameters).find(([name]) => name.startsWith(`${type}:`));
    return (found?.[1] as { readonly index: number } | undefined)?.index;
  };
  return { key: placeOf(RouteParamtypes.PARAM), body: placeOf(RouteParamtypes.BODY) };
}
