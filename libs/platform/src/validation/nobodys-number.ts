import { showsPersonalData } from '@zero-distance/kernel';
import { ValidateBy } from 'class-validator';
import { together } from './nested.js';
import { Reference } from './typed.js';

/** No number that is kept is longer. */
const LONGEST = 64;
const isNobodysNumber = (value: unknown): boolean => typeof value !== 'string' || !showsPersonalData(value.slice(0, LONGEST));

/** What such a member is to hold instead. */
interface Instead {
  readonly zh: string;
  readonly en: string;
}

/** A code that shows nobody's identity card, telephone, bank card or number plate. The refusal does not repeat it. */
export const NobodysNumber = ({ zh, en }: Instead, { each = false } = {}): PropertyDecorator =>
  ValidateBy(
    { name: 'nobodysNumber', validator: { validate: isNobodysNumber } },
    { each, context: { code: 'personal_data', zh: `似为个人号码：${zh}`, en: `seems to be somebody’s number: ${en}` } },
  );

/**
 * 原编号: what the former system calls something that is brought along from the time before. It is kept for good and shown, so it says nothing of anybody: a list
 * that was kept by identity or telephone numbers needs numbers of its own first.
 */
export const PastReference = (): PropertyDecorator =>
  together(
    Reference({ max: LONGEST }),
    NobodysNumber({
      zh: '不能以身份证号、手机号等作原编号，请用原系统自编的编号；没有的另行编号，如 A-1',
      en: 'no identity, telephone or other number of a person is the number of the former system: use one that it made itself, or number the rows anew, such as A-1',
    }),
  );
