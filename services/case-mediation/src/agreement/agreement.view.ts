import { dateEndingAt } from '@zero-distance/calendar';
import type { AgreementDto } from './agreement.dto.js';
import type { Agreement } from './agreement.js';

/** An agreement as the API answers it. */
export const toAgreementDto = ({ form, terms, immediate, performBy, agreedAt }: Agreement): AgreementDto => ({
  form,
  terms,
  immediate,
  performBy: dateEndingAt(performBy),
  agreedAt: agreedAt.toISOString(),
});
