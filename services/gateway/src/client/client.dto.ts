import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { asCode } from '@zero-distance/kernel';
import { Code, Line, List, PublicText, Typed } from '@zero-distance/platform';
import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { HolderDto, HolderInput } from '../holder/holder.dto.js';
import { HOLDER_NAME } from '../holder/holder-name.js';
import { RETURN_URI } from './return-uri.js';

export const CLIENT_SECRETS = ['none', 'generated', 'chosen'] as const;

/** Addresses that people come back to. */
const ReturnUris = (): PropertyDecorator => (target, key) => {
  const longest = 200;
  List({ max: 20, unique: true })(target, key);
  Typed({
    form: asCode,
    most: longest,
    each: true,
    rules: [Matches(RETURN_URI.pattern, { each: true, context: RETURN_URI })],
    schema: { pattern: RETURN_URI.pattern.source, maxLength: longest },
  })(target, key);
};

/** The `{clientId}` of an address. */
export class ClientParams {
  @ApiProperty({ type: String, example: 'housing', description: '应用标识 / client id' })
  @Code(HOLDER_NAME)
  clientId: string;
}

/** What is changed of a client: all that is not given here is taken away. */
export class ChangeClientInput extends HolderInput {
  @ApiProperty({ type: String, example: '住建局业务系统', description: '名称 / name' })
  @PublicText()
  @Line({ max: 100 })
  name: string;

  @ApiPropertyOptional({
    type: [String],
    example: ['https://app.example.cn/back'],
    description: '登录回调地址 / where people come back to',
  })
  @IsOptional()
  @ReturnUris()
  redirectUris?: string[];

  @ApiPropertyOptional({
    type: [String],
    example: ['https://app.example.cn/'],
    description: '退出后回到的地址 / where they come back to after logging out',
  })
  @IsOptional()
  @ReturnUris()
  postLogoutRedirectUris?: string[];
}

/** A new client. */
export class RegisterClientInput extends ChangeClientInput {
  @ApiProperty({ type: String, example: 'housing', description: '应用标识，以后不变 / client id; it stays' })
  @Code(HOLDER_NAME)
  id: string;

  @ApiPropertyOptional({
    type: Boolean,
    example: false,
    description: '公开应用（网页）：不能保密，没有密钥 / public: a page, which can keep no secret',
  })
  @IsOptional()
  @IsBoolean()
  isPublic?: boolean;
}

/** Which client. */
class ClientOwnDto {
  @ApiProperty({ type: String, example: 'housing', description: '应用标识 / client id' }) id: string;
  @ApiProperty({ type: 'integer', example: 1, description: '版本，用于 If-Match / version, for If-Match' }) version: number;
  @ApiProperty({ type: String, example: '住建局业务系统', description: '名称 / name' }) name: string;
}

/** 应用 */
export class ClientDto extends IntersectionType(ClientOwnDto, HolderDto) {
  @ApiProperty({ enum: CLIENT_SECRETS, description: '密钥：无、系统生成、自选 / its secret: none, made here, or chosen' })
  secret: (typeof CLIENT_SECRETS)[number];
  @ApiProperty({ type: [String], example: ['https://app.example.cn/back'], description: '登录回调地址 / where people come back to' })
  redirectUris: string[];
  @ApiProperty({
    type: [String],
    example: ['https://app.example.cn/'],
    description: '退出后回到的地址 / where they come back to after logging out',
  })
  postLogoutRedirectUris: string[];
}

/** 密钥, shown once. */
export class ClientSecretDto {
  @ApiProperty({ type: String, example: 'housing', description: '应用标识 / client id' }) clientId: string;
  @ApiProperty({
    type: String,
    example: '5u4Zr0Xk2mQn8yB1cVtLp9wSdEfGhJkM3nPqRsTuVwX',
    description: '密钥，只显示这一次 / the secret, shown this once',
  })
  secret: string;
}
