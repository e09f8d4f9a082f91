import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EMERGENCY_NUMBERS, type EmergencyNumber } from '@zero-distance/contracts';
import { CATEGORY_CODE, ChangesQuery, Code, Line, List, PublicText } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';

export const CATEGORY_PREFIX = { pattern: /^\d{1,6}$/, zh: '必须是至多 6 位数字', en: 'must be up to six digits' };

/** The `{code}` of a category in an address. */
export class CategoryParams {
  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码 / category code' })
  @Code(CATEGORY_CODE)
  code: string;
}

/** What is registered of a category. */
export class RegisterCategoryInput {
  @ApiProperty({ type: String, example: '路灯照明', description: '名称 / its name' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['路灯', '灯不亮'],
    description: '居民常用的说法，供受理人员查找；不填即没有 / what residents call it, for clerks to find it by; none when left out',
  })
  @IsOptional()
  @PublicText()
  @List({ max: 30, unique: true })
  @Line({ max: 40, each: true })
  synonyms?: string[];

  @ApiPropertyOptional({
    enum: EMERGENCY_NUMBERS,
    example: '119',
    description:
      '紧急类别应拨打的电话：受理时即告知来电人，不派工单；不填即不是紧急类别 / of an emergency, the number the caller is told at once instead of opening an order; none when left out',
  })
  @IsOptional()
  @IsIn(EMERGENCY_NUMBERS)
  emergencyNumber?: EmergencyNumber;
}

/** 诉求类别. */
export class CategoryDto {
  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码，每级 2 位 / six digits, two a level' }) code: string;
  @ApiProperty({ type: String, example: '路灯照明', description: '名称 / its name' }) name: string;
  @ApiProperty({ type: [String], example: ['路灯', '灯不亮'], description: '居民常用的说法 / what residents call it' })
  synonyms: readonly string[];
  @ApiProperty({ type: String, enum: EMERGENCY_NUMBERS, nullable: true, description: '紧急电话 / the emergency number' })
  emergencyNumber: EmergencyNumber | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which categories to list. */
export class CategoryQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '01', description: '代码前缀 / code prefix' })
  @IsOptional()
  @Code(CATEGORY_PREFIX)
  prefix?: string;
}
