import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { EVENTS, type EventType } from './events.js';
import { KNOWN_WORDS } from './fields.js';

/** An event that does not fit its schema: a defect of its producer, never worth a retry. */
export class EventSchemaError extends Error {
  constructor(type: string, problems: string) {
    super(`${type}: ${problems}`);
    this.name = 'EventSchemaError';
  }
}

export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type);

/** Throws EventSchemaError unless `data` fits the schema of `type`, for the one who emits it: an unknown field is refused, and a word that is not known. About 1 µs a call. */
export const checkEventData = checker({
  keywords: [{ keyword: KNOWN_WORDS, type: 'string', validate: (words: readonly string[], word: string) => words.includes(word) }],
});

/**
 * The same for the receiver: fields that this version does not know are removed from `data`, and a word of an open list is taken as it is,
 * so that a producer may add either before its consumers know it.
 */
export const checkReceivedData = checker({ removeAdditional: true });

function checker(options: Options): (type: string, data: unknown) => void {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, ...options }); // the schemas are TypeBox's
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const compiled = new Map<EventType, ValidateFunction>();
  return (type, data) => {
    if (!isEventType(type)) throw new EventSchemaError(type, 'no such event type');
    let validate = compiled.get(type);
    if (!validate) {
      validate = ajv.compile(EVENTS[type].schema);
      compiled.set(type, validate);
    }
    if (!validate(data)) throw new EventSchemaError(type, ajv.errorsText(validate.errors, { dataVar: 'data' }));
  };
}
