export { fuzz } from './fuzz.js';
export { type Product, startProduct } from './product.js';
export { holds, report } from './report.js';
