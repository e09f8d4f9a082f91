import { searchedBy } from '@zero-distance/platform';

/** By number, category and area: what an order is about is sealed. What is about one order has its number and category too (work-order/of-its-order.definition.ts). */
export const WORK_ORDER_SEARCH = searchedBy({ number: 'source_number', category: 'category_code' });
