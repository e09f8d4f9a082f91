import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { EntityClass } from './data-source.js';

/** SQL text and its parameters, `$1` being the first. */
export interface Sql {
  readonly text: string;
  readonly params: readonly unknown[];
}

interface Column {
  readonly property: string;
  readonly name: string;
  readonly json: boolean;
}

/** What building SQL needs of TypeORM's metadata. Made once for each entity. */
interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly byProperty: ReadonlyMap<string, Column>;
  readonly select: string;
  /** Inserts by the columns that they fill, as `+` and `-`. */
  readonly inserts: Map<string, Insert>;
  /** Columns for hand-written reads, by the table's alias. */
  readonly aliased: Map<string, string>;
}

interface Insert {
  readonly text: string;
  readonly columns: readonly Column[];
}

const tables = new WeakMap<EntityMetadata, Table>();

function tableOf<E extends ObjectLiteral>(dataSource: DataSource, entity: EntityClass<E>): Table {
  const metadata = dataSource.getMetadata(entity);
  const known = tables.get(metadata);
  if (known) return known;
  const columns = metadata.columns.map((column) => ({
    property: column.propertyName,
    name: column.databaseName,
    json: column.type === 'jsonb' || column.type === 'json',
  }));
  const table = {
    name: metadata.tableName,
    columns,
    byProperty: new Map(columns.map((column) => [column.property, column])),
    select: columns.map((column) => `"${column.name}" as "${column.property}"`).join(', '),
    inserts: new Map<string, Insert>(),
    aliased: new Map<string, string>(),
  };
  tables.set(metadata, table);
  return table;
}

const columnOf = (table: Table, property: string): Column => {
  const column = table.byProperty.get(property);
  if (!column) throw new Error(`${table.name} has no column for ${property}`);
  return column;
};

const toParam = (column: Column, value: unknown): unknown => (column.json && value !== null ? JSON.stringify(value) : value);

/** A column whose property is undefined gets its default. */
export function insertSql<E extends ObjectLiteral>(dataSource: DataSource, entity: EntityClass<E>, row: Partial<E>): Sql {
  const table = tableOf(dataSource, entity);
  let shape = '';
  for (const { property } of table.columns) shape += row[property] === undefined ? '-' : '+';
  const { text, columns } = table.inserts.get(shape) ?? addInsert(table, shape);
  return { text, params: columns.map((column) => toParam(column, row[column.property])) };
}

/** The text is kept: making it costs more than the rest of the call, and the code has few ways to insert. */
function addInsert(table: Table, shape: string): Insert {
  const columns = table.columns.filter((_, i) => shape[i] === '+');
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const insert = { text: `insert into ${table.name} (${names}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`, columns };
  table.inserts.set(shape, insert);
  return insert;
}

/** Changes one row if it still has the version that was read, and raises the version by `steps`. */
export function updateSql<E extends ObjectLiteral>(
  dataSource: DataSource,
  entity: EntityClass<E>,
  key: { id: string; version: number },
  changes: Partial<E>,
  steps: number,
): Sql {
  const table = tableOf(dataSource, entity);
  const changed = Object.keys(changes).filter((property) => changes[property] !== undefined && property !== 'id' && property !== 'version');
  const sets = changed.map((property, i) => `"${columnOf(table, property).name}" = $${i + 3}`);
  return {
    text: `update ${table.name} set ${[...sets, `version = version + ${steps}`].join(', ')} where id = $1 and version = $2`,
    params: [key.id, key.version, ...changed.map((property) => toParam(columnOf(table, property), changes[property]))],
  };
}

/** Locks a row until the end of the transaction. */
export function lockSql<E extends ObjectLiteral>(dataSource: DataSource, entity: EntityClass<E>, id: string): Sql {
  return { text: `select from ${tableOf(dataSource, entity).name} where id = $1 for update`, params: [id] };
}

/** Rows equal to `where` in every given property. */
export function selectSql<E extends ObjectLiteral>(dataSource: DataSource, entity: EntityClass<E>, where: Partial<E>): Sql {
  const table = tableOf(dataSource, entity);
  const properties = Object.keys(where);
  const conditions = properties.map((property, i) => `"${columnOf(table, property).name}" = $${i + 1}`);
  return {
    text: `select ${table.select} from ${table.name}${conditions.length ? ` where ${conditions.join(' and ')}` : ''}`,
    params: properties.map((property) => where[property]),
  };
}

/** `"area_code" as "areaCode", …` for hand-written reads, with the table's alias if there is one. */
export function columnsOf<E extends ObjectLiteral>(dataSource: DataSource, entity: EntityClass<E>, alias?: string): string {
  const table = tableOf(dataSource, entity);
  if (!alias) return table.select;
  const known = table.aliased.get(alias);
  if (known) return known;
  const columns = table.columns.map((column) => `${alias}."${column.name}" as "${column.property}"`).join(', ');
  table.aliased.set(alias, columns);
  return columns;
}

/** `select … from <table> <alias>`, with more columns besides those of the entity. */
export function selectOf<E extends ObjectLiteral>(dataSource: DataSource, entity: EntityClass<E>, alias: string, more?: string): string {
  const columns = columnsOf(dataSource, entity, alias);
  return `select ${more ? `${columns}, ${more}` : columns} from ${tableOf(dataSource, entity).name} ${alias}`;
}

/** The column of a property. */
export const columnNameOf = <E extends ObjectLiteral>(dataSource: DataSource, entity: EntityClass<E>, property: string): string =>
  columnOf(tableOf(dataSource, entity), property).name;
