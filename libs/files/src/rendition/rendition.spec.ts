import { describe, expect, it } from '@jest/globals';
import { fileErrors } from '../file.errors.js';
import { coverOf } from '../inspect/region.js';
import { checkAsked, decideOn, isOpen, RENDITION_STATES, type Rendition, type RenditionAction } from './rendition.js';

const refuse = fileErrors('inspection');
const asked: Rendition = {
  fileId: 'file',
  id: 'one',
  state: 'asked',
  version: 1,
  masks: [],
  bytes: 1,
  sha256: '',
  width: 1,
  height: 1,
  subjectId: null,
  matterId: null,
  areaCode: null,
  askedBy: 'asker',
  askedAt: new Date(0),
  decidedBy: null,
  decidedAt: null,
};

describe('a public rendition', () => {
  const allowed: Readonly<Record<string, readonly RenditionAction[]>> = {
    asked: ['approve', 'refuse', 'revoke'],
    approved: ['revoke'],
    refused: [],
    revoked: [],
  };
  const cells = RENDITION_STATES.flatMap((state) => (['approve', 'refuse', 'revoke'] as const).map((action) => ({ state, action })));
  it.each(cells)('in state $state lets $action happen exactly as expected', ({ state, action }) => {
    const decided = decideOn({ ...asked, state }, action, { id: 'other' }, refuse);
    if (allowed[state]?.includes(action)) expect(decided.ok).toBe(true);
    else expect(decided).toMatchObject({ ok: false, error: { code: 'inspection.rendition.other_state' } });
  });

  it('is decided on by somebody else than who asked, who may take it back', () => {
    const duties = { ok: false, error: { code: 'platform.duties_not_separate' } };
    expect(decideOn(asked, 'approve', { id: 'asker' }, refuse)).toMatchObject(duties);
    expect(decideOn(asked, 'refuse', { id: 'asker' }, refuse)).toMatchObject(duties);
    expect(decideOn(asked, 'revoke', { id: 'asker' }, refuse)).toMatchObject({ ok: true, value: { to: 'revoked' } });
  });

  it('leaves no room for another while it is asked for or shown', () => {
    expect(RENDITION_STATES.filter((state) => isOpen({ state }))).toEqual(['asked', 'approved']);
  });
});

describe('what may be asked for', () => {
  const photo = { thumbnailBytes: 1, subjectId: 'hazard', width: 30, height: 40 };
  const whole = { left: 0, top: 0, width: 30, height: 40 };
  it('is a picture that belongs to something, with masks up to its edges or without', () => {
    expect(checkAsked(photo, [whole], refuse).ok).toBe(true);
    expect(checkAsked(photo, [], refuse).ok).toBe(true);
  });

  it.each([
    ['a video or a document', { thumbnailBytes: null, width: null, height: null }, [], 'not_a_picture'],
    ['what belongs to nothing', { subjectId: null }, [], 'of_nothing'],
    ['a mask beyond the right edge', {}, [whole, { ...whole, left: 1 }], 'mask_outside'],
    ['a mask beyond the lower edge', {}, [{ ...whole, height: 41 }], 'mask_outside'],
  ])('is not %s', (_what, over, masks, reason) => {
    expect(checkAsked({ ...photo, ...over }, masks, refuse)).toMatchObject({
      ok: false,
      error: { code: `inspection.rendition.${reason}` },
    });
  });
});

describe('a mask in the smaller picture', () => {
  it('covers every pixel that has something of what it covers, and no place beyond the picture', () => {
    expect(coverOf({ left: 101, top: 99, width: 10, height: 10 }, 0.5, { width: 200, height: 100 })).toEqual({
      left: 47,
      top: 46,
      width: 12,
      height: 12,
    });
    expect(coverOf({ left: 0, top: 0, width: 400, height: 200 }, 0.5, { width: 200, height: 100 })).toEqual({
      left: 0,
      top: 0,
      width: 200,
      height: 100,
    });
  });
});
