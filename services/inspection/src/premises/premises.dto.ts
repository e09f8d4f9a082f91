import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChangesQuery, Code, Decimal, InternalText, IsAreaCode, Line, OfRegister } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { CREDIT_CODE } from './credit-code.js';
import { PREMISES_CODE, PREMISES_KINDS, PREMISES_STATUSES, type PremisesKind, type PremisesStatus } from './premises.js';

/** The `{code}` of premises in an address. */
export class PremisesParams {
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码 / code of the premises' })
  @Code(PREMISES_CODE)
  code: string;
}

/** What is registered of premises. */
export class RegisterPremisesInput {
  @ApiProperty({ type: String, example: '学府快餐店', description: '名称 / name' })
  @InternalText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ enum: PREMISES_KINDS, example: 'catering', description: '九小场所类别 / which of the nine kinds' })
  @IsIn(PREMISES_KINDS)
  kind: PremisesKind;

  @ApiProperty({ type: String, example: '230903011001', description: '社区或网格代码 / community or grid' })
  @IsAreaCode({ retired: 'kept' })
  areaCode: string;

  @ApiPropertyOptional({
    type: String,
    example: '92230903MA18XYK92N',
    description: '统一社会信用代码 GB 32100 / unified social credit code',
  })
  @IsOptional()
  @Code(CREDIT_CODE)
  creditCode?: string;

  @ApiProperty({ type: String, example: '学府街 12 号', description: '地址 / address' })
  @InternalText()
  @Line({ max: 200 })
  address: string;

  @ApiPropertyOptional({
    type: Number,
    example: 86.5,
    description: '面积（平方米），最多两位小数 / floor area in square metres, two decimals at most',
  })
  @IsOptional()
  @Decimal({ min: 0, max: 100_000, decimals: 2 })
  size?: number;

  @ApiProperty({
    enum: PREMISES_STATUSES,
    example: 'active',
    description: '营业状态（营业、停业、关闭） / status: active, suspended, closed',
  })
  @IsIn(PREMISES_STATUSES)
  status: PremisesStatus;
}

/** 场所 */
export class PremisesDto {
  @ApiProperty({ format: 'uuid', description: '场所 id / its id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: String, example: 'XF-0001', description: '场所编码 / its code' }) code: string;
  @ApiProperty({ type: String, example: '学府快餐店', description: '名称 / name' }) name: string;
  @ApiProperty({ enum: PREMISES_KINDS, description: '九小场所类别 / which of the nine kinds' }) kind: PremisesKind;
  @ApiProperty({ type: String, example: '230903011001', description: '社区或网格代码 / community or grid' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, nullable: true, description: '统一社会信用代码 / unified social credit code' }) creditCode: string | null;
  @ApiProperty({ type: String, example: '学府街 12 号', description: '地址 / address' }) address: string;
  @ApiProperty({ type: Number, nullable: true, example: 86.5, description: '面积（平方米） / floor area in square metres' }) size:
    | number
    | null;
  @ApiProperty({ enum: PREMISES_STATUSES, description: '营业状态（营业、停业、关闭） / status: active, suspended, closed' })
  status: PremisesStatus;
}

/** Which premises to list; what is asked for together is narrowed together. */
export class PremisesQuery extends ChangesQuery {
  @ApiPropertyOptional({ type: String, example: '230903011', description: '只列此区划及其下级 / in this area' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ enum: PREMISES_KINDS, description: '类别 / kind' })
  @IsOptional()
  @IsIn(PREMISES_KINDS)
  kind?: PremisesKind;

  @ApiPropertyOptional({ enum: PREMISES_STATUSES, description: '营业状态 / status' })
  @IsOptional()
  @IsIn(PREMISES_STATUSES)
  status?: PremisesStatus;
}
