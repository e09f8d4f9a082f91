export { assertWithinArea } from './auth/area-scope.js';
export { Auth, Caller, Public } from './auth/auth.decorators.js';
export { type BootstrapOptions, bootstrap } from './bootstrap.js';
export { ConfigError, HTTP_CONFIG, type HttpConfig, parseConfig, readConfig, SERVICE_CONFIG, type ServiceConfig, Type } from './config.js';
export { Refusal } from './errors.js';
export { IfMatch } from './http/etag.js';
export { IdParam } from './http/id-param.js';
export { InFlight, MOST_IN_FLIGHT } from './http/in-flight.js';
export type {} from './http/request-scope.js'; // tells TypeScript of request.actor and request.trace
export { log } from './observability/log.js';
export { Operation } from './openapi/operation.js';
export { decodeCursor, encodeCursor } from './paging/cursor.js';
export { Page, PageOf, PageQuery, toPage } from './paging/page.js';
export { PlatformModule } from './platform.module.js';
export { BODY_LIMIT_BYTES } from './problem/as-refusal.js';
export { answerProblem } from './problem/problem.filter.js';
export { IsAreaCode } from './validation/is-area-code.js';
