import { asLine, isPhoneNumber } from '@zero-distance/kernel';
import { MaxLength, ValidateBy } from 'class-validator';
import { Typed } from '../validation/typed.js';

const LONGEST = 100;

const NO_PHONE = {
  code: 'phone_in_search',
  zh: '电话号码不能写在网址里：请用 POST /api/intake/v1/requests/find-by-phone 查找诉求',
  en: 'must be no telephone number, which does not belong into a URL: look for its requests by POST /api/intake/v1/requests/find-by-phone',
};

/** What is typed to look for a matter. */
export const SearchText = (): PropertyDecorator =>
  Typed({
    form: asLine,
    most: LONGEST,
    rules: [
      MaxLength(LONGEST),
      ValidateBy(
        { name: 'no-phone', validator: { validate: (typed: unknown) => typeof typed !== 'string' || !isPhoneNumber(typed) } },
        { context: NO_PHONE },
      ),
    ],
  });
