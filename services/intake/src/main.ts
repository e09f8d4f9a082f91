import { bootstrap } from '@zero-distance/platform';
import { config } from './config.js';
import { IntakeModule } from './intake.module.js';

void bootstrap({ service: 'intake', module: IntakeModule, config, title: { zh: '受理', en: 'Intake' } });
