import type { CategoryDto } from './category.dto.js';

type CategoryRow = Omit<CategoryDto, 'retiredAt'> & { readonly id: string; readonly retiredAt: Date | null };

/** A category as the API answers it. */
export const toCategoryDto = ({ id: _, retiredAt, ...category }: CategoryRow): CategoryDto => ({
  ...category,
  retiredAt: retiredAt?.toISOString() ?? null,
});
