import { DOMAIN_SERVICES, type Service } from '@zero-distance/contracts';
import { HTTP_CONFIG, parseConfig, Type } from '@zero-distance/platform/config';

const URLS = Type.String({ pattern: '^https?://[^\\s]+$' });

const SCHEMA = {
  HOST: HTTP_CONFIG.HOST,
  DATABASE_URL: Type.String({ description: 'postgres://user:password@host:port/database' }),
  NATS_URL: Type.String({ pattern: '^(nats|tls)://', description: 'nats://host:port, several with commas between' }),
  OPERATIONS_PORT: HTTP_CONFIG.PORT,
  /** Where the gateway serves health and metrics, where the doctor runs beside it and not in it. */
  GATEWAY_OPERATIONS_URL: Type.Optional(URLS),
  INTAKE_URL: URLS,
  DISPATCH_URL: URLS,
  CASE_MEDIATION_URL: URLS,
  INSPECTION_URL: URLS,
  EVALUATION_URL: URLS,
  DOCTOR_DISKS: Type.Optional(
    Type.String({ pattern: '^[\\w-]+=/[^,]*(,[\\w-]+=/[^,]*)*$', description: 'disks to look at: postgres=/path,backups=/path' }),
  ),
  DOCTOR_DISK_FREE_PERCENT: Type.Integer({ minimum: 1, maximum: 100, default: 15, description: 'of a disk has to be free' }),
  DOCTOR_KEY_DAYS: Type.Integer({ minimum: 1, default: 365, description: 'how old a key may be' }),
  DOCTOR_BACKUP_HOURS: Type.Integer({ minimum: 1, default: 26, description: 'how old the last back-up may be' }),
};

/** Where the doctor finds everything, and from what on it complains. */
export interface DoctorConfig {
  readonly databaseUrl: string;
  readonly natsUrls: readonly string[];
  /** Each service with the address of each of its processes' health and metrics. */
  readonly processes: readonly { readonly service: Service; readonly origin: string }[];
  readonly disks: readonly { readonly name: string; readonly path: string }[];
  readonly diskFreePercent: number;
  readonly keyDays: number;
  readonly backupHours: number;
}

/** Reads the environment of the gateway, in which the doctor runs. */
export function readDoctorConfig(env: NodeJS.ProcessEnv): DoctorConfig {
  const read = parseConfig(SCHEMA, env);
  const gateway = read.GATEWAY_OPERATIONS_URL ?? `http://${read.HOST === '0.0.0.0' ? '127.0.0.1' : read.HOST}:${read.OPERATIONS_PORT}`;
  const ofServices = DOMAIN_SERVICES.flatMap((service) =>
    read[`${service.toUpperCase().replaceAll('-', '_')}_URL` as 'INTAKE_URL'].split(',').map((origin) => ({ service, origin })),
  );
  return {
    databaseUrl: read.DATABASE_URL,
    natsUrls: read.NATS_URL.split(','),
    processes: [...ofServices, ...gateway.split(',').map((origin) => ({ service: 'gateway' as const, origin }))],
    disks: (read.DOCTOR_DISKS?.split(',') ?? []).map((disk) => ({ name: disk.split('=')[0] ?? '', path: disk.replace(/^[^=]*=/, '') })),
    diskFreePercent: read.DOCTOR_DISK_FREE_PERCENT,
    keyDays: read.DOCTOR_KEY_DAYS,
    backupHours: read.DOCTOR_BACKUP_HOURS,
  };
}
