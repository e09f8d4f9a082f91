import { type DynamicModule, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Service } from '@zero-distance/contracts';
import { type ImportExample, importController } from './import.controller.js';
import { ImportRegisters } from './import-registers.js';
import { ImportWorker } from './import-worker.js';
import { Imports } from './imports.service.js';

/**
 * The imports of a service: templates, files, what became of their rows. Its operations that are marked `@Importable` can be imported. The service has the
 * tables (`Import…` of the platform's migrations), and `ImportEntity` among its entities.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class ImportModule {
  static forService(service: Service, example: ImportExample): DynamicModule {
    return {
      module: ImportModule,
      imports: [DiscoveryModule],
      controllers: [importController(service, example)],
      providers: [ImportRegisters, Imports, ImportWorker],
    };
  }
}
