import type { FilePurpose, Service } from '@zero-distance/contracts';
import type { DomainError } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import type { FileDto } from './file.dto.js';
import type { FileEntity } from './file.entity.js';
import { fileErrors } from './file.errors.js';
import { attach, attachable, eraseFiles, filesOf, moveFiles, moveSomeFiles, type Named, type Subject } from './file.store.js';
import { toFileDto } from './file.view.js';
import { openOf, tellErased } from './rendition/rendition.store.js';
import { withdraw } from './rendition/withdrawal.store.js';

/** Files on their way to what they belong to. */
export interface Attachment {
  readonly files: readonly FileEntity[];
  readonly purpose: FilePurpose;
}

/** How the use cases of a service give files to what they belong to, and show them with it. */
export interface Attachments {
  /**
   * Reads the files that a body names as `files`. Throws 422 for one that the caller did not send, or used already. To be called before anything
   * is queued.
   */
  read(tx: ReadTx, files: readonly string[] | undefined, purpose: FilePurpose): Promise<Attachment>;
  /** Reads files that a body names in several places, in their order; a file that is named in two belongs to neither. */
  readEach(tx: ReadTx, named: readonly Named[], purpose: FilePurpose): Promise<Attachment[]>;
  /** Queues that they belong to this subject from now on, for good. */
  attach(tx: Tx, subject: Subject, attachment: Attachment): void;
  /** Queues that what belongs to one subject belongs to another from now on, because the one became the other. */
  move(tx: Tx, from: Subject, to: Subject): void;
  /**
   * Queues that some of what belongs to a subject belongs to another again, because it came to the one by mistake. What the public saw of it, or was to see,
   * was approved for that one: it is withdrawn.
   */
  moveSome(tx: Tx, ids: readonly string[], from: Subject, to: Subject): Promise<void>;
  /**
   * Queues that what belongs to some subjects is gone, as the law asks of what is erased; what the public saw of it is told to be withdrawn.
   * @param only these files, where others of the same subject stay
   */
  erase(erasure: Erasure, kind: string, ids: readonly string[], only?: readonly string[]): Promise<void>;
  /** What belongs to some subjects of a kind, by their ids, as the API answers it. To be asked by who may see them. */
  of(tx: ReadTx, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, FileDto[]>>;
  /** What belongs to one subject, by the moment at which it was attached: what came with each of its steps. To be asked by who may see it. */
  byStep(tx: ReadTx, kind: string, id: string): Promise<FilesOfStep>;
}

/** The files that came with the step of a moment; none with what was never done. */
export type FilesOfStep = (at: Date | null) => FileDto[];

/** The files of a service as its use cases know them. */
export function attachmentsOf(service: Service): Attachments {
  const refuse = fileErrors(service);
  return {
    read: async (tx, files, purpose) => ({
      files: (await attachable(tx, refuse, [{ files, pointer: '/files' }]))[0] as FileEntity[],
      purpose,
    }),
    readEach: async (tx, named, purpose) => (await attachable(tx, refuse, named)).map((files) => ({ files, purpose })),
    attach: (tx, subject, { files, purpose }) => attach(tx, subject, files, purpose),
    move: moveFiles,
    moveSome: async (tx, ids, from, to) => {
      await withdraw(tx, service, await openOf(tx, ids));
      moveSomeFiles(tx, ids, from, to);
    },
    erase: async (erasure, kind, ids, only) => {
      await tellErased(erasure.tx, service, kind, ids, only);
      eraseFiles(erasure, kind, ids, only);
    },
    byStep: async (tx, kind, id) => {
      const files = (await filesOf(tx, kind, [id])).get(id) ?? [];
      return (at) => (at === null ? [] : files.filter(({ attachedAt }) => attachedAt?.getTime() === at.getTime()).map(toFileDto));
    },
    of: async (tx, kind, ids) => new Map([...(await filesOf(tx, kind, ids))].map(([id, files]) => [id, files.map(toFileDto)])),
  };
}

/** What an attachment's files are called in an event. */
export const idsOf = ({ files }: Attachment): string[] => files.map(({ id }) => id);

/** What naming files in a body may be refused with, for the documents. */
export const attachError = (service: Service): DomainError => fileErrors(service)('file.not_attachable');
