import { bootstrap } from '@zero-distance/platform';
import { config } from './config.js';
import { InspectionModule } from './inspection.module.js';

void bootstrap({ service: 'inspection', module: InspectionModule, config, title: { zh: '排查', en: 'Inspection' } });
