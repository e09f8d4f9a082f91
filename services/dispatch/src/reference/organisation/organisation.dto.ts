import { ApiProperty } from '@nestjs/swagger';
import { ORGANISATION_KINDS, type OrganisationKind } from '@zero-distance/contracts';
import { IsAreaCode, Line, PublicText } from '@zero-distance/platform';
import { IsIn } from 'class-validator';

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
  @IsAreaCode()
  areaCode: string;
}

/** 承办单位. */
export class OrganisationDto extends OrganisationInput {
  @ApiProperty({ format: 'uuid', description: '单位 id / its id' }) id: string;
  @ApiProperty({ description: '单位代码，与令牌中的 org 一致 / its code, as in the `org` claim', example: 'housing-bureau' }) code: string;
  @ApiProperty({ type: 'integer', minimum: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
}
