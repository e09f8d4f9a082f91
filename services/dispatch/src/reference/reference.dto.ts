import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Code, IsOrganisationCode, List } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { REFERENCE_CODE } from './reference-code.js';

/** The `{code}` of a register entry's address. */
export class CodeParam {
  @ApiProperty({ description: '代码：小写字母、数字和连字符 / lower-case letters, digits and hyphens', example: 'housing-bureau' })
  @Code(REFERENCE_CODE)
  code: string;
}

/** Who is to handle a matter: an order, or whatever an entry of the responsibility list covers. */
export abstract class HandlersInput {
  @ApiProperty({ description: '主办单位代码 / code of the lead organisation', example: 'housing-bureau' })
  @IsOrganisationCode()
  leadOrganisation: string;

  @ApiPropertyOptional({ type: [String], description: '协办单位代码 / codes of the co-handlers', example: [] })
  @IsOptional()
  @List({ max: 20, unique: true })
  @IsOrganisationCode({ each: true })
  coOrganisations?: string[];
}

/** 主办或协办单位: an organisation that has an order, or a part of it. */
export class PartyDto {
  @ApiProperty({ format: 'uuid', description: '单位 id / its id' }) id: string;
  @ApiProperty({ example: 'housing-bureau', description: '单位代码 / its code' }) code: string;
  @ApiProperty({ example: '区住房和城乡建设局', description: '单位名称 / its name' }) name: string;
}
