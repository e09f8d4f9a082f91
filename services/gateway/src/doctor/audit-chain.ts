import { SYSTEM } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { type AuditLink, type BrokenLink, CHAIN_BEGIN, followChain, isBroken } from '../audit/audit.js';
import { chainBehind, findGone, findUnchained, waitingLines } from '../audit/audit.store.js';
import { beginOf, isCutTold } from '../audit/audit-cut.store.js';
import { broken, type Check, type CheckTools, type Finding, warning, well } from './check.js';

const AT_ONCE = 2_000;
/** A line has its place after a second or two. */
const LONGEST_WAIT_SECONDS = 60;

/** Follows the chain from the first line that is kept to its last, and past each head that was kept elsewhere: who changed the whole chain cannot change those. */
export const AUDIT_CHAIN: Check = {
  name: 'audit-chain',
  withinMs: 600_000, // it reads every line there is
  look: async ({ transactor, knownHeads }) => [await (await transactor()).read(SYSTEM, (tx) => follow(tx, knownHeads))],
};

async function follow(tx: ReadTx, knownHeads: CheckTools['knownHeads']): Promise<Finding> {
  const sought = new Map(knownHeads.map((head) => head.split(':', 2) as [string, string]));
  const begin = await beginOf(tx);
  if (begin !== CHAIN_BEGIN && !(await isCutTold(tx, begin)))
    return ill(`it begins behind ${begin.position}, and no line of it tells of that cut`);
  const otherCut = otherHead(sought, [begin]);
  if (otherCut) return ill(`at ${otherCut} it is not what was kept elsewhere: it was made anew`);
  for (const position of sought.keys()) if (Number(position) < begin.position) sought.delete(position); // gone with their time
  let end: AuditLink | BrokenLink = begin;
  for (let page = await chainBehind(tx, end, AT_ONCE); page.length > 0; page = await chainBehind(tx, end, AT_ONCE)) {
    end = followChain(end, page);
    if (isBroken(end)) return ill(`broken at ${end.position}, line ${end.entryId}: ${end.reason}`);
    const other = otherHead(
      sought,
      page.map(({ link }) => link),
    );
    if (other) return ill(`at ${other} it is not what was kept elsewhere: it was made anew`);
  }
  if (sought.size > 0) return ill(`it ends at ${end.position}, before ${[...sought.keys()].join(', ')}: lines were taken off its end`);
  const unchained = await findUnchained(tx);
  if (unchained) return ill(`line ${unchained} has no place in it`);
  const gone = await findGone(tx);
  if (gone) return ill(`line ${gone} was taken out before it had its place`);
  const { count, seconds } = await waitingLines(tx);
  if (seconds > LONGEST_WAIT_SECONDS) return late(count, Math.round(seconds));
  const head = `${end.position}:${end.hash}`;
  const lines = end.position - begin.position;
  return well(
    `审计记录完整：${lines} 行，待入链 ${count} 行，链头 ${head}`,
    `the audit trail is whole: ${lines} lines, ${count} waiting, head ${head}`,
  );
}

/** The place at which some places have another hash than was kept elsewhere. Takes those that it has out of what is sought. */
function otherHead(sought: Map<string, string>, links: readonly AuditLink[]): number | undefined {
  for (const link of links) {
    const hash = sought.get(String(link.position));
    if (hash !== undefined && hash !== link.hash) return link.position;
    sought.delete(String(link.position));
  }
  return undefined;
}

const late = (count: number, seconds: number): Finding =>
  warning(
    `审计记录有 ${count} 行等待入链，最久 ${seconds} 秒`,
    `${count} lines of the audit trail wait for their place, one of them for ${seconds} s`,
    {
      zh: '查看网关是否有领导者，及其日志中的“timer chain the audit trail”',
      en: 'see whether the gateway has a leader, and its log: "timer chain the audit trail"',
    },
  );

const ill = (what: string): Finding =>
  broken(`审计记录被改动：${what}`, `the audit trail is not what it was: ${what}`, {
    zh: '保存现场，与别处保存的链头和备份比对，查明何人可改数据库',
    en: 'keep all as it is, compare with heads kept elsewhere and with back-ups, and find out who could change the database',
  });
