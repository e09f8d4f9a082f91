// Made by web/generate.mjs from the OpenAPI document of the service. Not edited by hand.
export interface paths {
    "/api/evaluation/v1/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Callback_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/v1/callbacks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Callback_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/v1/callbacks/{id}/attempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Callback_attempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/v1/callbacks/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Callback_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Figure_ofArea"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/v1/public/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicFigure_ofArea"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluation/v1/code-tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["CodeTable_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AreaFiguresDto: {
            areaCode: string;
            areaName: string | null;
            received: number | null;
            answeredOnTheSpot: number | null;
            declined: number | null;
            redirected: number | null;
            withdrawn: number | null;
            closed: number | null;
            closingRate: components["schemas"]["RateDto"] | null;
            onTimeRate: components["schemas"]["RateDto"] | null;
            responseRate: components["schemas"]["RateDto"] | null;
            solvedRate: components["schemas"]["RateDto"] | null;
            satisfactionRate: components["schemas"]["RateDto"] | null;
            servicesRated: number | null;
            serviceGoodRate: components["schemas"]["RateDto"] | null;
            medianResponseHours: number | null;
            p90ResponseHours: number | null;
            mediationRate: components["schemas"]["RateDto"] | null;
            visitPassRate: components["schemas"]["RateDto"] | null;
            hazardSettledRate: components["schemas"]["RateDto"] | null;
            connectionRate: components["schemas"]["RateDto"] | null;
            answerInTimeRate: components["schemas"]["RateDto"] | null;
            careVisitRateHigh: components["schemas"]["RateDto"] | null;
            careVisitRateKey: components["schemas"]["RateDto"] | null;
            careVisitRateGeneral: components["schemas"]["RateDto"] | null;
            knockCoverage: components["schemas"]["RateDto"] | null;
            receptionDays: number | null;
            receptionVisitors: number | null;
            receptionAnsweredRate: components["schemas"]["RateDto"] | null;
            serviceCases: number | null;
            oneStopRate: components["schemas"]["RateDto"] | null;
            oneVisitRate: components["schemas"]["RateDto"] | null;
            caseInTimeRate: components["schemas"]["RateDto"] | null;
            askedLaterRate: components["schemas"]["RateDto"] | null;
            homeVisits: number | null;
            activitiesHeld: number | null;
            activityAttendances: number | null;
            hires: number | null;
            pointUses: number | null;
            pointUsesDoorCounter: number | null;
            pointUsesTally: number | null;
            pointUsesScan: number | null;
            pointUsesCamera: number | null;
            pointUsesEstimate: number | null;
            hiresKeptRate: components["schemas"]["RateDto"] | null;
            period: string;
            withheld: ("received" | "answeredOnTheSpot" | "declined" | "redirected" | "withdrawn" | "closed" | "closingRate" | "onTimeRate" | "responseRate" | "solvedRate" | "satisfactionRate" | "servicesRated" | "serviceGoodRate" | "medianResponseHours" | "p90ResponseHours" | "mediationRate" | "visitPassRate" | "hazardSettledRate" | "connectionRate" | "answerInTimeRate" | "careVisitRateHigh" | "careVisitRateKey" | "careVisitRateGeneral" | "knockCoverage" | "receptionDays" | "receptionVisitors" | "receptionAnsweredRate" | "serviceCases" | "oneStopRate" | "oneVisitRate" | "caseInTimeRate" | "askedLaterRate" | "homeVisits" | "activitiesHeld" | "activityAttendances" | "hires" | "pointUses" | "pointUsesDoorCounter" | "pointUsesTally" | "pointUsesScan" | "pointUsesCamera" | "pointUsesEstimate" | "hiresKeptRate")[];
        };
        CallbackDto: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            requestId: string;
            requestNumber: string;
            /** @enum {string|null} */
            requestKind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute" | null;
            /** Format: uuid */
            organisationId: string | null;
            parts: components["schemas"]["CallbackPartDto"][] | null;
            unsolvedPartIds: string[] | null;
            areaCode: string;
            round: number;
            /** @enum {string} */
            state: "open" | "recorded";
            possible: boolean;
            attempts: number;
            /** Format: date-time */
            attemptNotBefore: string | null;
            contacted: boolean | null;
            solved: boolean | null;
            /** @enum {string|null} */
            satisfaction: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied" | null;
            /** @enum {string|null} */
            outcome: "closed" | "rework" | null;
            /** @enum {string|null} */
            way: "agent" | "web" | null;
            note: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt: string | null;
            overdue: boolean;
            /** Format: date-time */
            recordedAt: string | null;
            version: number;
            actions: string[];
        };
        CallbackPage: {
            items: components["schemas"]["CallbackDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        CallbackPartDto: {
            /** Format: uuid */
            requestId: string;
            number: string;
        };
        CodeTableDto: {
            name: string;
            items: components["schemas"]["CodeTableRowDto"][];
        };
        CodeTableRowDto: {
            code: string;
            zh: string;
            en: string;
        };
        CodeTablesDto: {
            items: components["schemas"]["CodeTableDto"][];
        };
        PublicFiguresDto: {
            areaCode: string;
            areaName: string | null;
            received: number | null;
            closed: number | null;
            callbacks: number | null;
            responseRate: number | null;
            solvedRate: number | null;
            satisfactionRate: number | null;
            closingRate: number | null;
            onTimeRate: number | null;
            medianResponseHours: number | null;
            p90ResponseHours: number | null;
            period: string;
            /** Format: date-time */
            asOf: string;
            smallSample: boolean;
            publishMinimum: number;
            withheld: ("received" | "closed" | "callbacks" | "responseRate" | "solvedRate" | "satisfactionRate" | "closingRate" | "onTimeRate" | "medianResponseHours" | "p90ResponseHours")[];
        };
        RateDto: {
            numerator: number;
            denominator: number;
            rate: number | null;
            smallSample: boolean;
        };
        RecordCallbackInput: {
            contacted: boolean;
            solved: boolean;
            /** @enum {string} */
            satisfaction: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied";
            unsolvedPartIds?: string[];
            note?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Callback_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "open" | "recorded";
                areaCode?: string;
                requestId?: string;
                requestKind?: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute";
                overdue?: boolean;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackPage"];
                };
            };
        };
    };
    Callback_get: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDto"];
                };
            };
        };
    };
    Callback_attempt: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDto"];
                };
            };
        };
    };
    Callback_record: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordCallbackInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CallbackDto"];
                };
            };
        };
    };
    Figure_ofArea: {
        parameters: {
            query?: {
                areaCode?: string;
                period?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaFiguresDto"];
                };
            };
        };
    };
    PublicFigure_ofArea: {
        parameters: {
            query?: {
                areaCode?: string;
                period?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicFiguresDto"];
                };
            };
        };
    };
    CodeTable_list: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeTablesDto"];
                };
            };
        };
    };
}
