/** `已受理 / received`: the name of a word in Chinese and in English. */
export type Label = `${string} / ${string}`;

/** The two names of a label. */
export function readLabel(label: Label): { readonly zh: string; readonly en: string } {
  const at = label.indexOf(' / ');
  return { zh: label.slice(0, at), en: label.slice(at + 3) };
}
