import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ChangesQuery,
  Code,
  InRegister,
  Instant,
  InternalText,
  IsAreaCode,
  IsCategoryCode,
  OfRegister,
  Words,
} from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { HandlersInput } from '../reference.dto.js';

/** How an entry names categories by their first digits. */
export const CATEGORY_PREFIX = { pattern: /^(\d{2}){0,3}$/, zh: '须为 0、2、4 或 6 位数字', en: 'must be 0, 2, 4 or 6 digits' };
/** How an entry names areas by their first digits. */
export const AREA_PREFIX = {
  pattern: /^(\d{6}(\d{3}){0,3})?$/,
  zh: '须为 6、9、12 或 15 位区划代码',
  en: 'must be an area code of 6, 9, 12 or 15 digits',
};

/** What an entry is to say. */
export class ResponsibilityInput extends HandlersInput {
  @ApiProperty({ description: '类别前缀，空为不限 / category prefix; empty is any', example: '010204' })
  @InRegister('category')
  @Code(CATEGORY_PREFIX)
  categoryPrefix: string;

  @ApiProperty({ description: '区域前缀，空为不限 / area prefix; empty is everywhere', example: '230903' })
  @InRegister('area', { retired: 'kept' })
  @Code(AREA_PREFIX)
  areaPrefix: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: '生效时间，默认即时 / in effect from; now when left out',
    example: '2026-01-01T00:00:00+08:00',
  })
  @IsOptional()
  @Instant()
  effectiveFrom?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: '失效时间（不含） / in effect until, exclusive',
    example: '2030-01-01T00:00:00+08:00',
  })
  @IsOptional()
  @Instant()
  effectiveTo?: string;

  @ApiPropertyOptional({ description: '依据或备注 / its ground, or a note', example: '三定规定' })
  @InternalText()
  @IsOptional()
  @Words({ max: 500 })
  note?: string;
}

/** 职责清单条目: one version of it. */
export class ResponsibilityDto {
  @ApiProperty({ format: 'uuid', description: '该版本的 id / id of this version' }) id: string;
  @ApiProperty({ description: '条目代码 / its code', example: 'street-lamps' }) code: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ example: '0102', description: '类别前缀 / category prefix' })
  @OfRegister('category')
  categoryPrefix: string;
  @ApiProperty({ example: '230903', description: '区域前缀 / area prefix' })
  @OfRegister('area')
  areaPrefix: string;
  @ApiProperty({ example: 'housing-bureau', description: '主办单位代码 / code of the lead organisation' })
  @OfRegister('organisation')
  leadOrganisation: string;
  @ApiProperty({ type: [String], description: '协办单位代码 / codes of the co-handlers' }) coOrganisations: string[];
  @ApiProperty({ format: 'date-time', description: '生效时间 / in effect from' }) effectiveFrom: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '失效时间（不含） / in effect until, exclusive' })
  effectiveTo: string | null;
  @ApiProperty({ type: String, nullable: true, description: '依据或备注 / its ground, or a note' }) note: string | null;
}

/** What the list can be ordered by. */
const RESPONSIBILITY_SORTS = ['code', 'newest'] as const;

/** Which entries to list. */
export class ResponsibilityQuery extends ChangesQuery {
  @ApiPropertyOptional({
    type: String,
    example: '010203',
    description: '只列类别前缀恰为此的条目，如已停用类别的 / only entries that name exactly these digits, as of a category that is retired',
  })
  @IsOptional()
  @Code(CATEGORY_PREFIX)
  categoryPrefix?: string;

  @ApiPropertyOptional({
    type: String,
    example: '230903011',
    description: '只列此区划及其下级的 / only those of this area and what lies in it',
  })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    enum: RESPONSIBILITY_SORTS,
    default: 'code',
    description: '排序：code 按代码和版本；newest 最近规定的在前 / by code and version, or what was set last first',
  })
  @IsOptional()
  @IsIn(RESPONSIBILITY_SORTS)
  sort?: (typeof RESPONSIBILITY_SORTS)[number];
}

/** The matter to try the list with. */
export class MatchQuery {
  @ApiProperty({ description: '类别 / category, 2+2+2 digits', example: '010203' })
  @IsCategoryCode()
  categoryCode: string;

  @ApiProperty({ description: '区域 / area', example: '230903011001' })
  @IsAreaCode()
  areaCode: string;
}

/** An entry that covers the matter, and why it is followed or not. */
export class ConsideredEntryDto extends ResponsibilityDto {
  @ApiProperty({ description: '说明（中文）' }) zh: string;
  @ApiProperty({ description: 'explanation in English' }) en: string;
}

/** 试派结果: who would be given the matter, and why. */
export class MatchDto {
  @ApiProperty({
    nullable: true,
    type: ResponsibilityDto,
    description: '据以派单的条目；没有则由派单员指定 / the entry followed; none: a dispatcher designates',
  })
  followed: ResponsibilityDto | null;
  @ApiProperty({ type: [ConsideredEntryDto], description: '所有适用的条目，贴近者在前 / every entry that covers it, closest first' })
  considered: ConsideredEntryDto[];
}
