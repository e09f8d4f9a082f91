export { type Attachment, type Attachments, attachError, attachmentsOf, idsOf } from './attachments.js';
export { FILE_CODE_TABLES } from './code-tables.js';
export { FILES_CONFIG } from './config.js';
export { FILE_ENTITIES } from './entities.js';
export { FileDto } from './file.dto.js';
export { BYTES_LEFT } from './file.store.js';
export { FileIds } from './file-ids.js';
export { FilesModule } from './files.module.js';
