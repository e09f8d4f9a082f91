import { type DocumentDefinition, exampleOf } from '../document.js';
import { fill } from '../docx/fill.js';
import { presetOf } from '../docx/preset.js';
import { assertTags } from '../docx/tags.js';
import { assertPackage } from '../template/package.js';
import { TemplateFault } from '../template/template-fault.js';
import type { Answer, Order } from './order.js';

/** Does what is asked. A template's fault is an answer. */
export async function carryOut(order: Order, presets: Map<string, Buffer>): Promise<Answer> {
  try {
    return { outcome: 'done', docx: await docxOf(order, presets) };
  } catch (error) {
    if (error instanceof TemplateFault) return { outcome: 'refused', reason: error.reason, params: error.params };
    return { outcome: 'failed', message: (error as Error).message };
  }
}

async function docxOf(order: Order, presets: Map<string, Buffer>): Promise<Buffer | null> {
  const { document } = order;
  if (order.task === 'preset') return preset(document, presets);
  if (order.task === 'fill')
    return fill(order.template ? Buffer.from(order.template) : await preset(document, presets), document, order.values);
  const template = Buffer.from(order.template);
  await assertPackage(template);
  assertTags(template, document);
  fill(template, document, exampleOf(document)); // what passes here is filled for good
  return null;
}

/** @param presets those that were made already */
async function preset(document: DocumentDefinition, presets: Map<string, Buffer>): Promise<Buffer> {
  const made = presets.get(document.name) ?? (await presetOf(document));
  presets.set(document.name, made);
  return made;
}
