import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, photo, type TestStack } from '@zero-distance/testing';
import { API, type Clients, findHazard } from './harness.js';

interface RenditionBody {
  renditionId: string;
  sha256: string;
  state: string;
  publicPath: string | null;
}

const SOON = new Date(Date.now() + 7 * 86_400_000).toISOString();

/** What holds of photos for the public. @param around what runs where hazards are tested */
export function describeRenditions(around: () => { readonly stack: TestStack; readonly clients: Clients }): void {
  describe('a photo of it for the public', () => {
    const as = async (clientId: string, roles: string[], area = '230903') =>
      around().stack.http(
        'inspection',
        await around().stack.token({ scopes: ['inspection:read', 'inspection:write'], roles, area, clientId }),
      );
    const shown = (path: string | null) => fetch(`${around().stack.url('inspection')}${path}`);
    const masks = [{ left: 0, top: 0, width: 1, height: 1 }];
    let asker: Clients['inspector'];
    let decider: Clients['inspector'];
    let file: string;
    let code: string;
    let made = 0;

    beforeAll(async () => {
      [asker, decider] = await Promise.all([as('photo-asker', ['inspector', 'reviewer']), as('photo-decider', ['publisher'])]);
    });
    beforeEach(async () => {
      file = (await around().clients.inspector.post<{ id: string }>(`${API}/files`, photo())).body.id;
      made += 1;
      code = `PUBLIC-${made}`;
    });
    const found = () => findHazard(around().clients, code, { settled: 'notice', rectifyBy: SOON, files: [file] });
    const rendition = (action = '') => `${API}/files/${file}/rendition${action}`;

    it('is shown to anybody once somebody else than who asked has approved it, and to nobody from the moment it is revoked', async () => {
      await found();
      const asked = await asker.post<RenditionBody>(rendition(), { masks });
      expect([asked.status, asked.body]).toMatchObject([200, { state: 'asked', version: 1, publicPath: null, askedBy: 'photo-asker' }]);
      const path = `${API}/public/renditions/${asked.body.renditionId}`;
      expect((await shown(path)).status).toBe(404);
      expect((await decider.get(rendition('/picture'))).status).toBe(200);
      expect(await asker.post(rendition('/approve'))).toMatchObject({ status: 403, body: { code: 'platform.duties_not_separate' } });
      expect((await decider.post(rendition('/approve'), undefined, { headers: { 'if-match': '"7"' } })).status).toBe(412);
      expect((await decider.post<RenditionBody>(rendition('/approve'))).body).toMatchObject({ state: 'approved', publicPath: path });
      const answer = await shown(path);
      const names = ['content-type', 'cache-control', 'cross-origin-resource-policy', 'etag', 'content-disposition'];
      expect([answer.status, ...names.map((name) => answer.headers.get(name))]).toEqual([
        200,
        'image/jpeg',
        'no-cache',
        'cross-origin',
        `"${asked.body.sha256}"`,
        `inline; filename="${asked.body.renditionId}.jpg"`,
      ]);
      expect((await decider.post<RenditionBody>(rendition('/revoke'))).body).toMatchObject({ state: 'revoked', publicPath: null });
      expect([(await shown(path)).status, (await decider.get(rendition('/picture'))).status]).toEqual([404, 404]);
      const told = await eventually(async () => {
        const events = (await around().stack.publishedBy('inspection')).map(({ data }) => data as { subject?: string; action?: string });
        const ofFile = events.filter(({ subject }) => subject === file).map(({ action }) => action);
        expect(ofFile).toHaveLength(3);
        return ofFile;
      });
      expect(told).toEqual(['rendition-asked', 'rendition-approved', 'rendition-revoked']);
    });

    it('is asked for again after it was refused, under another id; two at the same time are one', async () => {
      await found();
      const both = await Promise.all([asker, asker].map((one) => one.post<RenditionBody>(rendition(), { masks: [] })));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const first = both.find(({ status }) => status === 200)?.body;
      expect((await decider.post<RenditionBody>(rendition('/refuse'))).body.state).toBe('refused');
      expect(await decider.post(rendition('/approve'))).toMatchObject({ status: 409, body: { code: 'inspection.rendition.other_state' } });
      const again = (await asker.post<RenditionBody>(rendition(), { masks })).body;
      expect(again).toMatchObject({ state: 'asked', version: 3 });
      expect(again.renditionId).not.toBe(first?.renditionId);
      const left = () => around().stack.sql('inspection', 'select id from file_leftover where id = $1', [first?.renditionId]);
      await eventually(async () => expect(await left()).toEqual([]), { timeout: 20_000 }); // the bytes are removed
    });

    it('waits in the list of who decides and sees the hazard, the longest waiting first, until it is decided', async () => {
      interface Awaiting {
        items: { fileId: string; subjectId: string; areaCode: string }[];
        next: string | null;
      }
      const listOf = async (client: Clients['inspector'], query = '') => (await client.get<Awaiting>(`${API}/renditions${query}`)).body;
      for (const { fileId } of (await listOf(decider)).items) await decider.post(`${API}/files/${fileId}/rendition/refuse`);
      const id = await found();
      const first = file;
      await asker.post(rendition(), { masks });
      file = (await around().clients.inspector.post<{ id: string }>(`${API}/files`, photo())).body.id;
      code = `${code}-2`;
      await found();
      await asker.post(rendition(), { masks });
      const page = await listOf(decider, '?limit=1');
      expect(page.items).toMatchObject([{ fileId: first, subjectId: id, areaCode: '230903011001', state: 'asked', publicPath: null }]);
      expect((await listOf(decider, `?limit=1&cursor=${page.next}`)).items.map(({ fileId }) => fileId)).toEqual([file]);
      expect((await listOf(decider, '?areaCode=230903012')).items).toEqual([]);
      expect((await asker.get(`${API}/renditions?limit=501`)).status).toBe(422);
      expect((await around().clients.inspector.get(`${API}/renditions`)).status).toBe(403); // decides on nothing
      const elsewhere = await as('decides-elsewhere', ['publisher'], '230903012');
      const department = await around().stack.http(
        'inspection',
        await around().stack.token({
          scopes: ['inspection:read', 'inspection:write'],
          roles: ['reviewer'],
          org: 'takes-no-part',
          clientId: 'department',
        }),
      );
      for (const stranger of [elsewhere, department]) {
        expect((await listOf(stranger)).items).toEqual([]);
        expect(await stranger.post(rendition('/approve'))).toMatchObject({ status: 404, body: { code: 'inspection.file.not_found' } });
        expect((await stranger.get(rendition('/picture'))).status).toBe(404);
      }
      await decider.post(rendition('/refuse'));
      expect((await listOf(decider)).items.map(({ fileId }) => fileId)).toEqual([first]);
      file = first;
      await decider.post(rendition('/approve'));
      expect((await listOf(decider)).items).toEqual([]);
    });

    it('is told of when it is published and when it is withdrawn, by ids alone; one that was refused is not', async () => {
      const id = await found();
      const refused = (await asker.post<RenditionBody>(rendition(), { masks })).body.renditionId;
      await decider.post(rendition('/refuse'));
      const { renditionId } = (await asker.post<RenditionBody>(rendition(), { masks })).body;
      await decider.post(rendition('/approve'));
      await decider.post(rendition('/revoke'));
      const about = async (one: string) =>
        (await around().stack.publishedBy('inspection')).filter(({ aggregateId }) => aggregateId === one);
      await eventually(async () => expect(await about(renditionId)).toHaveLength(2));
      const facts = { renditionId, fileId: file, subjectId: id, matterId: id, areaCode: '230903011001', at: expect.any(String) };
      expect((await about(renditionId)).map(({ type, aggregateVersion, data }) => [type, aggregateVersion, data])).toEqual([
        ['inspection.rendition.published.v1', 1, { ...facts, purpose: 'before' }],
        ['inspection.rendition.withdrawn.v1', 2, facts],
      ]);
      expect(await about(refused)).toEqual([]);
    });

    it('is none of what belongs to nothing, of a mask beyond its edge, or of a file that the caller may not see', async () => {
      const own = (await asker.post<{ id: string }>(`${API}/files`, photo())).body.id;
      const code = async (client: Clients['inspector'], id: string, masked: object[]) =>
        (await client.post<{ code: string }>(`${API}/files/${id}/rendition`, { masks: masked })).body.code;
      expect(await code(asker, own, masks)).toBe('inspection.rendition.of_nothing');
      await found();
      expect(await code(asker, file, [{ left: 0, top: 0, width: 2, height: 1 }])).toBe('inspection.rendition.mask_outside');
      expect(await code(await as('elsewhere', ['inspector'], '230902'), file, masks)).toBe('inspection.file.not_found');
    });
  });
}
