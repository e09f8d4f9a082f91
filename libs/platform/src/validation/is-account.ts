import { asCode, isId } from '@zero-distance/kernel';
import { ValidateBy } from 'class-validator';
import { NobodysNumber } from './nobodys-number.js';
import { Typed } from './typed.js';

const CLIENT_ID = /^[a-z0-9][a-z0-9._-]{1,63}$/;
const isAccount = (value: unknown): boolean => typeof value === 'string' && (isId(value) || CLIENT_ID.test(value));
const ACCOUNT_TEXT = {
  code: 'not_an_account',
  zh: '须为令牌的 sub：人员账号的编号（UUID，不是用户名），或客户端代码（字母、数字、点、下划线和连字符，2 至 64 个字符）',
  en: 'must be the sub of tokens: the id of a person’s account (a UUID, not the username), or the id of a client (letters, digits, dot, underscore and hyphen, 2 to 64 of them)',
};
const INSTEAD = { zh: '此处须填账号的编号或客户端代码', en: 'here goes the id of an account or of a client' };

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
      NobodysNumber(INSTEAD, { each }),
    ],
  });
