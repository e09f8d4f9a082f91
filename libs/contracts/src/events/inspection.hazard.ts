import { Type } from 'typebox';
import { common, defineEvents, event } from '../define-event.js';
import { area, code, files, id, oneOf, time } from '../fields.js';
import { HAZARD_SEVERITIES, URGENCIES } from '../vocabulary.js';

/** What happens to a hazard 隐患. */
export const HAZARD_EVENTS = defineEvents(
  'inspection.hazard',
  {
    'found.v1': event({ zh: '发现隐患', en: 'A hazard was found' }),
    'imported.v1': event(
      { zh: '历史隐患已导入', en: 'A hazard of the time before was brought in, settled: nobody has to do anything' },
      { foundAt: time('When it was found'), settledAt: time('When it was corrected on the spot, or its recheck passed') },
      { foundAt: '2025-03-04T02:00:00.000Z', settledAt: '2025-03-20T02:00:00.000Z' },
    ),
    'corrected.v1': event({ zh: '当场整改', en: 'The hazard was corrected on the spot' }),
    'ordered.v1': event(
      { zh: '责令整改', en: 'A dated rectification notice was issued' },
      { rectifyBy: time('To be rectified by') },
      { rectifyBy: '2026-11-30T16:00:00.000Z' },
    ),
    'transferred.v1': event(
      { zh: '隐患移交', en: 'The hazard could not be settled on the spot: it needs a work order' },
      {
        categoryCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Category that the responsibility list is looked up with' }),
        urgency: oneOf(URGENCIES, 'How urgent'),
      },
      { categoryCode: '110101', urgency: 'utilities' },
    ),
    'rectified.v1': event(
      { zh: '整改完成', en: 'The hazard is reported rectified; a recheck is due' },
      { recheckDueAt: time('To be rechecked by') },
      { recheckDueAt: '2026-11-30T16:00:00.000Z' },
    ),
    'closed.v1': event({ zh: '隐患销号', en: 'The recheck passed' }),
    'failed.v1': event({ zh: '复查不合格', en: 'The recheck failed' }),
  },
  common(
    {
      hazardId: id('The hazard'),
      premisesId: id('The premises inspected'),
      areaCode: area(),
      itemCode: code('Checklist item that failed'),
      severity: oneOf(HAZARD_SEVERITIES, 'How bad'),
      at: time('When it happened'),
      fileIds: files(),
    },
    {
      hazardId: '0190a5c0-7c1e-7000-8000-000000000005',
      premisesId: '0190a5c0-7c1e-7000-8000-000000000006',
      areaCode: '230903011001',
      itemCode: 'exit-blocked',
      severity: 'serious',
      at: '2026-11-23T04:00:00.000Z',
    },
  ),
);
