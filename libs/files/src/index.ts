export { FILE_CODE_TABLES } from './code-tables.js';
export { FILES_CONFIG } from './config.js';
export { FileEntity } from './file.entity.js';
export { FilesModule } from './files.module.js';
