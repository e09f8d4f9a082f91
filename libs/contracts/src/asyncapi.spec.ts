import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';
import { describe, expect, it } from '@jest/globals';
import { asyncApiDocument } from './asyncapi.js';
import { EVENTS } from './events.js';

interface Document {
  channels: Record<string, { address: string }>;
  operations: Record<string, { action: string; channel: { $ref: string } }>;
  components: { messages: Record<string, { payload: unknown; examples: { payload: unknown }[] }> };
}
const document = asyncApiDocument('0.1.0') as unknown as Document;
const types = Object.keys(EVENTS) as (keyof typeof EVENTS)[];
const errorsIn = async (text: string) =>
  (await new Parser().validate(text)).filter(({ severity }) => severity === 0).map(({ message }) => message);

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3', async () => {
    expect(await errorsIn(JSON.stringify(document))).toEqual([]);
  }, 60_000);

  it('is found invalid when a channel names a message that is not there', async () => {
    const text = JSON.stringify(document).replaceAll('#/components/messages/intake.request.registered.v1', '#/components/messages/nobody');
    expect(await errorsIn(text)).not.toEqual([]);
  }, 60_000);

  it('is committed as docs/asyncapi.json exactly as generated', () => {
    const written = JSON.parse(readFileSync(new URL('../../../docs/asyncapi.json', import.meta.url), 'utf8')) as unknown;
    expect(written).toEqual(document); // else: node libs/contracts/dist/asyncapi-main.js --write
  });

  it.each(types)('has %s as channel, message with example, and one sender', (type) => {
    expect(document.channels[type]?.address.replace(/\.\{\w+\}$/, '')).toBe(`evt.${type}`);
    expect(document.components.messages[type]?.examples[0]?.payload).toEqual(EVENTS[type].example);
    const operations = Object.values(document.operations).filter(({ channel }) => channel.$ref === `#/channels/${type}`);
    expect(operations.filter(({ action }) => action === 'send')).toHaveLength(1);
  });

  it('has an operation for each service that hears an event, and none for one that does not', () => {
    const hears = (service: string) => Object.keys(document.operations).includes(`${service}.receive.inspection.hazard.transferred.v1`);
    expect(['dispatch', 'evaluation', 'intake', 'inspection'].map(hears)).toEqual([true, true, false, false]);
  });

  it('names the routing token that ends the subjects of an aggregate whose events are consumed in part', () => {
    expect(document.channels['dispatch.work-order.closed.v1']).toMatchObject({
      address: 'evt.dispatch.work-order.closed.v1.{type}',
      parameters: { type: { enum: ['request', 'hazard-rectification', 'facility-fault'] } },
    });
    expect(document.operations).toHaveProperty(['inspection.receive.dispatch.work-order.closed.v1', 'x-durable-consumer'], 'inspection');
    expect(document.operations).not.toHaveProperty(['case-mediation.receive.dispatch.holiday.registered.v1']);
  });
});
