import { describe, expect, it } from '@jest/globals';
import { DOCX, documentFormat } from './document-format.js';

describe('the form of a document', () => {
  it.each([
    [undefined, 'page'],
    ['*/*', 'page'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'page'],
    ['application/json', 'page'],
    [DOCX.mediaType, 'docx'],
    [`text/html;q=0.5, ${DOCX.mediaType}`, 'docx'],
  ])('asked for as %s is a %s', (accept, name) => {
    expect(documentFormat(accept).name).toBe(name);
  });
});
