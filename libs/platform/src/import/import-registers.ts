import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { refuseImport } from './import.errors.js';
import { type ImportedRegister, importedRegister } from './importable.js';

/** The registers of this service that can be imported: its operations that say so. */
@Injectable()
export class ImportRegisters implements OnModuleInit {
  private readonly registers = new Map<string, ImportedRegister>();

  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const scanner = new MetadataScanner();
    for (const { instance } of this.discovery.getControllers()) {
      if (!instance) continue;
      for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const register = importedRegister(instance as object, method);
        if (register) this.registers.set(register.register, register);
      }
    }
  }

  get names(): string[] {
    return [...this.registers.keys()];
  }

  /** Throws 404 when there is none. */
  need(name: string): ImportedRegister {
    const found = this.registers.get(name);
    if (!found) throw refuseImport('import_register_unknown', { register: name });
    return found;
  }
}
