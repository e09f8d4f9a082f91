import { expect, it } from '@jest/globals';
import { FILES_CONFIG } from '../libs/files/src/config.js';
import { MOST_MB } from '../web/src/photo/most-mb.js';

it('The browser sends what services take unless their operator says otherwise, and nothing larger', () => {
  expect(FILES_CONFIG).toMatchObject({
    FILES_IMAGE_LIMIT_MB: { default: MOST_MB.image },
    FILES_VIDEO_LIMIT_MB: { default: MOST_MB.video },
    FILES_DOCUMENT_LIMIT_MB: { default: MOST_MB.document },
  });
});
