import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { SERVICES, type Service } from '@zero-distance/contracts';
import { Instant, PageQuery, Reference } from '@zero-distance/platform';
import { IsIn, IsOptional } from 'class-validator';
import { AUDIT_ACTIONS, type AuditAction } from './audit-action.js';

/** One field of what changed. */
export class AuditDetailDto {
  @ApiProperty({ type: String, example: 'roles', description: '名称 / name' }) name: string;
  @ApiProperty({ type: String, example: 'handler', description: '值 / value' }) value: string;
}

/** 审计记录 */
export class AuditDto {
  @ApiProperty({ format: 'uuid', description: '审计记录编号；查看、导出即查看记录编号 / its id; of an access, that of its access record' })
  id: string;
  @ApiProperty({ format: 'date-time', description: '时间 / when' }) at: string;
  @ApiProperty({ enum: SERVICES, description: '所在服务 / the service that it was done in' }) service: string;
  @ApiProperty({
    type: String,
    example: 'reveal',
    description: '行为，见代码表 audit-action / what was done, of the code table audit-action',
  })
  action: string;
  @ApiProperty({
    type: String,
    example: '0190a5c0-7c1e-7000-8000-000000000002',
    description: '对象：事项、账号或应用的标识，或列表名 / the id of a matter, an account or a client, or the name of a list',
  })
  subject: string;
  @ApiProperty({ type: String, example: 'console', description: '行为人（令牌的 sub） / who did it: the `sub` of the token' })
  actorId: string;
  @ApiProperty({ type: String, nullable: true, example: 'console', description: '所用应用 / the client whose token it was' })
  clientId: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'housing-bureau', description: '所代表单位 / the organisation acted for' })
  organisation: string | null;
  @ApiProperty({ type: [AuditDetailDto], nullable: true, description: '变更内容 / what of it changed' }) detail: AuditDetailDto[] | null;
}

/** 审计链的末端 */
export class AuditHeadDto {
  @ApiProperty({ type: 'integer', example: 4096, description: '末条序号，即链中条数 / place of the last line: how many there are' })
  position: number;
  @ApiProperty({
    type: String,
    example: '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9',
    description: '末条散列值（SHA-256） / its hash, SHA-256',
  })
  hash: string;
}

/** Which lines to list; what is asked for together is narrowed together. */
export class AuditQuery extends PageQuery {
  @ApiPropertyOptional({ enum: SERVICES, description: '服务 / service' })
  @IsOptional()
  @IsIn(SERVICES)
  service?: Service;

  @ApiPropertyOptional({ enum: AUDIT_ACTIONS, description: '行为 / what was done' })
  @IsOptional()
  @IsIn(AUDIT_ACTIONS)
  action?: AuditAction;

  @ApiPropertyOptional({ type: String, example: 'console', description: '行为人 / who did it' })
  @IsOptional()
  @Reference({ max: 256 })
  actorId?: string;

  @ApiPropertyOptional({ type: String, example: 'intake.requests.list', description: '对象 / what it was done to' })
  @IsOptional()
  @Reference({ max: 128 })
  subject?: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-11-01T00:00:00+08:00', description: '自此时起 / from this time on' })
  @IsOptional()
  @Instant()
  from?: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2026-12-01T00:00:00+08:00', description: '至此时（不含） / before this time' })
  @IsOptional()
  @Instant()
  to?: string;
}
