/** Why a file is not taken. Each is a refusal of the service: `file.<reason>`. */
export const FILE_FAULTS = [
  'empty',
  'type_not_allowed',
  'too_large',
  'truncated',
  'damaged',
  'too_many_pixels',
  'trailing_data',
  'active_content',
  'unpacks_too_large',
  'encrypted',
] as const;
export type FileFaultReason = (typeof FILE_FAULTS)[number];

/** What is wrong with a file that somebody sent; thrown where it is found. */
export class FileFault extends Error {
  constructor(
    readonly reason: FileFaultReason,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(reason);
  }
}
