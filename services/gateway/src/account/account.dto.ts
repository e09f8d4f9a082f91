import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Code, InternalText, Line, Opaque } from '@zero-distance/platform';
import { IsOptional } from 'class-validator';
import { HolderDto, HolderInput, HolderQuery } from '../holder/holder.dto.js';
import { HOLDER_NAME } from '../holder/holder-name.js';

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
  @Code(HOLDER_NAME)
  username: string;
}

/** Which account. */
class AccountOwnDto {
  @ApiProperty({ format: 'uuid', description: '账号编号，即令牌的 sub / its id, which is the `sub` of its tokens' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: String, example: 'zhang.wei', description: '用户名 / username' }) username: string;
  @ApiProperty({ type: String, example: '张伟', description: '姓名 / name' }) name: string;
}

/** 账号 */
export class AccountDto extends IntersectionType(AccountOwnDto, HolderDto) {
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

/** A list of what is open in a person's name. */
class OpenWorkDto {
  @ApiProperty({ type: String, example: 'case-mediation', description: '所在服务 / the service that it is in' }) service: string;
  @ApiProperty({
    type: String,
    example: '/api/case-mediation/v1/cases?mediatorId=0190a5c0-7c1e-7000-8000-000000000012&overdue=true',
    description: '查询地址；已逾期的与未逾期的各一 / where it is listed: what is overdue, and what has time yet',
  })
  url: string;
}

/** 已停用的账号 */
export class DisabledAccountDto extends AccountDto {
  @ApiProperty({
    type: [OpenWorkDto],
    description: '本人名下未办结事项在何处查询，须另行交办 / where to look for what somebody else has to take over',
  })
  openWork: OpenWorkDto[];
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

/** Where a person is logged in. */
export class SessionsDto {
  @ApiProperty({ type: [SessionDto], description: '登录会话，最迟结束的在前，最多 200 个 / sessions, the last to end first, 200 at most' })
  items: SessionDto[];
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
  @Code(HOLDER_NAME)
  username?: string;
}
