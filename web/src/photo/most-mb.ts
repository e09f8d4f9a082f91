/** What services take of each kind unless their operator says otherwise (`FILES_IMAGE_LIMIT_MB` …); `scripts/file-limits.spec.ts` compares the two. */
export const MOST_MB = { image: 25, video: 200, document: 25 } as const;
