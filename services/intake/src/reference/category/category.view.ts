import type { CategoryDto } from './category.dto.js';

/** A category as the API answers it. */
export const toCategoryDto = ({ id: _, ...category }: CategoryDto & { readonly id: string }): CategoryDto => category;
