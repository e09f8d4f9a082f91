import { Type } from 'typebox';
import { defineEvents, event } from '../define-event.js';
import { flag, id, openWord, time } from '../fields.js';
import { EVIDENCE } from '../vocabulary.js';

/** What happens to a category 诉求类别. */
export const CATEGORY_EVENTS = defineEvents('intake.category', {
  'registered.v1': event(
    { zh: '诉求类别登记', en: 'A category was registered or changed' },
    {
      categoryId: id('The category row'),
      code: Type.String({ pattern: '^[0-9]{6}$', description: 'Six digits, two a level' }),
      name: Type.String({ minLength: 1, maxLength: 100, description: 'Its name, which is public' }),
      requiredEvidence: Type.Optional(
        Type.Array(openWord(EVIDENCE, 'A kind of evidence'), {
          maxItems: 2,
          description: 'What a reply that it is solved has to show; nothing when left out',
        }),
      ),
      finderRechecks: Type.Optional(flag('Whether a grid worker who found it looks again before it is closed; absent: no')),
      retiredAt: Type.Optional(time('Since when it is used no more')),
      successorCategory: Type.Optional(
        Type.String({ pattern: '^[0-9]{6}$', description: 'The category used instead, of one that is used no more' }),
      ),
    },
    { categoryId: '0190a5c0-7c1e-7000-8000-000000000011', code: '010203', name: '路灯照明' },
  ),
});
