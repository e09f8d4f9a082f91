import { HOUR_MS, SYSTEM } from '@zero-distance/kernel';
import { BACKUP_PARTS, type BackupPart } from '../backup/backup.js';
import { lastBackups } from '../backup/backup.store.js';
import { newestSigningKey } from '../signing-key/signing-key.store.js';
import { type Check, type CheckTools, type Finding, unknown, warning, well } from './check.js';

const DAY_SECONDS = 86_400;
/** Half a year, as the operators' guide asks. */
const SIGNING_KEY_DAYS = 200;

/** 节假日: those that are due are loaded; dispatch says by its policy which are. */
export const CALENDAR: Check = {
  name: 'calendar',
  look: async ({ house }) => {
    const missing = (await house()).map(({ figures }) => figures?.most('zd_holidays_missing')).find((value) => value !== undefined);
    if (missing === undefined)
      return [unknown('dispatch 不应答，无法查询节假日', 'dispatch does not answer, so the holidays are not known')];
    if (missing === 0) return [well('应载入的节假日均已载入', 'the holidays that are due are loaded')];
    return [
      warning(`有 ${missing} 个年份的节假日应载入而未载入`, `the holidays of ${missing} year(s) are due and not loaded`, {
        zh: '录入（PUT /api/dispatch/v1/holidays/{date} 或导入 holidays），再把年份加入参数 holiday-years',
        en: 'enter them (PUT /api/dispatch/v1/holidays/{date}, or import holidays), then add the year to the policy holiday-years',
      }),
    ];
  },
};

/** 密钥: none is older than the operator wants. */
export const KEYS: Check = {
  name: 'keys',
  look: async ({ config, house, transactor }) => {
    const keys = (await house()).flatMap(({ service, figures }) =>
      (figures?.all('zd_key_made_timestamp_seconds') ?? []).map(({ labels, value }) => ({
        name: `${service} ${labels.key}`,
        madeAt: value,
      })),
    );
    const old = keys
      .filter(({ madeAt }) => madeAt > 0 && ageInDays(madeAt) > config.keyDays)
      .map(({ name, madeAt }) => tooOld(name, ageInDays(madeAt)));
    const signing = await signingKey(transactor);
    const findings = [...old, ...signing];
    const undated = keys.filter(({ madeAt }) => madeAt === 0).length;
    return findings.length > 0
      ? findings
      : [well(`密钥均未超龄（${undated} 个无从得知）`, `no key is too old (of ${undated} nobody can say how old they are)`)];
  },
};

const ageInDays = (at: number): number => Math.floor((Date.now() / 1000 - at) / DAY_SECONDS);

const tooOld = (name: string, days: number): Finding =>
  warning(`密钥 ${name} 已用 ${days} 天`, `the key ${name} is ${days} days old`, {
    zh: '轮换：docs/operators/README.md 的 Rotating keys',
    en: 'rotate it: docs/operators/README.md, Rotating keys and passwords',
  });

async function signingKey(transactor: CheckTools['transactor']): Promise<Finding[]> {
  const from = await (await transactor()).read(SYSTEM, newestSigningKey);
  const days = from === undefined ? 0 : ageInDays(from.getTime() / 1000);
  return days > SIGNING_KEY_DAYS ? [tooOld('signing-key', days)] : [];
}

const TO_BACK_UP = {
  zh: '运行 deploy/backup.sh，并查明定时任务为何未运行',
  en: 'run deploy/backup.sh, and see why it was not run at its time',
};
const PART_ZH: Record<BackupPart, string> = { database: '数据库', files: '文件' };

/** 备份: the last ones, of the database and of the files, are of last night. */
export const BACKUP: Check = {
  name: 'backup',
  look: async ({ config, transactor }) => {
    const last = await (await transactor()).read(SYSTEM, lastBackups);
    return BACKUP_PARTS.map((part) => {
      const backup = last.find((each) => each.part === part);
      if (!backup) return warning(`${PART_ZH[part]}从未备份`, `there has been no back-up of the ${part}`, TO_BACK_UP);
      const hours = Math.floor((Date.now() - backup.takenAt.getTime()) / HOUR_MS);
      const zh = `${PART_ZH[part]}最近备份 ${backup.name}，${hours} 小时前`;
      const en = `the last back-up of the ${part}, ${backup.name}, is ${hours} h old`;
      return hours > config.backupHours ? warning(zh, en, TO_BACK_UP) : well(zh, en);
    });
  },
};
