import { defineEvent } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { HAZARD_SEVERITIES } from '../vocabulary.js';

/** 复查不合格. The recheck failed. */
export const inspectionHazardFailedV1 = defineEvent(
  { zh: '复查不合格', en: 'The recheck failed' },
  {
    hazardId: id('The hazard'),
    premisesId: id('The premises inspected'),
    areaCode: area(),
    itemCode: code('Checklist item that failed'),
    severity: oneOf(HAZARD_SEVERITIES, 'How bad'),
    at: time('When it happened'),
  },
  {
    hazardId: '0190a5c0-7c1e-7000-8000-000000000005',
    premisesId: '0190a5c0-7c1e-7000-8000-000000000006',
    areaCode: '230903011001',
    itemCode: 'exit-blocked',
    severity: 'serious',
    at: '2026-11-23T04:00:00.000Z',
  },
);
