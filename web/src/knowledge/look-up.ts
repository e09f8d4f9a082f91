import { answerOf } from '../api/refused';
import type { Services } from '../api/services';

interface Asked {
  readonly q?: string;
  readonly categoryPrefix?: string;
  readonly areaCode?: string;
}

/** What is published of what people ask, the likeliest first. */
export const lookUp = ({ api }: Services, asked: Asked) =>
  answerOf(api.GET('/api/intake/v1/knowledge', { params: { query: { ...asked, limit: 10 } } }));
