import { connect } from 'node:net';
import { SYSTEM } from '@zero-distance/kernel';
import { broken, type Check, type Finding, well } from './check.js';

const FIX_DATABASE = {
  zh: '看 Postgres 的日志和磁盘；服务仍答复 503，已答复成功的不会丢',
  en: 'look at the log and the disk of Postgres; what was answered with success is in it, and the services say 503 meanwhile',
};
const FIX_BROKER = {
  zh: '看 NATS 的日志和磁盘；事件先存在发件箱，恢复后自动补发',
  en: 'look at the log and the disk of NATS; events wait in the outboxes and go on by themselves',
};

/** 数据库: it answers as the gateway's role. */
export const DATABASE: Check = {
  name: 'database',
  look: async ({ transactor }) => {
    try {
      await (await transactor()).read(SYSTEM, (tx) => tx.query('select 1'));
      return [well('数据库可用', 'the database answers')];
    } catch (error) {
      return [broken(`数据库不应答（${codeOf(error)}）`, `the database does not answer (${codeOf(error)})`, FIX_DATABASE)];
    }
  },
};

/** 消息服务器: each greets, with JetStream. */
export const BROKER: Check = {
  name: 'broker',
  look: ({ config }) => Promise.all(config.natsUrls.map(greeting)),
};

const GREETING_LIMIT_MS = 3_000;

async function greeting(url: string): Promise<Finding> {
  const { hostname, port, host } = new URL(url);
  const said = await firstLine(hostname, Number(port || 4222));
  if (said?.includes('"jetstream":true')) return well(`消息服务器 ${host} 可用`, `the broker ${host} answers`);
  if (said?.startsWith('INFO ')) return broken(`消息服务器 ${host} 未启用 JetStream`, `the broker ${host} has no JetStream`, FIX_BROKER);
  return broken(`消息服务器 ${host} 不应答`, `the broker ${host} does not answer`, FIX_BROKER);
}

/** nats-server speaks first. */
function firstLine(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: GREETING_LIMIT_MS });
    const end = (said?: string) => {
      socket.destroy();
      resolve(said);
    };
    socket.once('data', (data) => end(data.toString('utf8')));
    socket.once('error', () => end());
    socket.once('timeout', () => end());
  });
}

/** Never the message: it may hold the address with a password. */
const codeOf = (error: unknown): string => (error as { code?: string }).code ?? 'no answer';
