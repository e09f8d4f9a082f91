import { SYSTEM } from '@zero-distance/kernel';
import { broken, type Check, type Finding, warning, well } from './check.js';

/** Due times of minutes and signatures of a minute do not notice less. */
const DRIFT_SECONDS = 2;
const WRONG_SECONDS = 30;

/** 时钟: those of the services and of this machine are the database's. */
export const CLOCKS: Check = {
  name: 'clocks',
  look: async ({ house, transactor }) => {
    const told = (await house()).flatMap(({ service, figures }) => {
      const offset = figures?.most('zd_clock_offset_seconds');
      return offset === undefined ? [] : [{ name: service as string, offset }];
    });
    const asked = Date.now();
    const [row] = await (await transactor()).read(SYSTEM, (tx) =>
      tx.query<{ clock: number }>('select extract(epoch from clock_timestamp())::float as clock'),
    );
    const own = { name: 'doctor', offset: (asked + Date.now()) / 2_000 - (row?.clock ?? 0) };
    const findings = [...told, own].flatMap(({ name, offset }) => judge(name, offset));
    return findings.length > 0 ? findings : [well('时钟与数据库一致', 'the clocks are the database’s')];
  },
};

function judge(name: string, offset: number): Finding[] {
  const off = Math.abs(offset);
  if (off <= DRIFT_SECONDS) return [];
  const fix = { zh: '检查这台机器的 NTP 对时', en: 'see to NTP on that machine' };
  const zh = `${name} 的时钟与数据库相差 ${off.toFixed(1)} 秒`;
  const en = `the clock of ${name} is ${off.toFixed(1)} s away from the database's`;
  return [off > WRONG_SECONDS ? broken(zh, en, fix) : warning(zh, en, fix)];
}
