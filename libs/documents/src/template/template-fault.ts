/** Why a template is not taken. */
export const TEMPLATE_FAULTS = ['unreadable', 'too_large', 'active_content', 'fields_unknown', 'tag_broken'] as const;
export type TemplateFaultReason = (typeof TEMPLATE_FAULTS)[number];

/** What fills the text of a refusal. */
export type FaultParams = Readonly<Record<string, string | number>>;

/** A template is not what it should be. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';

  constructor(
    readonly reason: TemplateFaultReason,
    readonly params: FaultParams = {},
  ) {
    super(reason);
  }
}
