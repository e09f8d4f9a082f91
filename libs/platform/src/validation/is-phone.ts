import { asCode } from '@zero-distance/kernel';
import { parsePhone, spellPhone } from '@zero-distance/personal-data/phones';
import { ValidateBy } from 'class-validator';
import { Typed } from './typed.js';

const TEXT = {
  code: 'not_a_phone',
  zh: '必须是电话号码：手机、带区号的固定电话（可带分机）、400/800、短号，或带国家代码的境外号码',
  en: 'must be a telephone number: mobile, landline with its area code (and extension), 400/800, a short line, or one abroad with its country code',
};

const isPhone = (value: unknown): boolean => typeof value === 'string' && parsePhone(value) !== undefined;

/**
 * 电话: the same rule for a number that is kept and for one that is looked for. What comes through is its one spelling. Apart from the rest of the
 * platform, for the tables of numbering plans come with it.
 */
export const IsPhone = (): PropertyDecorator =>
  Typed({
    form: (typed) => {
      const phone = parsePhone(typed);
      return phone ? spellPhone(phone) : asCode(typed);
    },
    most: 64,
    rules: [ValidateBy({ name: 'phone', validator: { validate: isPhone } }, { context: TEXT })],
  });
