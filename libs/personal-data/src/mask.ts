import { areaCodeOf, type Phone } from './phone.js';

/** 张*: the family name alone. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}*`;

/**
 * 138****1234, by the number and not by its spelling. Of a landline, whose subscriber's part is short, the area code and the last digits are
 * shown and four are not; of one abroad the last four are. An extension is only said to be there. A line that anybody may call is no
 * personal data.
 */
export function maskPhone({ dialled, kind, extension }: Phone): string {
  const number = MASKS[kind](dialled);
  return extension === undefined ? number : `${number}转***`;
}

const MASKS: Record<Phone['kind'], (dialled: string) => string> = {
  mobile: (dialled) => `${dialled.slice(0, 3)}****${dialled.slice(-4)}`,
  landline: (dialled) => {
    const areaCode = areaCodeOf(dialled);
    return `${areaCode}-****${dialled.slice(areaCode.length + 4)}`;
  },
  line: (dialled) => dialled,
  foreign: (dialled) => `+****${dialled.slice(-4)}`,
};
