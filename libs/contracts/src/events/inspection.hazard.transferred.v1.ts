import { Type } from 'typebox';
import { defineEvent } from '../define-event.js';
import { area, code, id, oneOf, time } from '../fields.js';
import { HAZARD_SEVERITIES, URGENCIES } from '../vocabulary.js';

/** 隐患移交. The hazard could not be settled on the spot: it needs a work order. */
export const inspectionHazardTransferredV1 = defineEvent(
  { zh: '隐患移交', en: 'The hazard could not be settled on the spot: it needs a work order' },
  {
    hazardId: id('The hazard'),
    premisesId: id('The premises inspected'),
    areaCode: area(),
    itemCode: code('Checklist item that failed'),
    severity: oneOf(HAZARD_SEVERITIES, 'How bad'),
    at: time('When it happened'),
    categoryCode: Type.String({ pattern: '^[0-9]{6}$', description: 'Category that the responsibility list is looked up with' }),
    urgency: oneOf(URGENCIES, 'How urgent'),
  },
  {
    hazardId: '0190a5c0-7c1e-7000-8000-000000000005',
    premisesId: '0190a5c0-7c1e-7000-8000-000000000006',
    areaCode: '230903011001',
    itemCode: 'exit-blocked',
    severity: 'serious',
    at: '2026-11-23T04:00:00.000Z',
    categoryCode: '110101',
    urgency: 'utilities',
  },
);
