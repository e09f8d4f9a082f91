import { defineEvent } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { HAZARD_SEVERITIES } from '../vocabulary.js';

/** 整改完成. The hazard is reported rectified; a recheck is due. */
export const inspectionHazardRectifiedV1 = defineEvent(
  { zh: '整改完成', en: 'The hazard is reported rectified; a recheck is due' },
  {
    hazardId: id('The hazard'),
    premisesId: id('The premises inspected'),
    areaCode: area(),
    itemCode: code('Checklist item that failed'),
    severity: oneOf(HAZARD_SEVERITIES, 'How bad'),
    at: time('When it happened'),
    recheckDueAt: time('To be rechecked by'),
  },
  {
    hazardId: '0190a5c0-7c1e-7000-8000-000000000005',
    premisesId: '0190a5c0-7c1e-7000-8000-000000000006',
    areaCode: '230903011001',
    itemCode: 'exit-blocked',
    severity: 'serious',
    at: '2026-11-23T04:00:00.000Z',
    recheckDueAt: '2026-11-30T16:00:00.000Z',
  },
);
