export { DocumentTemplate1795865234712 } from './1795865234712-document-template.js';
