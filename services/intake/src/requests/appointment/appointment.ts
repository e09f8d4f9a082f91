/** 约定时间: when a service that was ordered is provided. */
export interface Appointment {
  readonly from: Date;
  readonly until: Date;
  /** It is over, and the provider has not said that the service was provided. */
  readonly isMissed: boolean;
}
