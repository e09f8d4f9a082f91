import { createHash } from 'node:crypto';

/** One line of the audit trail: who did what, when, with whose client and for which organisation. */
export interface AuditEntry {
  readonly id: string;
  /** The service that it was done in. */
  readonly service: string;
  readonly action: string;
  /** What it was done to: the id of a matter, an account or a client, or the name of a list. */
  readonly subject: string;
  readonly actorId: string;
  readonly clientId: string | null;
  readonly organisation: string | null;
  /** What of it changed: names of fields and codes, never a text that somebody wrote. */
  readonly detail: Readonly<Record<string, string>> | null;
  readonly at: Date;
}

/** The place of a line in the chain. The hash covers the line and the hash before it, so that no line can be changed, taken out or put in. */
export interface AuditLink {
  readonly position: number;
  readonly hash: string;
}

/** What stands before the first line. */
export const CHAIN_BEGIN: AuditLink = { position: 0, hash: '0'.repeat(64) };

/** The one text of a line: its fields in this order, the detail's by name. Changing it would break every chain there is. */
export function canonicalText({ id, service, action, subject, actorId, clientId, organisation, detail, at }: AuditEntry): string {
  const details = detail && Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([id, service, action, subject, actorId, clientId, organisation, details, at.toISOString()]);
}

/** The link of a line behind another one. */
export const linkBehind = (before: AuditLink, entry: AuditEntry): AuditLink => ({
  position: before.position + 1,
  hash: createHash('sha256').update(before.hash).update(canonicalText(entry)).digest('hex'),
});

/** A place of the chain as it is kept, with its line; null where the line is gone. */
export interface ChainedEntry {
  readonly link: AuditLink;
  readonly entryId: string;
  readonly entry: AuditEntry | null;
}

/** The first place at which the chain is not what it was made as. */
export interface BrokenLink {
  readonly position: number;
  readonly entryId: string;
  readonly reason: 'gap' | 'line-missing' | 'hash-differs';
}

/** Follows the chain over some of its places: the last link, or where it is broken. */
export function followChain(before: AuditLink, chained: readonly ChainedEntry[]): AuditLink | BrokenLink {
  let last = before;
  for (const { link, entryId, entry } of chained) {
    const broken = (reason: BrokenLink['reason']): BrokenLink => ({ position: last.position + 1, entryId, reason });
    if (link.position !== last.position + 1) return broken('gap');
    if (!entry) return broken('line-missing');
    if (linkBehind(last, entry).hash !== link.hash) return broken('hash-differs');
    last = link;
  }
  return last;
}

export const isBroken = (end: AuditLink | BrokenLink): end is BrokenLink => 'reason' in end;

/**
 * The places at the beginning whose lines are older, but for the last of the chain, behind which the next goes. One whose line is gone ends them: what is
 * not what it was stays to be looked at.
 */
export function oldestOf(chained: readonly ChainedEntry[], before: Date): readonly ChainedEntry[] {
  const kept = chained.findIndex(({ entry }) => !entry || entry.at >= before);
  return kept < 0 ? chained.slice(0, -1) : chained.slice(0, kept);
}
