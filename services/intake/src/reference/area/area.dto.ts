import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AREA_COMPARISON_TYPES, type AreaComparisonType } from '@zero-distance/contracts';
import { AREA_KINDS, type AreaKind } from '@zero-distance/kernel';
import { ChangesQuery, IsAreaCode, Line, OfRegister, PublicText, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';

/** The `{code}` of an area in an address. */
export class AreaParams {
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' })
  @Reference({ max: 64 })
  code: string;
}

/** What is registered of an area. */
export class RegisterAreaInput {
  @ApiProperty({ type: String, example: '学府社区居民委员会', description: '名称 / its name' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ enum: AREA_KINDS, example: 'residents_committee', description: '类型，须与区划代码相符 / what it is, as its code says' })
  @IsIn(AREA_KINDS)
  kind: AreaKind;

  @ApiPropertyOptional({
    enum: AREA_COMPARISON_TYPES,
    example: 'old-estate',
    description: '同类比较的类型 / areas are compared only within this type',
  })
  @IsOptional()
  @IsIn(AREA_COMPARISON_TYPES)
  comparisonType?: AreaComparisonType;

  @ApiProperty({ type: String, example: 'NBS-2023', description: '区划代码版本 / edition of the code table' })
  @Line({ max: 32 })
  edition: string;
}

/** 撤并. */
export class RetireAreaInput {
  @ApiProperty({
    type: String,
    example: '230903011002',
    description: '并入的区划，须在用且同级 / the area that it goes into, in use and of the same level',
  })
  @IsAreaCode()
  successorArea: string;
}

/** 区划. */
export class AreaDto {
  @ApiProperty({ format: 'uuid', description: '编号 / id' }) id: string;
  @ApiProperty({ type: String, example: '230903011001', description: '区划代码 / area code' }) code: string;
  @ApiProperty({ type: String, example: '学府社区居民委员会', description: '名称 / its name' }) name: string;
  @ApiProperty({ enum: AREA_KINDS, description: '类型 / what it is' }) kind: string;
  @ApiProperty({
    enum: AREA_COMPARISON_TYPES,
    nullable: true,
    type: String,
    description: '同类比较的类型 / areas are compared only within this type',
  })
  comparisonType: AreaComparisonType | null;
  @ApiProperty({ type: String, example: 'NBS-2023', description: '区划代码版本 / edition of the code table' }) edition: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '撤并时间，在用则为空 / since when it is no more' })
  retiredAt: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: '并入的区划 / the area that it went into' })
  @OfRegister('area')
  successorArea: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which areas to list. */
export class AreaQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / this area and those in it' })
  @IsOptional()
  @IsAreaCode()
  within?: string;
}
