import { ApiPropertyOptional } from '@nestjs/swagger';
import { asCode, isId, showsPersonalData } from '@zero-distance/kernel';
import { IsOrganisationCode, List, Typed } from '@zero-distance/platform';
import { IsOptional, ValidateBy } from 'class-validator';

const CLIENT_ID = /^[a-z0-9][a-z0-9._-]{1,63}$/;
const isAccount = (value: unknown): boolean => typeof value === 'string' && (isId(value) || CLIENT_ID.test(value));
const isNobodysNumber = (value: unknown): boolean => typeof value !== 'string' || !showsPersonalData(value.slice(0, 64));
const ACCOUNT_TEXT = {
  code: 'not_an_account',
  zh: '须为令牌的 sub：人员账号的编号（UUID，不是用户名），或客户端代码（字母、数字、点、下划线和连字符，2 至 64 个字符）',
  en: 'must be the sub of tokens: the id of a person’s account (a UUID, not the username), or the id of a client (letters, digits, dot, underscore and hyphen, 2 to 64 of them)',
};
const NUMBER_TEXT = {
  code: 'personal_data',
  zh: '似为个人号码：此处须填账号的编号或客户端代码',
  en: 'seems to be somebody’s number: here goes the id of an account or of a client',
};

/**
 * 账号: the `sub` of a token, so the id of a person's account or of a client. Which there are, the issuer alone knows; what can be none is
 * refused, and so is a client's id that shows somebody's number.
 */
export const IsAccount = ({ each = false } = {}): PropertyDecorator =>
  Typed({
    form: (typed) => asCode(typed).toLowerCase(),
    most: 64,
    each,
    rules: [
      ValidateBy({ name: 'account', validator: { validate: isAccount } }, { each, context: ACCOUNT_TEXT }),
      ValidateBy({ name: 'nobodysNumber', validator: { validate: isNobodysNumber } }, { each, context: NUMBER_TEXT }),
    ],
  });

/** 回避: whom the informer names as complained about, or wants kept from the matter. */
export class RecusalInput {
  @ApiPropertyOptional({
    type: [String],
    description: '被投诉单位代码：该单位不得查看或承办 / codes of the organisations complained about: they may neither see nor handle it',
  })
  @IsOptional()
  @List({ max: 10, unique: true })
  @IsOrganisationCode({ each: true })
  complainedAbout?: string[];

  @ApiPropertyOptional({
    type: [String],
    description: '须回避的单位代码 / codes of other organisations that must neither see nor handle it',
  })
  @IsOptional()
  @List({ max: 10, unique: true })
  @IsOrganisationCode({ each: true })
  recusedOrganisations?: string[];

  @ApiPropertyOptional({
    type: [String],
    description:
      '不得查看的账号：人员填账号编号（UUID，管理员用 accounts list 查得，不是用户名、工号或电话），系统填客户端代码；' +
      '本服务不知道有哪些账号，填错即无人回避 / ' +
      'accounts that must not see it: of a person the id of the account (a UUID, which an administrator finds with accounts list; not the ' +
      'username, a staff number or a telephone), of a system its client id. This service does not know which there are: a wrong one recuses nobody',
  })
  @IsOptional()
  @List({ max: 10, unique: true })
  @IsAccount({ each: true })
  recusedAccounts?: string[];
}
