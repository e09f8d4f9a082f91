import type { AreaDto } from './area.dto.js';

/** An area as the API answers it. */
export const toAreaDto = (area: Omit<AreaDto, 'retiredAt'> & { readonly retiredAt: Date | null }): AreaDto => ({
  ...area,
  retiredAt: area.retiredAt?.toISOString() ?? null,
});
