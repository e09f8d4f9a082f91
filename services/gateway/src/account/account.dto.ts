import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ROLES } from '@zero-distance/kernel';
import { Code, InternalText, Line, Opaque } from '@zero-distance/platform';
import { SCOPES } from '@zero-distance/platform/access';
import { IsOptional } from 'class-validator';
import { HOLDER_STATES, HolderInput, HolderQuery, type HolderState } from '../holder/holder.dto.js';

const USERNAME = {
  pattern: /^[a-z0-9][a-z0-9._-]{1,63}$/,
  letters: 'lower',
  zh: '须为 2 至 64 个小写字母、数字、点、下划线或连字符，以字母或数字开头',
  en: 'must be 2 to 64 letters, digits, dots, underscores and hyphens, beginning with a letter or digit',
} as const;

/** What is changed of an account: all that is not given here is taken away. */
export class ChangeAccountInput extends HolderInput {
  @ApiPropertyOptional({ type: String, example: '张伟', description: '姓名，只在网关保存 / name; it stays in the gateway' })
  @IsOptional()
  @InternalText()
  @Line({ max: 40 })
  name?: string;
}

/** A new account. */
export class RegisterAccountInput extends ChangeAccountInput {
  @ApiProperty({ type: String, example: 'zhang.wei', description: '用户名，登录用，以后不变 / username, to log in with; it stays' })
  @Code(USERNAME)
  username: string;
}

/** 账号 */
export class AccountDto {
  @ApiProperty({ format: 'uuid', description: '账号编号，即令牌的 sub / its id, which is the `sub` of its tokens' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: String, example: 'zhang.wei', description: '用户名 / username' }) username: string;
  @ApiProperty({ type: String, example: '张伟', description: '姓名 / name' }) name: string;
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
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '一次性密码的有效期，本人改密后为空 / until when its one-time password holds; null once the person chose one',
  })
  oneTimeUntil: string | null;
  @ApiProperty({ type: Boolean, example: false, description: '已启用动态口令 / whether a code of the telephone is asked for besides' })
  hasSecondFactor: boolean;
}

/** 一次性密码, shown once. */
export class OneTimePasswordDto {
  @ApiProperty({ type: String, example: 'k7mw-x2pq-9rth-4vdz', description: '一次性密码，只显示这一次 / the password, shown this once' })
  password: string;
  @ApiProperty({ format: 'date-time', description: '有效期 / until when it holds' }) until: string;
}

/** 登录会话 */
export class SessionDto {
  @ApiProperty({ type: String, example: '5u4Zr0Xk2mQn8yB1cVtLp', description: '会话编号 / its id' }) id: string;
  @ApiProperty({ type: [String], example: ['console'], description: '所用应用 / the clients used in it' }) clientIds: string[];
  @ApiProperty({ format: 'date-time', description: '登录时间 / logged in at' }) since: string;
  @ApiProperty({ format: 'date-time', description: '最迟结束 / ends at the latest' }) until: string;
}

/** Which sessions to end. */
export class EndSessionsInput {
  @ApiPropertyOptional({ type: String, description: '会话编号；不填则全部 / id of the session; absent: all' })
  @IsOptional()
  @Opaque({ max: 64 })
  sessionId?: string;
}

/** Which accounts to list; what is asked for together is narrowed together. */
export class AccountQuery extends HolderQuery {
  @ApiPropertyOptional({ type: String, example: 'zhang.wei', description: '用户名 / username' })
  @IsOptional()
  @Code(USERNAME)
  username?: string;
}
