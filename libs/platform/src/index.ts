export { ACCESS_TABLE, type AccessName, accessOf, SCOPES, seesOnlyOwn, takesRoles } from './access/access.js';
export type { AccessRow } from './access/access-row.js';
export { type AccessTold, recordAccess } from './access-record/access-record.store.js';
export { type Aggregate, defineAggregate } from './aggregate/aggregate.js';
export { changeWindow } from './aggregate/changes.js';
export { type Collection, defineCollection } from './aggregate/collection.js';
export type { FilterContext } from './aggregate/filters.js';
export { HistoryEntity } from './aggregate/history.entity.js';
export { toHistoryLine } from './aggregate/history-line.js';
export { type HistoryLine, HistoryOf } from './aggregate/history-of.js';
export { BY_CODE, type ListOrder, NEWEST_FIRST, type Ranking } from './aggregate/orders.js';
export { overdueFilter } from './aggregate/overdue.js';
export { defineRegister, type Register } from './aggregate/register.js';
export type { Target } from './aggregate/target.js';
export { assertWithinArea } from './auth/area-scope.js';
export { Auth, Caller, Guessed, Repeatable, Visitor } from './auth/auth.decorators.js';
export { tokenInvalid } from './auth/token-verifier.js';
export { type BootstrapOptions, bootstrap } from './bootstrap.js';
export { REGISTER_FILE_TYPES } from './columns/table-type.js';
export {
  ConfigError,
  type ConfigOf,
  HTTP_CONFIG,
  type HttpConfig,
  KEY_RING,
  MATTER_TEXT_CONFIG,
  parseConfig,
  readConfig,
  SECRET_KEY,
  SERVICE_CONFIG,
  type ServiceConfig,
  SIGNED_LINK_CONFIG,
  Type,
} from './config.js';
export { Erasure } from './erasure/erasure.js';
export { ErasureModule } from './erasure/erasure.module.js';
export { BODY_LIMIT_BYTES, refuseRequest, TABLE_LIMIT_BYTES } from './errors.js';
export type { Health } from './health/health.js';
export type { Readiness } from './health/readiness.js';
export { networkOf, siteOf } from './http/caller-network.js';
export { IfMatch, namesTag } from './http/etag.js';
export type {} from './http/exchange.js'; // tells TypeScript of request.exchange
export { IdParam } from './http/id-param.js';
export { InFlight, MOST_IN_FLIGHT } from './http/in-flight.js';
export { INERT, Inert } from './http/inert.js';
export { LIVE_ROUTE } from './http/live-route.js';
export { Liveness } from './http/liveness.js';
export { RateLimiter } from './http/rate-limiter.js';
export { Shares, takeOrRefuse } from './http/shares.js';
export { TABLE_ROUTE } from './http/table-body.js';
export { acceptUploads, isUpload, mayFinishSending, UPLOAD_ROUTE } from './http/uploads.js';
export { Replays } from './idempotency/replays.js';
export { ImportEntity } from './import/import.entity.js';
export { ImportModule } from './import/import.module.js';
export { IMPORTS } from './import/import.store.js';
export { Importable } from './import/importable.js';
export { MatterTextDto } from './matter-text/matter-text.dto.js';
export { MatterTextEntity } from './matter-text/matter-text.entity.js';
export { MatterTextModule } from './matter-text/matter-text.module.js';
export { withMatterTitle } from './matter-text/matter-text.store.js';
export { MatterTexts } from './matter-text/matter-texts.service.js';
export { log } from './observability/log.js';
export { countFigure, watchFigure } from './observability/metrics.js';
export { HEADERS } from './openapi/answer-headers.js';
export { Operation } from './openapi/operation.js';
export { PROBLEM_SCHEMA } from './openapi/problem-schema.js';
export { areaConditions, prefixConditions } from './paging/area-conditions.js';
export { decodeCursor, encodeCursor } from './paging/cursor.js';
export { MOST_ITEMS } from './paging/most-items.js';
export { ChangesQuery, PageQuery } from './paging/page.dto.js';
export { mapPage, Page, toPage } from './paging/page.js';
export { ChangesPageOf, PageOf } from './paging/page-of.js';
export { definePastFacts, type PastFacts, showPast } from './past/past-facts.js';
export { OFFICE_CONTACTS } from './personal-data/check-texts.js';
export { InternalText, PublicText } from './personal-data/text-use.js';
export { PlatformModule } from './platform.module.js';
export { PolicyEntity } from './policy/policy.entity.js';
export { PolicyModule } from './policy/policy.module.js';
export { PolicyService } from './policy/policy.service.js';
export { readPolicies } from './policy/policy.store.js';
export { isOfCallerGone } from './problem/caller-gone.js';
export { refuseAtGateway } from './problem/gateway-errors.js';
export { answerProblem } from './problem/problem.filter.js';
export { programOfProduct } from './program-of-product.js';
export { keepOrganisation, Organisations } from './reach/organisations.js';
export { type MatterVisibility, participates, touching, type Visibility, visibleTo } from './reach/visibility.js';
export { AreasInUse } from './register/areas-in-use.service.js';
export { InUse } from './register/in-use.service.js';
export { keepArea, keepCategory } from './register/register-copies.js';
export { nameInRegister } from './register/register-names.js';
export { assertAreaInUse } from './register/retired-area.store.js';
export type {} from './request/request-scope.js'; // tells TypeScript of request.actor and request.trace
export { type MatterSearch, type Sought, searchedBy } from './search/matter-search.js';
export { numberHas } from './search/number-has.js';
export { SearchText } from './search/search-text.js';
export { LinkParam, LinkReader, SIGNED_LINK_ERRORS } from './signed-link/signed-link.js';
export { DocumentedMembers } from './validation/documented.js';
export { InRegister, OfRegister } from './validation/in-register.js';
export { IsAccount } from './validation/is-account.js';
export { IsIdNumber } from './validation/is-id-number.js';
export { List, Nested, NestedList } from './validation/nested.js';
export { NobodysNumber, PastReference } from './validation/nobodys-number.js';
export { Decimal, Whole, WholeText } from './validation/numbers.js';
export { PointDto } from './validation/point.dto.js';
export {
  CATEGORY_CODE,
  CalendarDate,
  Code,
  type CodeForm,
  Flag,
  Instant,
  IsAreaCode,
  IsCategoryCode,
  IsOrganisationCode,
  Line,
  MONTH,
  Opaque,
  Reference,
  Typed,
  Words,
} from './validation/typed.js';
export { findUnstorable } from './validation/unstorable-text.js';
