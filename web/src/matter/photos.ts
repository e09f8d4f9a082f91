import { answerOf } from '../api/refused';
import type { Services } from '../api/services';

/** Sends what was chosen, one after another; gives the ids by which the action names them. */
export async function sendPhotos(services: Services, to: 'intake' | 'dispatch', photos: readonly File[]): Promise<string[]> {
  const ids: string[] = [];
  for (const photo of photos) {
    const form = () => {
      const body = new FormData();
      body.append('file', photo);
      return body;
    };
    const request = { body: { file: '' }, bodySerializer: form };
    const { id } = await answerOf(
      to === 'intake' ? services.intake.POST('/api/intake/v1/files', request) : services.dispatch.POST('/api/dispatch/v1/files', request),
    );
    ids.push(id);
  }
  return ids;
}
