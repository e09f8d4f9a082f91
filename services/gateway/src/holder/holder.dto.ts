import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROLES, type Role } from '@zero-distance/kernel';
import { IsAreaCode, IsOrganisationCode, List, PageQuery } from '@zero-distance/platform';
import { SCOPES } from '@zero-distance/platform/access';
import { IsIn, IsOptional } from 'class-validator';

export const HOLDER_STATES = ['enabled', 'disabled'] as const;
export type HolderState = (typeof HOLDER_STATES)[number];

/** What an account or a client is given. */
export class HolderInput {
  @ApiProperty({ enum: SCOPES, isArray: true, example: ['intake:read', 'intake:write'], description: '授权范围 / scopes' })
  @List({ max: SCOPES.length, unique: true })
  @IsIn(SCOPES, { each: true })
  scopes: string[];

  @ApiProperty({ enum: ROLES, isArray: true, example: ['intake-clerk'], description: '岗位（角色） / roles' })
  @List({ max: ROLES.length, unique: true })
  @IsIn(ROLES, { each: true })
  roles: Role[];

  @ApiPropertyOptional({
    type: String,
    example: '230903',
    description:
      '区域；不填即不限，只有本人不限区域的管理员可以不填 / area; absent: every area, which only who has no bound themselves may give',
  })
  @IsOptional()
  @IsAreaCode({ retired: 'kept' })
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: 'housing-bureau', description: '所代表的单位 / the organisation acted for' })
  @IsOptional()
  @IsOrganisationCode()
  organisation?: string;
}

/** What accounts and clients have in common. */
export class HolderDto {
  @ApiProperty({ enum: SCOPES, isArray: true, description: '授权范围 / scopes' }) scopes: string[];
  @ApiProperty({ enum: ROLES, isArray: true, description: '岗位（角色） / roles' }) roles: string[];
  @ApiProperty({ type: String, nullable: true, example: '230903', description: '区域；空为不限 / area; null: every area' })
  areaCode: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'housing-bureau', description: '所代表的单位 / the organisation acted for' })
  organisation: string | null;
  @ApiProperty({ enum: HOLDER_STATES, description: '启用、停用 / enabled or disabled' }) state: HolderState;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '停用时间 / when it was disabled' }) disabledAt:
    | string
    | null;
}

/** Which accounts or clients to list; what is asked for together is narrowed together. */
export class HolderQuery extends PageQuery {
  @ApiPropertyOptional({ type: String, example: '230903', description: '只列区域在此区划之内的 / with an area within this one' })
  @IsOptional()
  @IsAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ type: String, example: 'housing-bureau', description: '所代表的单位 / the organisation acted for' })
  @IsOptional()
  @IsOrganisationCode()
  organisation?: string;

  @ApiPropertyOptional({ enum: ROLES, description: '岗位（角色） / role' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ enum: HOLDER_STATES, description: '启用、停用 / enabled or disabled' })
  @IsOptional()
  @IsIn(HOLDER_STATES)
  state?: HolderState;
}
