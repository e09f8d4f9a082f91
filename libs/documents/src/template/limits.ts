/** So large a DOCX of a template may be: a letterhead with a picture is a tenth of it. */
export const MOST_TEMPLATE_BYTES = 512 * 1024;
