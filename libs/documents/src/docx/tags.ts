import Docxtemplater, { type DXT } from 'docxtemplater';
import inspectModule from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import { type DocumentDefinition, type DocumentField, fieldsOf, nameOf } from '../document.js';
import { TemplateFault } from '../template/template-fault.js';
import { FILLING } from './filling.js';

/** A place of a template that something is put into, as docxtemplater reads it. */
interface Tag {
  readonly value: string;
  /** What is more than a text: `loop`, `rawxml`. */
  readonly module?: string;
  readonly subparsed?: readonly Tag[];
}

/** What tells the tags of a template; its package is a function, and says that it is a class. */
type Inspector = DXT.Module & { getAllStructuredTags(): readonly Tag[] };
const inspector = inspectModule as unknown as () => Inspector;

/** Throws where a template cannot be filled from a document: a tag that is broken, or names what the document has not. */
export function assertTags(template: Buffer, document: DocumentDefinition): void {
  const unknown = new Set<string>();
  lookAt(tagsOf(template), document, namesOf(fieldsOf(document)), unknown);
  if (unknown.size > 0) throw new TemplateFault('fields_unknown', { unknown: [...unknown].join(', ').slice(0, 500) });
}

function tagsOf(template: Buffer): readonly Tag[] {
  const inspect = inspector();
  try {
    new Docxtemplater(new PizZip(template), { ...FILLING, modules: [inspect] });
  } catch (error) {
    throw asFault(error);
  }
  return inspect.getAllStructuredTags();
}

function lookAt(tags: readonly Tag[], document: DocumentDefinition, known: ReadonlySet<string>, unknown: Set<string>): void {
  for (const { value, module, subparsed } of tags) {
    if (module !== undefined && !['loop', 'spacecontainer'].includes(module))
      throw new TemplateFault('tag_broken', { tag: value, why: module });
    const table = Object.entries(document.tables).find(([key, one]) => key === value || nameOf(one) === value)?.[1];
    if (!table && !known.has(value)) unknown.add(value);
    if (table && !subparsed) throw new TemplateFault('tag_broken', { tag: value, why: 'loop' });
    if (subparsed) lookAt(subparsed, document, table ? new Set([...known, ...namesOf(table.columns)]) : known, unknown);
  }
}

/** In a template a field is called by its name in the API or by its Chinese name. */
const namesOf = (fields: Readonly<Record<string, DocumentField>>): Set<string> =>
  new Set(Object.entries(fields).flatMap(([key, field]) => [key, nameOf(field)]));

interface TemplateError {
  readonly properties?: { readonly id?: string; readonly xtag?: string; readonly errors?: readonly TemplateError[] };
}

/** The first thing that docxtemplater found wrong; what is no fault of a tag is one of the file. */
function asFault(error: unknown): TemplateFault {
  const { properties } = error as TemplateError;
  const first = properties?.errors?.[0]?.properties ?? properties;
  if (first?.id === undefined) return new TemplateFault('unreadable');
  return new TemplateFault('tag_broken', { tag: String(first.xtag ?? '').slice(0, 60), why: first.id });
}
