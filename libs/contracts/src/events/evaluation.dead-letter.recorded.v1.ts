/** 死信. A message could not be handled and waits for an operator. */
export { deadLetterRecorded as evaluationDeadLetterRecordedV1 } from '../dead-letter-event.js';
