import type { INestApplicationContext } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACCESS } from './auth.decorators.js';

/** Stops the start when a route names no row of the access table: an omission must not grant access, nor wait for its first caller to show. */
export function assertEveryRouteHasAccess(app: INestApplicationContext): void {
  const reflector = app.get(Reflector);
  const scanner = new MetadataScanner();
  for (const { metatype, instance } of app.get(DiscoveryService).getControllers()) {
    if (!metatype || !instance) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const method = prototype[name] as () => unknown;
      if (!Reflect.hasMetadata(METHOD_METADATA, method)) continue;
      if (!reflector.get(ACCESS, method)) throw new Error(`${metatype.name}.${name} needs @Auth()`);
    }
  }
}
