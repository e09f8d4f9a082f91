export { type DocumentDefinition, type DocumentPart, defineDocument, type ValuesOf } from './document.js';
export { AskedDocument, DOCUMENT_TYPES, type DocumentFormat } from './document-format.js';
export { DocumentTemplateEntity } from './document-template.entity.js';
export { DocumentsModule } from './documents.module.js';
export { Documents } from './documents.service.js';
export { wordName } from './word-name.js';
