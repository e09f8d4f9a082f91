import { type DynamicModule, Module } from '@nestjs/common';
import type { ConfigOf, MATTER_TEXT_CONFIG } from '../config.js';
import { MatterTexts } from './matter-texts.service.js';

/** The texts of matters: `MatterTexts`. The service has the table (`MatterText…` among its migrations), and `MatterTextEntity` among its entities. */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest's dynamic modules are made by static methods
export class MatterTextModule {
  static forService(keys: ConfigOf<typeof MATTER_TEXT_CONFIG>): DynamicModule {
    return { module: MatterTextModule, providers: [{ provide: MatterTexts, useValue: new MatterTexts(keys) }], exports: [MatterTexts] };
  }
}
