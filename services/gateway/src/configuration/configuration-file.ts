import { SERVICES, type Service } from '@zero-distance/contracts';
import { Type } from '@zero-distance/platform/config';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { CommandError, parseJson } from '../command.js';
import { CONFIGURED, RETIRING } from './registers.js';

/** Told apart from files of a later form, which this program would read wrongly. */
export const FORMAT = 'zero-distance-configuration/1';

const FILE = Type.Object({
  format: Type.Literal(FORMAT),
  /** Of the program that wrote it. */
  version: Type.String(),
  madeAt: Type.String(),
  policies: Type.Array(Type.Object({ service: Type.Enum([...SERVICES]), name: Type.String(), value: Type.Unknown() })),
  registers: Type.Array(
    Type.Object({
      service: Type.Enum([...SERVICES]),
      register: Type.String(),
      csv: Type.Optional(Type.String()),
      geojson: Type.Optional(Type.String()),
    }),
  ),
  /** What was retired into what, the first retired first: what goes below or before another goes first again. Files of before have none. */
  retired: Type.Optional(
    Type.Array(Type.Object({ service: Type.Enum([...SERVICES]), register: Type.String(), code: Type.String(), successor: Type.String() })),
  ),
  /** Templates that a district has published, as DOCX in Base64; files of before have none. */
  templates: Type.Optional(
    Type.Array(Type.Object({ service: Type.Enum([...SERVICES]), document: Type.String({ pattern: '^[a-z-]+$' }), docx: Type.String() })),
  ),
});

/** How a district works, as one file: its policies in force, its registers and the templates of its documents, without people, rights, secrets and matters. */
export type ConfigurationFile = Static<typeof FILE>;

/** A row that is no more, and the one that it went into. */
export type Retired = NonNullable<ConfigurationFile['retired']>[number];

/** Reads the file as far as this program understands it; what a policy or a row may be is the services' to say. */
export function readConfiguration(text: string): ConfigurationFile {
  const parsed = parseJson('file', text);
  const [problem] = Value.Errors(FILE, parsed);
  if (problem) throw new CommandError(`The file is no ${FORMAT}: ${problem.instancePath || '/'} ${problem.message}`);
  const file = parsed as ConfigurationFile;
  const unknown = [
    ...file.registers.flatMap((register, at) => faultOfRegister(register, `/registers/${at}`)),
    ...(file.retired ?? []).flatMap(faultOfRetired),
    ...(file.templates ?? []).flatMap(faultOfTemplate),
  ];
  if (unknown.length > 0) throw new CommandError(`Nothing was brought in. ${unknown.join(' ')}`);
  return file;
}

/** What this program brings in of no register; it would be left out in silence. */
function faultOfRegister({ service, register }: ConfigurationFile['registers'][number], place: string): string[] {
  if (CONFIGURED.some((known) => known.service === service && known.register === register)) return [];
  const known = CONFIGURED.filter((one) => one.service === service).map((one) => one.register);
  const those = known.length > 0 ? `of ${service} there are ${known.join(', ')}` : `${service} has none`;
  return [`${place}: a configuration has no register "${register}" of ${service} (${those}): correct its name, or take it out.`];
}

function faultOfRetired({ service, register }: Retired, at: number): string[] {
  if (RETIRING.some((known) => known.service === service && known.register === register)) return [];
  return [`/retired/${at}: nothing is retired in "${register}" of ${service} by a configuration: take it out.`];
}

function faultOfTemplate({ service, document }: NonNullable<ConfigurationFile['templates']>[number], at: number): string[] {
  if (DOCUMENTED.includes(service)) return [];
  return [
    `/templates/${at}: ${service} makes no documents, so none is called "${document}": name the service that makes it (${DOCUMENTED.join(', ')}), or take it out.`,
  ];
}

/** A policy as its service tells it. */
export interface PolicyInForce {
  readonly name: string;
  readonly value: unknown;
  readonly version: number;
}

/** Where the policies of a service are. */
export const policiesOf = (service: Service): string => `/api/${service}/v1/policies`;

/** A document as its service tells of it: version 0 is the preset, which comes with the program. */
export interface DocumentInForce {
  readonly name: string;
  readonly version: number;
}

/** Services that make documents with templates. */
export const DOCUMENTED: readonly Service[] = ['intake', 'dispatch', 'case-mediation'];

/** Where the documents of a service are. */
export const documentsOf = (service: Service): string => `/api/${service}/v1/documents`;
