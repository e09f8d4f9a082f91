/** So many of a noun are counted; what is more is a matter of lists. */
export const MOST_MENTIONS = 10_000;
