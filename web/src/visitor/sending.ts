import createClient from 'openapi-fetch';
import type { components, paths } from '../api/intake';
import { answerOf, Refused } from '../api/refused';
import type { Say } from '../language/language';
import { fitting } from '../photo/fitting';

type Sent = components['schemas']['ReceiptDto'];
/** What came of a report; without its group where there is no such group. */
export type Receipt = Sent & { readonly withoutGroup: boolean };
export type Point = components['schemas']['PointDto'];
export type PublicMatter = components['schemas']['PublicMatterDto'];
type Said = components['schemas']['PublicSnapshotInput'];

/** Who reads what is refused. */
interface Reader {
  readonly language: string;
  readonly say: Say;
}

const intake = createClient<paths>({ baseUrl: '/' });

/** Photos that have arrived, by the file that was chosen: what is sent again sends no photo twice. */
const arrived = new WeakMap<File, string>();

async function photoId(photo: File, headers: Readonly<Record<string, string>>, say: Say): Promise<string> {
  const known = arrived.get(photo);
  if (known) return known;
  const sent = await fitting(photo, say);
  const bodySerializer = () => {
    const form = new FormData();
    form.append('file', sent);
    return form;
  };
  const { id } = await answerOf(intake.POST('/api/intake/v1/public/photos', { body: { file: '' }, bodySerializer, headers }));
  arrived.set(photo, id);
  return id;
}

/** Sends the photos, one after another, and then what is said of them. @param key the same for the same report, so that it is taken once */
export async function sendReport(said: Said, photos: readonly File[], key: string, { language, say }: Reader): Promise<Receipt> {
  const headers = { 'Accept-Language': language === 'zh' ? 'zh-CN' : 'en' };
  const files: string[] = [];
  for (const photo of photos) files.push(await photoId(photo, headers, say));
  const send = (body: Said) =>
    answerOf(intake.POST('/api/intake/v1/public/snapshot-reports', { body, headers: { ...headers, 'Idempotency-Key': key } }));
  const { group, ...rest } = { ...said, ...(files.length > 0 && { files }) };
  try {
    return { ...(await send(group ? { ...rest, group } : rest)), withoutGroup: false };
  } catch (error) {
    if (!isGroupUnknown(error)) throw error;
    return { ...(await send(rest)), withoutGroup: true }; // a link that was copied badly keeps nobody from reporting
  }
}

const isGroupUnknown = (error: unknown): boolean => error instanceof Refused && error.byField.has('group'); // none of that code, or one that is badly written

/** By chance, also where the page did not come over TLS. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What others have reported there, as far as it is public. */
export const matters = async (point: Point): Promise<readonly PublicMatter[]> =>
  (await answerOf(intake.POST('/api/intake/v1/public/nearby-matters', { body: { point } }))).items;
