import { BoundedXml } from '@zero-distance/platform/xml';
import { FileFault } from './file-fault.js';

const MAIN_PART = /(?:wordprocessingml\.document|spreadsheetml\.sheet)\.main\+xml$/;
const ACTIVE_TYPE = /macroEnabled|vbaProject|activeX/i;
/** A template or object that is fetched from elsewhere when the document is opened. */
const FETCHED = /\/(?:attachedTemplate|oleObject|frame|subDocument|externalLink)$/i;

/** What the parts that describe a document say of it. */
export interface OfficePart {
  /** It is the list of a text's or a workbook's parts. */
  readonly isDocument: boolean;
}

/**
 * Reads a part that says what the others are (`[Content_Types].xml`) or what they refer to (`.rels`), as Word and Excel read it: by its attributes,
 * however they are written. Throws `active_content` where something runs or is fetched, `damaged` where it is no XML in UTF-8, or more
 * of it than any office writes.
 */
export function readOfficePart(bytes: Buffer): OfficePart {
  let isDocument = false;
  let isActive = false;
  const xml = new BoundedXml({
    open: (_name, { ContentType, Type, TargetMode }) => {
      isDocument ||= ContentType !== undefined && MAIN_PART.test(ContentType);
      isActive ||= ACTIVE_TYPE.test(ContentType ?? '') || ACTIVE_TYPE.test(Type ?? '');
      isActive ||= FETCHED.test(Type ?? '') && TargetMode?.toLowerCase() === 'external';
    },
  });
  try {
    xml.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    xml.end();
  } catch {
    throw new FileFault('damaged');
  }
  if (isActive) throw new FileFault('active_content');
  return { isDocument };
}
