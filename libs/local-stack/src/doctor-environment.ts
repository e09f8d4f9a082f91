import type { Stack } from './stack.js';

/** Where `npm start` leaves what `npm run doctor` runs with. Like the secrets beside it, for its owner's eyes only. */
export const DOCTOR_ENVIRONMENT = 'doctor.json';

/** The gateway's environment, in which the doctor runs everywhere, and the disk that all of it is on. */
export const doctorEnvironment = (stack: Stack, directory: string): Record<string, string | undefined> => ({
  ...stack.environment('gateway'),
  DOCTOR_DISKS: `data=${directory}`,
});
