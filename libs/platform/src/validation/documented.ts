import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/**
 * What a rule allows, in the OpenAPI document. The rule says it where it is enforced, so that no DTO repeats a limit. Of a list, the limits of
 * texts and numbers are those of its items. An `@ApiProperty` above the rule adds to it.
 */
export const Documented = (schema: Readonly<Record<string, unknown>>): PropertyDecorator => ApiProperty(schema as ApiPropertyOptions);
