import { asCode } from '@zero-distance/kernel';
import { parseIdNumber } from '@zero-distance/personal-data';
import { ValidateBy } from 'class-validator';
import { Typed } from './typed.js';

const TEXT = {
  code: 'not_an_id_number',
  zh: '必须是 18 位公民身份号码：出生日期须存在，校验位须正确',
  en: 'must be an identity number of 18 figures, with a birthday that there is and the right check digit',
};

const isIdNumber = (value: unknown): boolean => typeof value === 'string' && parseIdNumber(value) !== undefined;

/** 身份证号 (GB 11643): what comes through is its one spelling. */
export const IsIdNumber = (): PropertyDecorator =>
  Typed({
    form: (typed) => parseIdNumber(asCode(typed))?.number ?? asCode(typed),
    most: 32,
    rules: [ValidateBy({ name: 'idNumber', validator: { validate: isIdNumber } }, { context: TEXT })],
  });
