/** How a spreadsheet names a column: `A` to `Z`, `AA`, … @param at its place, from 0 */
export const columnLetters = (at: number): string =>
  (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode('A'.charCodeAt(0) + (at % 26));
