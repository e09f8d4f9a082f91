import { answerOf } from '../api/refused';
import type { Services } from '../api/services';
import type { Say } from '../language/language';
import { fitting } from '../photo/fitting';
import type { serviceOf } from './action';

/** What was sent stays sent when the rest is refused: sent again it is the same body, under the same key. */
const sent = new WeakMap<File, string>();

/** How the service is reached that takes the photos, and in which language what is too large is refused. */
interface Way {
  readonly services: Services;
  readonly to: ReturnType<typeof serviceOf>;
  readonly say: Say;
}

/** Sends what was chosen, one after another; gives the ids by which the action names them. */
export async function sendPhotos({ services, to, say }: Way, photos: readonly File[]): Promise<string[]> {
  const ids: string[] = [];
  for (const photo of photos) {
    const id = sent.get(photo) ?? (await sendPhoto(services, to, await fitting(photo, say)));
    sent.set(photo, id);
    ids.push(id);
  }
  return ids;
}

async function sendPhoto({ api }: Services, to: ReturnType<typeof serviceOf>, photo: File): Promise<string> {
  const form = () => {
    const body = new FormData();
    body.append('file', photo);
    return body;
  };
  const request = { body: { file: '' }, bodySerializer: form };
  const { id } = await answerOf(
    to === 'dispatch' ? api.POST('/api/dispatch/v1/files', request) : api.POST('/api/intake/v1/files', request),
  );
  return id;
}
