import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { RESIDENT_LEAVINGS } from '../vocabulary.js';

const MAIN = id('Whose file goes on');
const EXAMPLE_ID = '0190a5c0-7c1e-7000-8000-000000000098';

/** What happens to a resident 居民: ids and codes, and nothing that says who it is. */
export const RESIDENT_EVENTS = defineEvents(
  'intake.resident',
  {
    'registered.v1': event({ zh: '登记居民', en: 'A resident was registered' }),
    'corrected.v1': event({ zh: '更正居民档案', en: 'The file of a resident was corrected' }),
    'confirmed.v1': event({ zh: '核实居民档案', en: 'Somebody made sure that the file of a resident is right' }),
    'joined-group.v1': event({ zh: '居民纳入群体', en: 'A resident belongs to a group from a day on' }),
    'left-group.v1': event({ zh: '居民退出群体', en: 'A resident belongs to a group no more' }),
    'left.v1': event(
      { zh: '居民迁出或去世', en: 'A resident has moved away, or died' },
      { leaving: oneOf(RESIDENT_LEAVINGS, 'Why there is a resident less') },
      { leaving: 'moved' },
    ),
    'returned.v1': event({ zh: '居民迁回', en: 'A resident is back' }),
    'merged.v1': event(
      { zh: '重复档案合并', en: 'Two files were of one resident: this one ends, the other goes on' },
      { mainResidentId: MAIN },
      { mainResidentId: EXAMPLE_ID },
    ),
    'split-off.v1': event({ zh: '合并有误，恢复档案', en: 'Two files were not of one resident after all: this one goes on' }),
    'consent-withdrawn.v1': event({ zh: '居民撤回同意', en: 'A resident has withdrawn their consent: what was kept of them is gone' }),
    'expired.v1': event({ zh: '居民档案到期清除', en: 'Nobody needs the file of a resident any more: what was kept of them is gone' }),
  },
  common(
    {
      residentId: id('The resident'),
      areaCode: area(),
      groups: Type.Array(code('A group that the resident belongs to from now on'), { maxItems: 50 }),
      at: time('When it happened'),
    },
    { residentId: '0190a5c0-7c1e-7000-8000-000000000099', areaCode: '230903011001', groups: ['elderly'], at: '2026-11-23T04:00:00.000Z' },
  ),
);
