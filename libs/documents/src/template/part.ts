import type { XmlReader } from '@zero-distance/platform/xml';
import { TemplateFault } from './template-fault.js';

/** What runs in an office, or is put in from another file. */
const ACTIVE_TYPE = /macroEnabled|vba|activeX|oleObject|package$/i;
const ACTIVE_ELEMENTS = new Set(['altChunk', 'object', 'OLEObject', 'control', 'subDoc', 'dataBinding', 'mailMerge']);
/** Fields that say where in a document one is. Any other computes, asks or fetches: DDE, INCLUDETEXT, MERGEFIELD, HYPERLINK. */
const HARMLESS_FIELD = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b[^"{}]*$/i;

/**
 * Looks at a part as an office reads it: by local names, whatever prefix they have. Throws where it does more than show.
 * @param types what is learnt of the parts' types
 */
export function partReader(types: Set<string>): XmlReader {
  let field = '';
  let isInField = false;
  const assertField = (): void => {
    if (field.trim() !== '' && !HARMLESS_FIELD.test(field)) throw active(`field ${field.trim().slice(0, 40)}`);
    field = '';
  };
  return {
    open(name, attributes) {
      const local = localName(name);
      if (local === 'instrText') isInField = true;
      if (ACTIVE_ELEMENTS.has(local)) throw active(local);
      if (local === 'fldChar') assertField(); // a field may be cut into several texts; it is whole at its next mark
      assertAttributes(local, attributes, types);
    },
    text(text) {
      if (isInField) field += text;
    },
    close(name) {
      const local = localName(name);
      if (local === 'instrText') isInField = false;
      if (local === 'p') assertField();
    },
  };
}

function assertAttributes(local: string, attributes: Readonly<Record<string, string>>, types: Set<string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = localName(name);
    if (local === 'fldSimple' && attribute === 'instr' && !HARMLESS_FIELD.test(value)) throw active(`field ${value.slice(0, 40)}`);
    if (attribute === 'TargetMode' && value.toLowerCase() === 'external') throw active('a link to elsewhere');
    if (attribute === 'ContentType') types.add(value);
    if ((attribute === 'ContentType' || (attribute === 'Type' && local === 'Relationship')) && ACTIVE_TYPE.test(value)) throw active(value);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const active = (what: string): TemplateFault => new TemplateFault('active_content', { what });
