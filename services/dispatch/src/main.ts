import { bootstrap } from '@zero-distance/platform';
import { config } from './config.js';
import { DispatchModule } from './dispatch.module.js';

void bootstrap({ service: 'dispatch', module: DispatchModule, config, title: { zh: '派单', en: 'Dispatch' } });
