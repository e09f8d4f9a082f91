/** XML takes no control characters and no half of a surrogate pair, not even as references. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A text without what no XML can hold. It is not escaped yet. */
export const storableInXml = (text: string): string => text.replace(NOT_IN_XML, '');
