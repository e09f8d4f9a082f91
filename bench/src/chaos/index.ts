export { type Product, type ProductOptions, startProduct } from './product.js';
export { killings, type Outcome, overload } from './scenario.js';
