export { Policy1764300002000 } from './1764300002000-policy.js';
export { AccessRecord1764500000000 } from './1764500000000-access-record.js';
export { MatterText1795830000000 } from './1795830000000-matter-text.js';
export { Import1795831200000 } from './1795831200000-import.js';
export { Erasure1795844000000 } from './1795844000000-erasure.js';
export { ImportSummary1795852800000 } from './1795852800000-import-summary.js';
export { eraseReasons } from './erase-reasons.definition.js';
export { RegisterCopies } from './register-copies.js';
