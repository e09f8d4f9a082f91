export { type Product, type ProductOptions, startProduct } from './product.js';
export { killings, type Outcome, outages, overload } from './scenario.js';
