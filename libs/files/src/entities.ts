import { FileEntity } from './file.entity.js';
import { RenditionEntity } from './rendition/rendition.entity.js';
import { ResumableUploadEntity } from './resumable/resumable.entity.js';

/** The tables of files, for the entities of a service. */
export const FILE_ENTITIES = [FileEntity, RenditionEntity, ResumableUploadEntity];
