import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChangesQuery, Code, IsAreaCode, Nested, OfRegister, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional, ValidateBy, type ValidationArguments } from 'class-validator';
import { BOUNDARY_TYPES, type Boundary, MOST_POINTS } from './area-boundary.js';

const SQUARE = [
  [
    [131.012, 45.768],
    [131.022, 45.768],
    [131.022, 45.776],
    [131.012, 45.776],
    [131.012, 45.768],
  ],
];
/** No list can have more than there may be points. */
const LIST = { type: 'array', maxItems: MOST_POINTS } as const;
const NUMBERS = { ...LIST, items: { ...LIST, items: { ...LIST, items: {} } } };

/** Lists in lists down to the positions, one deeper in a MultiPolygon. What they hold is judged by the rules of the noun. */
const isCoordinates = (value: unknown, args?: ValidationArguments): boolean =>
  isDeep(value, (args?.object as Partial<GeometryInput> | undefined)?.type === 'MultiPolygon' ? 3 : 2);
const isDeep = (value: unknown, depth: number): boolean =>
  Array.isArray(value) && (depth === 0 || (value.length > 0 && value.every((one) => isDeep(one, depth - 1))));

const POINT = {
  pattern: /^-?\d{1,3}(?:\.\d{1,15})?,-?\d{1,2}(?:\.\d{1,15})?$/,
  zh: '须为“经度,纬度”，如 131.0159,45.7712',
  en: 'must be a longitude, a comma and a latitude, such as 131.0159,45.7712',
};

const COORDINATES_TEXT = {
  code: 'not_coordinates',
  zh: '须为 GeoJSON 坐标：Polygon 为环的数组，MultiPolygon 为多边形的数组，均不为空',
  en: 'must be coordinates of GeoJSON: a list of rings for a Polygon, a list of polygons for a MultiPolygon, none of them empty',
};

/** 图形. */
export class GeometryInput {
  @ApiProperty({ enum: BOUNDARY_TYPES, example: 'Polygon', description: 'GeoJSON 类型 / GeoJSON type' })
  @IsIn(BOUNDARY_TYPES)
  type: Boundary['type'];

  @ApiProperty({
    ...NUMBERS,
    example: SQUARE,
    description: `WGS84 经度、纬度，环须闭合，最多 ${MOST_POINTS} 点（请求体约 490 点，更多的用文件导入）/ longitude and latitude in rings that close, ${MOST_POINTS} points at most (some 490 in a request; import a file of more)`,
  })
  @ValidateBy({ name: 'coordinates', validator: { validate: isCoordinates } }, { context: COORDINATES_TEXT })
  coordinates: unknown[];
}

/** The `{code}` of an area in an address. */
export class AreaBoundaryParams {
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' })
  @Reference({ max: 64 })
  code: string;
}

/** What is registered of a boundary. */
export class RegisterAreaBoundaryInput {
  @ApiProperty({ type: GeometryInput, description: '边界，WGS84 GeoJSON / the boundary' })
  @Nested(() => GeometryInput)
  geometry: GeometryInput;
}

/** What a map says of a boundary. */
export class AreaBoundaryPropertiesDto {
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' }) code: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: '接续区划；未撤并为空 / where matters of an area that is retired lie now',
  })
  @OfRegister('area')
  successorArea: string | null;
}

/** 图形. */
export class GeometryDto {
  @ApiProperty({ enum: BOUNDARY_TYPES, description: 'GeoJSON 类型 / GeoJSON type' }) type: Boundary['type'];
  @ApiProperty({ ...NUMBERS, example: SQUARE, description: 'WGS84 经度、纬度 / longitude and latitude' })
  coordinates: Boundary['coordinates'];
}

/** 区划边界, a Feature of GeoJSON. */
export class AreaBoundaryDto {
  @ApiProperty({ enum: ['Feature'], description: 'GeoJSON 类型 / GeoJSON type' }) type: 'Feature';
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: AreaBoundaryPropertiesDto, description: '属性 / what it is of' }) properties: AreaBoundaryPropertiesDto;
  @ApiProperty({ type: GeometryDto, description: '边界 / the boundary' }) geometry: GeometryDto;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which boundaries to list. */
export class AreaBoundaryQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / this area and those in it' })
  @IsOptional()
  @IsAreaCode()
  within?: string;
}

/** 坐标. */
export class PointQuery {
  @ApiProperty({ type: String, example: '131.018,45.77', description: 'WGS84 经度,纬度 / longitude, latitude' })
  @Code(POINT)
  point: string;
}

/** An area that a point lies in. */
export class AreaAtDto {
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' }) @OfRegister('area') areaCode: string;
  @ApiProperty({ type: String, example: '学府社区居民委员会', description: '名称 / its name' }) name: string;
}

/** The areas that a point lies in, the widest first, the grid last. */
export class AreasAtDto {
  @ApiProperty({ type: [AreaAtDto], description: '由大到小 / the widest first' }) items: AreaAtDto[];
}
