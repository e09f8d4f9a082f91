import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Service } from '@zero-distance/contracts';
import { importController } from './import.controller.js';
import { ImportRegisters } from './import-registers.js';
import { type ImportExample, importTemplateController } from './import-template.controller.js';
import { ImportWorker } from './import-worker.js';
import { Imports } from './imports.service.js';
import { ROW_KEYS, type RowKeys, RowSeal } from './row-seal.js';

/**
 * The imports of a service: templates, files, what became of their rows. Its operations that are marked `@Importable` can be imported. The service has the
 * tables (`Import…` of the platform's migrations), and `ImportEntity` among its entities.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class ImportModule {
  /** @param keys of a service that has registers of people */
  static forService(service: Service, example: ImportExample, keys: RowKeys | null = null): DynamicModule {
    return {
      module: ImportModule,
      imports: [DiscoveryModule],
      controllers: [importTemplateController(service, example), importController(service, example)],
      providers: [ImportRegisters, Imports, ImportWorker, RowSeal, { provide: ROW_KEYS, useValue: keys }],
    };
  }
}
