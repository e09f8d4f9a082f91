export { File1795831087103 } from './1795831087103-file.js';
