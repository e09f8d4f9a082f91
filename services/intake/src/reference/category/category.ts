import type { FilePurpose } from '@zero-distance/contracts';

/** 结案材料: files of an order that show that it is done, by their purpose. */
export const EVIDENCE = ['before', 'after', 'result'] as const satisfies readonly FilePurpose[];
