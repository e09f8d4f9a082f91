import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChangesQuery, Code, IsAccount, IsAreaCode, Line, OfRegister, PublicText, Whole } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { TELEPHONE_LINE } from '../telephone-line.js';
import { GRID_KINDS, type GridKind } from './grid.js';

const GRID_CODE = { pattern: /^\d{15}$/, zh: '须为 15 位网格代码', en: 'must be the 15 digits of a grid' };
const PHONE = '公示的工作电话，不得填私人号码 / the line that is posted, never a private number';

/** The `{code}` of a grid in an address. */
export class GridParams {
  @ApiProperty({ type: String, example: '230903011001001', description: '15 位网格代码 / the 15 digits of the grid' })
  @Code(GRID_CODE)
  code: string;
}

/** What is registered of a grid. It is posted in public, so nothing of it is private. */
export class RegisterGridInput {
  @ApiProperty({ enum: GRID_KINDS, example: 'basic', description: '网格类别 / kind' })
  @IsIn(GRID_KINDS)
  kind: GridKind;

  @ApiPropertyOptional({
    type: String,
    example: '0190a5c0-7c1e-7000-8000-0000000000aa',
    description: '网格员账号（令牌的 sub）/ the account of the grid worker, the `sub` of its tokens',
  })
  @IsOptional()
  @IsAccount()
  workerAccountId?: string;

  @ApiProperty({ type: String, example: '李网格', description: '网格员，公示姓名 / the grid worker’s name, as it is posted' })
  @PublicText()
  @Line({ max: 50 })
  workerName: string;

  @ApiProperty({ type: String, example: '0464-8390001', description: PHONE })
  @Code(TELEPHONE_LINE)
  phone: string;

  @ApiProperty({ type: String, example: '0464-8390012', description: '监督电话 / the line for complaints about the grid' })
  @Code(TELEPHONE_LINE)
  supervisionPhone: string;

  @ApiPropertyOptional({ type: 'integer', example: 12, description: '楼栋数 / buildings' })
  @IsOptional()
  @Whole({ min: 0, max: 100_000 })
  buildings?: number;

  @ApiPropertyOptional({ type: 'integer', example: 360, description: '户数 / households' })
  @IsOptional()
  @Whole({ min: 0, max: 1_000_000 })
  households?: number;
}

/** 网格卡: what is posted of a grid. */
export class GridCardDto {
  @ApiProperty({ type: String, example: '230903011001001', description: '网格代码 / code of the grid' }) code: string;
  @ApiProperty({ type: String, example: '学府社区第一网格', description: '网格名称 / its name' }) name: string;
  @ApiProperty({ type: String, example: '学府社区居民委员会', description: '所在社区或村 / the community or village it is in' })
  community: string;
  @ApiProperty({ enum: GRID_KINDS, example: 'basic', description: '网格类别 / kind' }) kind: GridKind;
  @ApiProperty({ type: String, example: '李网格', description: '网格员 / the grid worker' }) workerName: string;
  @ApiProperty({ type: String, example: '0464-8390001', description: '工作电话 / its line' }) phone: string;
  @ApiProperty({ type: String, example: '0464-8390012', description: '监督电话 / the line for complaints' }) supervisionPhone: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 12, description: '楼栋数 / buildings' }) buildings: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 360, description: '户数 / households' }) households: number | null;
}

/** 网格. */
export class GridDto {
  @ApiProperty({ type: String, example: '230903011001001', description: '网格代码 / code of the grid' })
  @OfRegister('area')
  code: string;
  @ApiProperty({ enum: GRID_KINDS, example: 'basic', description: '网格类别 / kind' }) kind: GridKind;
  @ApiProperty({ type: String, nullable: true, description: '网格员账号 / account of the grid worker' }) workerAccountId: string | null;
  @ApiProperty({ type: String, example: '李网格', description: '网格员 / the grid worker' }) workerName: string;
  @ApiProperty({ type: String, example: '0464-8390001', description: '工作电话 / its line' }) phone: string;
  @ApiProperty({ type: String, example: '0464-8390012', description: '监督电话 / the line for complaints' }) supervisionPhone: string;
  @ApiProperty({ type: 'integer', nullable: true, example: 12, description: '楼栋数 / buildings' }) buildings: number | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 360, description: '户数 / households' }) households: number | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which grids to list. */
export class GridQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划内的 / those in this area' })
  @IsOptional()
  @IsAreaCode()
  within?: string;
}
