/** 前后对比: where anybody sees what was reported, and what was done. */
export interface Pictures {
  readonly before: string[];
  readonly after: string[];
}
