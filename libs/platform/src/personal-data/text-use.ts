import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { together } from '../validation/nested.js';

/** What happens to personal data in a text. */
export type TextUse = 'refused' | 'warned';
/** The same in the OpenAPI document, on the field. */
export const TEXT_USE = 'x-personal-data';

const uses = new WeakMap<object, Map<string, TextUse>>();

/** A text that may become public, or that a service keeps for others to read: personal data in it is refused (422). Under `@ApiProperty`. */
export const PublicText = (): PropertyDecorator => textUse('refused');

/** A reason, note or reply among staff: it is taken as it is, and the answer warns of personal data in it. Under `@ApiProperty`. */
export const InternalText = (): PropertyDecorator => textUse('warned');

const textUse = (use: TextUse): PropertyDecorator =>
  together(ApiProperty({ [TEXT_USE]: use } as ApiPropertyOptions), (target, property) => {
    const own = uses.get(target) ?? new Map<string, TextUse>();
    uses.set(target, own.set(String(property), use));
  });

/** What is said of a member of a DTO, by its class or one above it. */
export function useOf(dto: object, property: string): TextUse | undefined {
  for (let type = Object.getPrototypeOf(dto); type !== null; type = Object.getPrototypeOf(type)) {
    const use = uses.get(type)?.get(property);
    if (use) return use;
  }
  return undefined;
}
