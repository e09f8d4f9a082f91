import { Documented } from '../validation/documented.js';
import { MemberMarks } from '../validation/member-marks.js';
import { together } from '../validation/nested.js';

/** What happens to personal data in a text. */
export type TextUse = 'refused' | 'warned';
/** The same in the OpenAPI document, on the field. */
export const TEXT_USE = 'x-personal-data';

const uses = new MemberMarks<TextUse>();

/** A text that may become public, or that a service keeps for others to read: personal data in it is refused (422). Under `@ApiProperty`. */
export const PublicText = (): PropertyDecorator => textUse('refused');

/** A reason, note or reply among staff: it is taken as it is, and the answer warns of personal data in it. Under `@ApiProperty`. */
export const InternalText = (): PropertyDecorator => textUse('warned');

const textUse = (use: TextUse): PropertyDecorator =>
  together(Documented({ [TEXT_USE]: use }), (target, property) => uses.set(target, property, use));

/** The marks on the members of a DTO, by its class or one above it. */
export const usesOf = (dto: object): ReadonlyMap<string, TextUse> => uses.of(dto);
