export { File1795831087103 } from './1795831087103-file.js';
export { FileErasure1795844000001 } from './1795844000001-file-erasure.js';
