import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition } from '../document.js';
import { EXAMPLE_TEMPLATE } from '../template/example-template.js';
import { carryOut } from './carry-out.js';

const document: DocumentDefinition = { name: 'sheet', title: '单 / sheet', fields: {}, tables: {}, parts: [] };
const example = Buffer.from(EXAMPLE_TEMPLATE, 'base64');

describe('what the thread is asked', () => {
  it('is answered for a template that may be published with its being done', async () => {
    expect(await carryOut({ task: 'check', document, template: example }, new Map())).toEqual({ outcome: 'done', docx: null });
  });

  it('is answered for one that may not with its fault, and for a document that cannot be made with what went wrong', async () => {
    const check = await carryOut({ task: 'check', document, template: Buffer.from('no zip') }, new Map());
    expect(check).toEqual({ outcome: 'refused', reason: 'unreadable', params: {} });
    const fill = await carryOut({ task: 'fill', document, template: Buffer.from('no zip'), values: {} }, new Map());
    expect(fill).toMatchObject({ outcome: 'failed' });
  });

  it('is filled from the preset where there is no template, which is made once', async () => {
    const presets = new Map<string, Buffer>();
    expect(await carryOut({ task: 'preset', document }, presets)).toMatchObject({ outcome: 'done' });
    presets.set(document.name, example);
    expect(await carryOut({ task: 'preset', document }, presets)).toEqual({ outcome: 'done', docx: example });
    expect(await carryOut({ task: 'fill', document, template: null, values: {} }, presets)).toMatchObject({ outcome: 'done' });
  });
});
