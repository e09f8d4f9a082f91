import { VERSION } from '@zero-distance/kernel';
import { broken, type Check, type Finding, unknown, warning, well } from './check.js';
import type { HouseProcess } from './house.js';

/** 服务: every process says that it is ready. */
export const SERVICES: Check = {
  name: 'services',
  look: async ({ house }) => {
    const findings = (await house()).flatMap(stateOf);
    return findings.length > 0 ? findings : [well('全部服务就绪', 'every process is ready')];
  },
};

function stateOf({ service, origin, ready }: HouseProcess): Finding[] {
  const fix = {
    zh: `docker compose ps，再看 docker compose logs --since 15m ${service}`,
    en: `docker compose ps, then docker compose logs --since 15m ${service}`,
  };
  if (!ready) return [broken(`${service}（${origin}）不应答`, `${service} at ${origin} does not answer`, fix)];
  if (ready.status !== 'ready') {
    const reasons = ready.reasons?.join(', ') ?? '?';
    return [broken(`${service}（${origin}）未就绪：${reasons}`, `${service} at ${origin} is not ready: ${reasons}`, fix)];
  }
  return (ready.warnings ?? []).map((text) => warning(`${service} 告警：${text}`, `${service}: ${text}`, fix));
}

/** 版本: all processes are of one version, which is the doctor's own. */
export const VERSIONS: Check = {
  name: 'versions',
  look: async ({ house }) => {
    const asked = (await house()).filter(({ ready }) => ready);
    if (asked.length === 0) return [unknown('无法查询版本', 'nobody could be asked for a version')];
    const others = asked.filter(({ ready }) => ready?.version !== VERSION);
    if (others.length === 0) return [well(`版本均为 ${VERSION}`, `all that answer are ${VERSION}`)];
    return others.map(({ service, ready }) => {
      const version = ready?.version ?? '?';
      return warning(`${service} 的版本是 ${version}，不是 ${VERSION}`, `${service} is ${version}, and not ${VERSION}`, {
        zh: '完成升级：docker compose up -d；升级途中属正常',
        en: 'finish the upgrade: docker compose up -d; while one is under way this is as it should be',
      });
    });
  },
};

/** 主实例: one process of each service publishes, handles and times. */
export const LEADERS: Check = {
  name: 'leaders',
  look: async ({ house }) => {
    const asked = (await house()).filter(({ figures }) => figures);
    const findings = [...new Set(asked.map(({ service }) => service))].flatMap((service) => {
      const of = asked.filter((process) => process.service === service);
      const leaders = of.reduce((sum, { figures }) => sum + (figures?.most('zd_leader') ?? 0), 0);
      return leaders === 1 ? [] : [leaderFault(service, leaders)];
    });
    if (asked.length === 0) return [unknown('无法查询主实例', 'nobody could be asked who leads')];
    return findings.length > 0 ? findings : [well('每个服务恰有一个主实例', 'each service that answers has one leader')];
  },
};

const leaderFault = (service: string, leaders: number): Finding =>
  broken(`${service} 有 ${leaders} 个主实例，应为 1 个`, `${service} has ${leaders} leaders, and not one`, {
    zh: '见 docs/operators/alarms.md 的 NoLeader、TwoLeaders',
    en: 'docs/operators/alarms.md, NoLeader and TwoLeaders',
  });
