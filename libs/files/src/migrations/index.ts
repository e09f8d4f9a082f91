export { File1795831087103 } from './1795831087103-file.js';
export { FileErasure1795844000001 } from './1795844000001-file-erasure.js';
export { FileRendition1795864800000 } from './1795864800000-file-rendition.js';
export { FileUpload1795864860000 } from './1795864860000-file-upload.js';
export { FilePurposeMinutes1795864920000 } from './1795864920000-file-purpose-minutes.js';
export { RenditionTold1795877400000 } from './1795877400000-rendition-told.js';
export { RenditionLook1795906200000 } from './1795906200000-rendition-look.js';
