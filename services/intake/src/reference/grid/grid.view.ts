import type { GridDto } from './grid.dto.js';
import type { Grid } from './grid.js';

/** A grid as the API answers it. */
export const toGridDto = ({ id: _, ...grid }: Grid): GridDto => grid;
