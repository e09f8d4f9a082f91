import { statfs } from 'node:fs/promises';
import { broken, type Check, type Finding, unknown, warning, well } from './check.js';

/** Below this Postgres and NATS are about to stop. */
const ALMOST_FULL_PERCENT = 5;

/** 磁盘: of the files' directories, which the services tell, and of those that DOCTOR_DISKS names. */
export const DISKS: Check = {
  name: 'disks',
  look: async ({ config, house }) => {
    const ofFiles = (await house()).flatMap(({ service, figures }) => {
      const [total, free] = ['total', 'free'].map(
        (state) => figures?.all('zd_files_disk_bytes').find(({ labels }) => labels.state === state)?.value,
      );
      return total === undefined || free === undefined ? [] : [judge(`files of ${service}`, free, total, config.diskFreePercent)];
    });
    const named = await Promise.all(config.disks.map(({ name, path }) => ofPath(name, path, config.diskFreePercent)));
    const findings = [...ofFiles, ...named];
    return findings.length > 0 ? findings : [unknown('没有可查询的磁盘', 'no disk could be asked')];
  },
};

async function ofPath(name: string, path: string, least: number): Promise<Finding> {
  try {
    const { blocks, bavail, bsize } = await statfs(path);
    return judge(name, bavail * bsize, blocks * bsize, least);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return unknown(`磁盘 ${name} 无法查询（${code}）`, `the disk ${name} could not be looked at (${code})`);
  }
}

/** What the free part of a disk means. */
function judge(name: string, free: number, total: number, least: number): Finding {
  const percent = Math.floor((free / total) * 100);
  const zh = `磁盘 ${name} 剩余 ${percent}%（${gigabytes(free)} GB）`;
  const en = `${percent} % of the disk ${name} is free (${gigabytes(free)} GB)`;
  const fix = { zh: '清理或扩容；旧备份移到别处', en: 'make room or enlarge it; take old back-ups elsewhere' };
  if (percent >= least) return well(zh, en);
  return percent < ALMOST_FULL_PERCENT ? broken(zh, en, fix) : warning(zh, en, fix);
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toFixed(1);
