import { defineErrors, registerErrors } from '@zero-distance/kernel';

/** The refusals about areas. */
export const refuseArea = defineErrors(
  'intake',
  { code: '230903999', kind: 'town', coded: 'street', parent: '230903099', within: '230903011001001' },
  {
    'area.not_found': registerErrors('intake')['area.not_found'],
    'area.code_invalid': {
      status: 422,
      zh: '{code} 不是统计用区划代码（6、9、12 或 15 位，各段取值见国家统计局规则）。',
      en: '{code} is not a statistical area code (6, 9, 12 or 15 digits in the ranges of the National Bureau of Statistics).',
    },
    'area.kind_differs': {
      status: 422,
      zh: '类型 {kind} 与区划代码 {code} 不符：该代码表示 {coded}。',
      en: 'The kind {kind} does not fit the area code {code}, which says {coded}.',
    },
    'area.parent_unknown': { status: 422, zh: '上级区划 {parent} 尚未登记。', en: 'The area above it, {parent}, is not registered.' },
    'area.retired': registerErrors('intake')['area.retired'],
    'area.successor_wanted': {
      status: 422,
      zh: '请填写另一个已登记的同级区划。',
      en: 'Name another area, one that is registered and of the same level.',
    },
    'area.has_parts': {
      status: 409,
      zh: '其下的区划 {within} 尚未撤并，请先撤并下级。',
      en: 'The area {within} lies in it and is there yet: retire what lies in it first.',
    },
  },
);
