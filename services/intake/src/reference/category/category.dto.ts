import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { EMERGENCY_NUMBERS, type EmergencyNumber, EVIDENCE, type Evidence } from '@zero-distance/contracts';
import { CATEGORY_CODE, ChangesQuery, Code, IsCategoryCode, Line, List, OfRegister, PublicText } from '@zero-distance/platform';
import { IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';

export const CATEGORY_PREFIX = { pattern: /^\d{1,6}$/, zh: '必须是至多 6 位数字', en: 'must be up to six digits' };
const SCHEME = {
  pattern: /^[a-z0-9][a-z0-9.-]{0,39}$/,
  zh: '必须是小写字母、数字、点或连字符',
  en: 'must be of small letters, digits, dots and hyphens',
};
const CONFUSABLE = /^\d{6} \S/;
const CONFUSABLE_SAID = { zh: '必须是 6 位类别代码、空格和判断问题', en: 'must be a category code, a space and the question that decides' };
const GB_TYPE = { pattern: /^\d{5}$/, zh: '必须是 5 位数字', en: 'must be five digits' };
const SERVICE_CODE = {
  pattern: /^[A-Za-z0-9_.-]{1,40}$/,
  zh: '必须是字母、数字、点、下划线或连字符',
  en: 'must be of letters, digits, dots, underscores and hyphens',
};

/** The `{code}` of a category in an address. */
export class CategoryParams {
  @ApiProperty({ type: String, example: '010203', description: '6 位类别代码 / category code' })
  @Code(CATEGORY_CODE)
  code: string;
}

/** The `{code}` of the one that is retired. */
export class RetiredCategoryParams {
  @ApiProperty({ type: String, example: '010304', description: '将停用的类别代码 / code of the category that is to be used no more' })
  @Code(CATEGORY_CODE)
  code: string;
}

/** 停用: what is filed under it from now on. */
export class RetireCategoryInput {
  @ApiProperty({ type: String, example: '010306', description: '替代类别，须在用 / the category used instead, which must be in use' })
  @IsCategoryCode()
  successorCategory: string;
}

/** What is registered of a category. What is left out is empty. */
export class RegisterCategoryInput {
  @ApiProperty({ type: String, example: '路灯照明', description: '名称 / its name' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiPropertyOptional({
    type: String,
    example: 'district',
    default: 'district',
    description: '编码体系：本区自编，或所采用的标准 / the scheme that the code is of: the district’s own, or a standard',
  })
  @IsOptional()
  @Code(SCHEME)
  scheme?: string;

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

  @ApiPropertyOptional({ type: [String], example: ['电杆灯'], description: '本地叫法 / what it is called here and nowhere else' })
  @IsOptional()
  @PublicText()
  @List({ max: 30, unique: true })
  @Line({ max: 40, each: true })
  localNames?: string[];

  @ApiPropertyOptional({ type: [String], example: ['楼道灯归物业服务'], description: '不属于本类的情形 / what does not belong here' })
  @IsOptional()
  @PublicText()
  @List({ max: 30, unique: true })
  @Line({ max: 100, each: true })
  exclusions?: string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['010204 灯亮着，是灯杆歪了吗？'],
    description: '易混淆类别：代码、空格、判断问题 / confusable neighbours: code, space, the question that decides between the two',
  })
  @IsOptional()
  @PublicText()
  @List({ max: 10, unique: true })
  @Line({ max: 160, each: true })
  @Matches(CONFUSABLE, { each: true, context: CONFUSABLE_SAID })
  confusables?: string[];

  @ApiPropertyOptional({ type: String, example: '有可查找的地点', description: '立案条件 / when a request is filed under it' })
  @IsOptional()
  @PublicText()
  @Line({ max: 300 })
  filingConditions?: string;

  @ApiPropertyOptional({ type: String, example: '夜间亮灯，附修复后照片', description: '结案条件 / when what is filed under it is done' })
  @IsOptional()
  @PublicText()
  @Line({ max: 300 })
  closingConditions?: string;

  @ApiPropertyOptional({
    enum: EVIDENCE,
    isArray: true,
    example: ['photo'],
    description:
      '结案应附的材料：答复“已解决”时须有；发现人复核只须附照片 / what a reply that it is solved has to show; of who found it a photo is enough',
  })
  @IsOptional()
  @List({ max: EVIDENCE.length, unique: true })
  @IsIn(EVIDENCE, { each: true })
  requiredEvidence?: Evidence[];

  @ApiPropertyOptional({
    type: Boolean,
    example: false,
    default: false,
    description:
      '结案前由发现人复核：网格员自行发现上报的，反馈后由其复核 / whether a grid worker who found it looks again before it is closed',
  })
  @IsOptional()
  @IsBoolean()
  finderRechecks?: boolean;

  @ApiPropertyOptional({ type: String, example: '00000', description: 'GB/T 47678.5 部件类型 / type of component in GB/T 47678.5' })
  @IsOptional()
  @Code(GB_TYPE)
  componentType?: string;

  @ApiPropertyOptional({ type: String, example: '00000', description: 'GB/T 47678.5 事项类型 / type of matter in GB/T 47678.5' })
  @IsOptional()
  @Code(GB_TYPE)
  matterType?: string;

  @ApiPropertyOptional({ type: String, example: 'street-light', description: 'Open311 服务代码 / service code in Open311' })
  @IsOptional()
  @Code(SERVICE_CODE)
  open311Code?: string;

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
  @ApiProperty({ type: String, example: 'district', description: '编码体系 / the scheme that the code is of' }) scheme: string;
  @ApiProperty({ type: [String], example: ['路灯', '灯不亮'], description: '居民常用的说法 / what residents call it' })
  synonyms: readonly string[];
  @ApiProperty({ type: [String], example: ['电杆灯'], description: '本地叫法 / what it is called here' }) localNames: readonly string[];
  @ApiProperty({ type: [String], example: ['楼道灯归物业服务'], description: '不属于本类的情形 / what does not belong here' })
  exclusions: readonly string[];
  @ApiProperty({
    type: [String],
    example: ['010204 灯亮着，是灯杆歪了吗？'],
    description: '易混淆类别 / confusable neighbours, each with the question that decides',
  })
  confusables: readonly string[];
  @ApiProperty({ type: String, nullable: true, example: '有可查找的地点', description: '立案条件 / when a request is filed under it' })
  filingConditions: string | null;
  @ApiProperty({ type: String, nullable: true, example: '夜间亮灯，附修复后照片', description: '结案条件 / when it is done' })
  closingConditions: string | null;
  @ApiProperty({
    enum: EVIDENCE,
    isArray: true,
    example: ['photo'],
    description: '结案应附的材料 / what a reply that it is solved has to show',
  })
  requiredEvidence: readonly Evidence[];
  @ApiProperty({ type: Boolean, example: false, description: '结案前由发现人复核 / whether who found it looks again before it is closed' })
  finderRechecks: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'GB/T 47678.5 部件类型 / type of component in GB/T 47678.5' })
  componentType: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'GB/T 47678.5 事项类型 / type of matter in GB/T 47678.5' })
  matterType: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'street-light', description: 'Open311 服务代码 / service code in Open311' })
  open311Code: string | null;
  @ApiProperty({ type: String, enum: EMERGENCY_NUMBERS, nullable: true, description: '紧急电话 / the emergency number' })
  emergencyNumber: EmergencyNumber | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '停用时间，在用则为空 / since when it is used no more' })
  retiredAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: '替代类别 / the category used instead of one that is retired' })
  @OfRegister('category')
  successorCategory: string | null;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** Which categories to list. */
export class CategoryQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '01', description: '代码前缀 / code prefix' })
  @IsOptional()
  @Code(CATEGORY_PREFIX)
  prefix?: string;
}
