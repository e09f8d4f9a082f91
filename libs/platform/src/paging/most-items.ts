/** The most items of a page. A file of its own: commands ask by it, and need nothing of what describes a page. */
export const MOST_ITEMS = 200;
