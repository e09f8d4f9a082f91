import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ORGANISATION_KINDS, type OrganisationKind } from '@zero-distance/contracts';
import { Code, IsAreaCode, IsOrganisationCode, Line, OfRegister, PublicText } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { REFERENCE_CODE } from '../reference-code.js';

/** What is registered of an organisation. */
export class OrganisationInput {
  @ApiProperty({ description: '单位全称 / official name', example: '区住房和城乡建设局' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiProperty({ enum: ORGANISATION_KINDS, description: '类别 / kind', example: 'department' })
  @IsIn(ORGANISATION_KINDS)
  kind: OrganisationKind;

  @ApiProperty({ description: '所辖区域 / the area it serves', example: '230903' })
  @IsAreaCode({ retired: 'kept' })
  areaCode: string;

  // Looked up by the use case: in a file it may stand some rows above.
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: '上级单位代码 / code of the organisation it belongs to',
    example: null,
  })
  @IsOptional()
  @Code(REFERENCE_CODE)
  parentOrganisation?: string | null;
}

/** 承办单位. */
export class OrganisationDto {
  @ApiProperty({ format: 'uuid', description: '单位 id / its id' }) id: string;
  @ApiProperty({ description: '单位代码，与令牌中的 org 一致 / its code, as in the `org` claim', example: 'housing-bureau' }) code: string;
  @ApiProperty({ description: '单位全称 / official name', example: '区住房和城乡建设局' }) name: string;
  @ApiProperty({ enum: ORGANISATION_KINDS, description: '类别 / kind', example: 'department' }) kind: OrganisationKind;
  @ApiProperty({ description: '所辖区域 / the area it serves', example: '230903' })
  @OfRegister('area')
  areaCode: string;
  @ApiProperty({ type: String, nullable: true, description: '上级单位代码 / code of the organisation it belongs to', example: null })
  @OfRegister('organisation')
  parentOrganisation: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: '撤销时间，现存则为空 / since when it is no more',
    example: null,
  })
  retiredAt: string | null;
  @ApiProperty({ type: String, nullable: true, description: '承接单位代码 / code of its successor, of one that is no more', example: null })
  @OfRegister('organisation')
  successorOrganisation: string | null;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}

/** The `{code}` of the one that is retired. */
export class RetiredParam {
  @ApiProperty({ description: '将撤销的单位代码 / code of the organisation that is to be no more', example: 'education-bureau' })
  @Code(REFERENCE_CODE)
  code: string;
}

/** 撤销: who takes over the work. */
export class RetireInput {
  @ApiProperty({ description: '承接单位代码，须现存 / code of the successor, which must be in being', example: 'urban-management' })
  @IsOrganisationCode()
  successorOrganisation: string;
}
