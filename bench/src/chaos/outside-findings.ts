import { createHash } from 'node:crypto';
import type { Service } from '@zero-distance/contracts';
import type { PublishedEvent } from '@zero-distance/testing';
import type { Evidence } from './evidence.js';
import { examples, type Finding, finding } from './finding.js';
import { TOLD_TYPES } from './receiver.js';

/** A delivery that was refused, or whose sender was killed, is tried again after some seconds. */
const DELIVERED_WITHIN_MS = 120_000;

/** What a department's system was told, and the files that somebody was told are kept. */
export async function outsideFindings(evidence: Evidence, streams: ReadonlyMap<Service, readonly PublishedEvent[]>): Promise<Finding[]> {
  return [await toldToTheLast(evidence, streams), await filesKept(evidence)];
}

/** Every event that a webhook hears comes at least once, and those of one aggregate in their order. */
async function toldToTheLast(
  { product: { receiver, log }, insight }: Evidence,
  streams: ReadonlyMap<Service, readonly PublishedEvent[]>,
): Promise<Finding> {
  const isOfLog = (data: unknown) => {
    const { sourceId, requestId } = data as Readonly<Record<string, unknown>>;
    return log.requests.has(String(sourceId ?? requestId));
  };
  const toTell = [...streams.values()].flat().filter(({ type, data }) => TOLD_TYPES.some((told) => told === type) && isOfLog(data));
  const lost = () => toTell.filter(({ id }) => !receiver.received.has(id));
  await insight.until(async () => lost().length === 0, DELIVERED_WITHIN_MS);
  const [missing, times] = [lost(), [...receiver.received.values()]];
  const repeated = times.filter((count) => count > 1).length;
  const wrong = [...missing.map(({ type, id }) => `${type} ${id} never came`), ...receiver.outOfOrder];
  return finding(
    'a webhook is told every event at least once, in the order of its aggregate',
    wrong.length === 0 && (toTell.length > 0 || log.closed.size === 0),
    `${toTell.length} events, ${missing.length} lost, ${repeated} repeated, ${receiver.outOfOrder.length} out of order${examples(wrong)}`,
  );
}

/** What was acknowledged can be read, and is what was acknowledged. */
async function filesKept({ product: { log }, caller }: Evidence): Promise<Finding> {
  const wrong: string[] = [];
  for (const { path, sha256 } of log.files) {
    const bytes = await caller.download({ method: 'GET', path, as: 'reviewer' });
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) wrong.push(path);
  }
  const holds = wrong.length === 0 && (log.files.length > 0 || log.closed.size < 10); // every fifth life sends some
  return finding('every file that was taken is there, to the byte', holds, `${log.files.length} files${examples(wrong)}`);
}
