import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, date, id, time } from '../fields.js';

const REVIEW = { reviewBy: date('Last day before somebody has to say that it is still right') };
const REVIEW_EXAMPLE = { reviewBy: '2027-05-22' };

/** What happens to a knowledge entry 知识条目. */
export const KNOWLEDGE_ENTRY_EVENTS = defineEvents(
  'intake.knowledge-entry',
  {
    'drafted.v1': event(
      { zh: '起草知识条目', en: 'A knowledge entry was drafted' },
      { requestId: Type.Union([id('The request whose answer it was made of'), Type.Null()]) },
      { requestId: null },
    ),
    'edited.v1': event({ zh: '修改知识条目草稿', en: 'The draft of a knowledge entry was changed' }),
    'published.v1': event({ zh: '发布知识条目', en: 'A knowledge entry was published' }, REVIEW, REVIEW_EXAMPLE),
    'confirmed.v1': event({ zh: '复核知识条目', en: 'A knowledge entry was looked at and is still right' }, REVIEW, REVIEW_EXAMPLE),
    'taken-back.v1': event({ zh: '撤回知识条目', en: 'A knowledge entry was taken back to be changed' }),
    'retired.v1': event({ zh: '停用知识条目', en: 'A knowledge entry was retired' }),
    'review-due.v1': event({ zh: '知识条目到期待复核', en: 'The review of a knowledge entry is due' }),
    'expired.v1': event({ zh: '知识条目失效', en: 'A knowledge entry is good no more, or nobody vouched for it in time' }),
  },
  common(
    {
      knowledgeEntryId: id('The knowledge entry'),
      areaCode: area(),
      categoryCode: code('Category'),
      ownerOrganisationId: id('The organisation that vouches for it'),
      at: time('When it happened'),
    },
    {
      knowledgeEntryId: '0190a5c0-7c1e-7000-8000-000000000099',
      areaCode: '230903',
      categoryCode: '010203',
      ownerOrganisationId: '0190a5c0-7c1e-7000-8000-000000000010',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
