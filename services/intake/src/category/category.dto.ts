import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery, PublicText } from '@zero-distance/platform';
import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

/** What is registered of a category. */
export class RegisterCategoryDto {
  @ApiProperty({ type: String, example: '路灯照明', description: '名称 / its name' })
  @PublicText()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name: string;
}

/** 诉求类别. */
export class CategoryDto {
  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码，每级 2 位 / six digits, two a level' }) code: string;
  @ApiProperty({ type: String, example: '路灯照明', description: '名称 / its name' }) name: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which categories to list. */
export class CategoryQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: '01', description: '代码前缀 / code prefix' })
  @IsOptional()
  @Matches(/^\d{0,6}$/)
  prefix?: string;
}
