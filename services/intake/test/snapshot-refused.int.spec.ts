import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { photo } from '@zero-distance/testing';
import { count, type Fixture, startIntake } from './fixture.js';
import { BASE, codeOf, type Problem, PUBLIC, REPORTS, reporting, SEEN, VALID } from './snapshots.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
});
afterAll(() => f?.stack.stop());

const { visitor, send, reportSeen, find, track } = reporting(() => f);

describe('a stranger', () => {
  it('is refused what is empty, too much, elsewhere on earth, or no photo of anybody', async () => {
    const before = await count(f.stack, 'snapshot_report');
    const refused = async (body: object) => codeOf(await visitor().post(PUBLIC, body));
    expect(await refused({})).toEqual([422, 'intake.snapshot_report.empty']);
    expect(await refused({ ...SEEN, text: '灯'.repeat(2001) })).toEqual([422, 'platform.invalid_input']);
    expect(await refused({ ...SEEN, point: { type: 'Point', coordinates: [2.35, 48.85] } })).toEqual([
      422,
      'intake.request.point_far_away',
    ]);
    expect(await refused({ ...SEEN, files: [newId()] })).toEqual([422, 'intake.file.not_attachable']);
    expect(await refused({ ...SEEN, files: Array.from({ length: 10 }, () => newId()) })).toEqual([422, 'platform.invalid_input']);
    expect(await refused({ ...SEEN, state: 'registered', requestId: newId() })).toEqual([422, 'platform.invalid_input']);
    expect(await refused({ ...SEEN, areaCode: '230903999' })).toEqual([422, 'platform.invalid_input']);
    expect(await count(f.stack, 'snapshot_report')).toBe(before);
  });

  it('sends no document, no program that is called a photo, and nothing that is cut off', async () => {
    const form = (content: string | Uint8Array<ArrayBuffer>, name: string) => {
      const made = new FormData();
      made.set('file', new Blob([content]), name);
      return made;
    };
    const whole = new Uint8Array(await (photo().get('file') as Blob).arrayBuffer());
    const sent = async (body: FormData) => codeOf(await visitor().post(`${BASE}/public/photos`, body));
    expect(await sent(form('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'a.jpg'))).toEqual([
      expect.any(Number),
      expect.stringMatching(/intake\.file\.(type_not_allowed|damaged)/),
    ]);
    expect(await sent(form('<?php system($_GET["c"]); ?>', 'photo.png'))).toEqual([415, 'intake.file.type_not_allowed']);
    expect(await sent(form(whole.slice(0, 40), 'photo.png'))).toEqual([422, expect.stringMatching(/truncated|damaged/)]);
    expect(await sent(form('', 'photo.png'))).toEqual([422, 'intake.file.empty']);
  });

  it('neither reads reports nor decides about them, and does not see the photo that another sent', async () => {
    const receipt = await reportSeen({ files: [await send()] });
    const { id, files } = await find(receipt);
    for (const path of [REPORTS, `${REPORTS}/${id}`, `${BASE}/files/${files[0]?.id}`]) expect((await visitor().get(path)).status).toBe(401);
    expect((await visitor().post(`${REPORTS}/${id}/register`, VALID)).status).toBe(401);
    expect(codeOf(await visitor().post(PUBLIC, { ...SEEN, files: [files[0]?.id] }))).toEqual([422, 'intake.file.not_attachable']);
  });

  it('may guess the code of a report five times, as that of a request', async () => {
    const { number, trackingCode } = await reportSeen();
    const wrong = Array.from({ length: 6 }, (_, i) => String((Number(trackingCode) + i + 1) % 10_000).padStart(4, '0'));
    const guesses = await Promise.all(wrong.map((lastFour) => track({ number, trackingCode: lastFour })));
    expect(guesses.filter((answer) => (answer as Problem).code === 'intake.tracking.tried_too_often')).toHaveLength(1);
  });
});
