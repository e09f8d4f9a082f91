import { describe, expect, it } from '@jest/globals';
import { fileErrors } from '../file.errors.js';
import { asksForPlaceAndTime, checkLength, checkPiece, type ResumableUpload } from './resumable.js';

const refuse = fileErrors('inspection');
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'taken' : result.error?.code);

describe('the length of an upload in pieces', () => {
  it.each([
    ['1', 'taken'],
    ['100', 'taken'],
    ['101', 'inspection.file.too_large'],
    ['0', 'inspection.file.empty'],
    [undefined, 'inspection.upload.length_invalid'],
    ['', 'inspection.upload.length_invalid'],
    ['-1', 'inspection.upload.length_invalid'],
    ['1e3', 'inspection.upload.length_invalid'],
    [' 7', 'inspection.upload.length_invalid'],
    ['1234567890123', 'inspection.upload.length_invalid'],
    [['1', '2'], 'inspection.upload.length_invalid'],
  ])('%j, of 100 at most: %s', (header, outcome) => {
    expect(codeOf(checkLength(header, 100, refuse))).toBe(outcome);
  });
});

describe('a piece', () => {
  const upload: ResumableUpload = {
    id: 'one',
    length: 10,
    keepsPlaceAndTime: false,
    createdBy: 'somebody',
    expiresAt: new Date(0),
    fileId: null,
  };
  it.each([
    ['4', 'taken'],
    ['3', 'inspection.upload.offset_differs'],
    ['5', 'inspection.upload.offset_differs'],
    [undefined, 'inspection.upload.offset_differs'],
  ])('that says it goes on at %j when four bytes have arrived: %s', (header, outcome) => {
    expect(codeOf(checkPiece(upload, header, 4, refuse))).toBe(outcome);
  });

  it('may be as long as what is left, and is none of what has become a file', () => {
    expect(checkPiece(upload, '4', 4, refuse)).toMatchObject({ value: 6 });
    expect(codeOf(checkPiece({ ...upload, fileId: 'file' }, '10', 10, refuse))).toBe('inspection.upload.taken_in');
  });
});

it.each([
  ['placeAndTime dHJ1ZQ==', true],
  ['filename 5byg5LiJ.jpg, placeAndTime dHJ1ZQ==', true],
  ['placeAndTime ZmFsc2U=', false],
  ['placeAndTime', false],
  ['filename dHJ1ZQ==', false],
  [undefined, false],
])('metadata %j ask that place and time be kept: %s', (header, asks) => {
  expect(asksForPlaceAndTime(header)).toBe(asks);
});
