import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

/**
 * What a rule allows, in the OpenAPI document. The rule says it where it is enforced, so that no DTO repeats a limit. Of a list, the limits of
 * texts and numbers are those of its items. An `@ApiProperty` above the rule adds to it.
 */
export const Documented = (schema: Readonly<Record<string, unknown>>): PropertyDecorator => ApiProperty(schema as ApiPropertyOptions);

/** On a DTO whose members are a table's: what the OpenAPI document says of each row of it. */
export const DocumentedMembers =
  <R>(table: Readonly<Record<string, R>>, schemaOf: (row: R) => ApiPropertyOptions): ClassDecorator =>
  ({ prototype }) => {
    for (const [member, row] of Object.entries(table)) ApiProperty(schemaOf(row))(prototype as object, member);
  };
