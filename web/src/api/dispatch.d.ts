// Made by web/generate.mjs from the OpenAPI document of the service. Not edited by hand.
export interface paths {
    "/api/dispatch/v1/work-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WorkOrder_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WorkOrder_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WorkOrder_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/dispatch-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_dispatchAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_reassign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_acceptMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/assign-staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_assignStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_progress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_escalate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/terminate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["WorkOrder_terminate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/appoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Appointment_appoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/cancel-appointment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Appointment_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Recheck_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/refute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Recheck_refute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/change-co-handlers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["CoHandling_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TakingBack_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Organisation_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/duty-shifts/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["DutyShift_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/duty-shifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DutyShift_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/duty-shifts/{code}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DutyShift_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Application_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Application_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Application_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/applications/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Application_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/applications/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Application_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/applications/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Application_appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/applications/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Application_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/applications/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Application_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Part_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Part_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Part_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Part_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Part_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Part_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts/{id}/insist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Part_insist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/parts/{id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Part_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/supervision-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SupervisionOrder_list"];
        put?: never;
        post: operations["SupervisionOrder_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/supervision-orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SupervisionOrder_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/supervision-orders/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/supervision-orders/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/supervision-orders/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/supervision-orders/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/supervision-orders/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SupervisionOrder_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/work-orders/{id}/whistles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Whistle_whistle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/whistles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Whistle_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/whistles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Whistle_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/whistles/{id}/arrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Whistle_arrive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/whistles/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Whistle_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/whistles/{id}/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Whistle_conclude"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/whistles/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Whistle_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/whistles/{id}/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Whistle_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/code-tables": {
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
    "/api/dispatch/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["File_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/v1/files/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["File_thumbnail"];
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
        AcceptedDto: {
            /** Format: uuid */
            id: string;
            order: components["schemas"]["WorkOrderDto"] | null;
            refusal: components["schemas"]["RefusalDto"] | null;
        };
        AcceptedManyDto: {
            items: components["schemas"]["AcceptedDto"][];
        };
        AcceptManyInput: {
            ids: string[];
        };
        AnswerSupervisionInput: {
            text: string;
            files?: string[];
        };
        ApplicationDetailDto: {
            sourceNumber: string | null;
            categoryCode: string;
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            kind: "return" | "extension" | "parking" | "termination" | "reassignment" | "exclusion";
            /** @enum {string} */
            state: "asked" | "appealed" | "refused" | "granted" | "withdrawn" | "lapsed" | "revoked";
            /** Format: uuid */
            workOrderId: string;
            round: number;
            areaCode: string;
            organisation: components["schemas"]["PartyDto"];
            reasonCode: string | null;
            reason: string | null;
            extendBy: components["schemas"]["ExtendByDto"] | null;
            /** Format: date */
            reviewOn: string | null;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            appealUntil: string | null;
            actions: string[];
            history: components["schemas"]["ApplicationHistoryDto"][];
            files: components["schemas"]["FileDto"][];
        };
        ApplicationDto: {
            sourceNumber: string | null;
            categoryCode: string;
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            kind: "return" | "extension" | "parking" | "termination" | "reassignment" | "exclusion";
            /** @enum {string} */
            state: "asked" | "appealed" | "refused" | "granted" | "withdrawn" | "lapsed" | "revoked";
            /** Format: uuid */
            workOrderId: string;
            round: number;
            areaCode: string;
            organisation: components["schemas"]["PartyDto"];
            reasonCode: string | null;
            reason: string | null;
            extendBy: components["schemas"]["ExtendByDto"] | null;
            /** Format: date */
            reviewOn: string | null;
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            appealUntil: string | null;
            actions: string[];
        };
        ApplicationDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["ApplicationDto"];
        ApplicationHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "asked" | "appealed" | "refused" | "granted" | "withdrawn" | "lapsed" | "revoked" | null;
            /** @enum {string} */
            to: "asked" | "appealed" | "refused" | "granted" | "withdrawn" | "lapsed" | "revoked";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ApplicationPage: {
            items: components["schemas"]["ApplicationDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ApplicationReasonInput: {
            reason: string;
        };
        AppointInput: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            /** @enum {string} */
            reasonCode?: "resident" | "provider" | "not-met";
            note?: string;
        };
        AppointmentDto: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        ApproveInput: {
            publicAnswer: string;
        };
        AskInput: {
            /** @enum {string} */
            kind: "return" | "extension" | "parking" | "termination" | "reassignment" | "exclusion";
            /** @enum {string} */
            reasonCode?: "not-our-duty" | "wrong-area" | "duplicate" | "insufficient-information" | "no-capacity" | "out-of-scope" | "unreasonable" | "cannot-be-verified" | "not-cooperating" | "parked";
            reason: string;
            extendBy?: components["schemas"]["ExtendByDto"];
            /** Format: date */
            reviewOn?: string;
            files?: string[];
        };
        AssignStaffInput: {
            section?: string;
            /** Format: uuid */
            personId?: string;
            /** Format: uuid */
            standInId?: string;
        };
        BrokenFacilityDto: {
            servicePointCode: string;
            name: string;
            place: string;
            /** @enum {string} */
            facility: "water" | "rest" | "heating" | "microwave" | "fridge" | "charging" | "first-aid" | "blood-pressure" | "toilet" | "umbrella" | "wifi" | "books";
            note: string | null;
        };
        CancelAppointmentInput: {
            /** @enum {string} */
            reasonCode: "resident" | "provider" | "not-met";
            note?: string;
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
        CoHandlersInput: {
            coOrganisations: string[];
            reason: string;
        };
        ConcludeInput: {
            /** @enum {string} */
            result: "solved" | "agreed" | "unsolved";
            text: string;
        };
        ConfirmInput: {
            note?: string;
            files?: string[];
        };
        ContactDto: {
            /** @enum {string} */
            way: "phone" | "message" | "visit" | "meeting";
            /** Format: date-time */
            at: string;
            reached: boolean;
            /** Format: date-time */
            reachedAt: string | null;
        };
        ContactInput: {
            /** @enum {string} */
            way: "phone" | "message" | "visit" | "meeting";
            reached: boolean;
            /** Format: date-time */
            at?: string;
            note?: string;
        };
        DeadlineDto: {
            /** Format: date-time */
            dueAt: string;
            /** Format: date */
            date: string;
            paused: boolean;
            calendar: string;
            steps: components["schemas"]["DeadlineStepDto"][];
            warnings: string[];
        };
        DeadlineStepDto: {
            /** @enum {string} */
            kind: "granted" | "extended" | "corrected" | "paused" | "resumed" | "calendar_changed";
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            dueAt: string;
            zh: string;
            en: string;
        };
        DispatchInput: {
            leadOrganisation: string;
            coOrganisations?: string[];
            reason: string;
        };
        DueTimesDto: {
            /** Format: date-time */
            dispatchBy: string;
            /** Format: date-time */
            acceptBy: string | null;
            /** Format: date-time */
            returnUntil: string | null;
            /** Format: date-time */
            feedbackBy: string;
            /** Format: date-time */
            step: string | null;
            overdue: boolean;
            /** @enum {string|null} */
            lamp: "green" | "yellow" | "red" | null;
            /** @enum {string|null} */
            reminderLevel: "reminder" | "yellow" | "red" | null;
        };
        DutyShiftDto: {
            code: string;
            organisation: string;
            areaCode: string;
            name: string | null;
            post: string | null;
            phone: string | null;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            cancelled: boolean;
            version: number;
        };
        DutyShiftInput: {
            organisation: string;
            name: string;
            post?: string;
            phone: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @default false */
            cancelled?: boolean;
        };
        DutyShiftPage: {
            items: components["schemas"]["DutyShiftDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ExtendByDto: {
            amount: number;
            /** @enum {string} */
            unit: "hour" | "working_hour" | "natural_day" | "working_day";
        };
        FileDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            mediaType: "image/jpeg" | "image/png" | "image/webp" | "application/pdf" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "video/mp4";
            bytes: number;
            sha256: string;
            receivedSha256: string;
            width: number | null;
            height: number | null;
            /** Format: date-time */
            takenAt: string | null;
            takenPoint: components["schemas"]["PointDto"] | null;
            /** @enum {string|null} */
            purpose: "before" | "after" | "request" | "result" | "agreement" | "minutes" | null;
            /** Format: date-time */
            uploadedAt: string;
        };
        FollowUpDto: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "urge" | "supplement" | "complaint";
            /** @enum {string} */
            channel: "party-led-hotline" | "hotline-12345" | "grid-worker" | "mobile-grid-worker" | "wechat-matrix" | "service-window" | "door-knock" | "reception-day" | "online" | "department-api" | "open311" | "internal";
            text: string | null;
        };
        GrantInput: {
            reason: string;
            leadOrganisation?: string;
            coOrganisations?: string[];
        };
        HandlingWarningDto: {
            /** @enum {string} */
            code: "requester-not-reached";
            zh: string;
            en: string;
        };
        HistoryEntryDto: {
            /** @enum {string} */
            action: "open" | "dispatch" | "reassign" | "change-co-handlers" | "recall" | "hand-over" | "correct" | "accept" | "assign-staff" | "start" | "progress" | "contact" | "appoint" | "miss-appointment" | "cancel-appointment" | "reply" | "take-back" | "confirm" | "refute" | "lapse-recheck" | "reject" | "approve" | "return" | "extend" | "park" | "resume" | "close" | "rework" | "warn" | "remind" | "escalate" | "terminate";
            /** @enum {string|null} */
            from: "pending" | "dispatched" | "accepted" | "in-progress" | "parked" | "replied" | "approved" | "closed" | "terminated" | null;
            /** @enum {string} */
            to: "pending" | "dispatched" | "accepted" | "in-progress" | "parked" | "replied" | "approved" | "closed" | "terminated";
            actorId: string;
            reasonCode: string | null;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        MarkInput: {
            mark: number;
        };
        MatterTextDto: {
            title: string;
            text: string;
            place: string | null;
            point: components["schemas"]["PointDto"] | null;
        };
        MergedRequestDto: {
            /** Format: uuid */
            requestId: string;
            number: string;
            /** Format: date-time */
            mergedAt: string;
        };
        MoveWhistleInput: {
            place?: string;
            /** Format: date-time */
            meetAt?: string;
            reason: string;
        };
        OpenSupervisionInput: {
            /** @enum {string} */
            cause: "refused-to-take" | "overdue" | "solvable-not-solved" | "bad-effect" | "repeated" | "knowledge-not-updated";
            workOrderIds: string[];
            reason: string;
        };
        OrderedServiceDto: {
            itemCode: string;
            itemVersion: number;
            provider: components["schemas"]["PartyDto"];
            limitWorkingDays: number;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            until: string | null;
        };
        OrganisationDto: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            /** @enum {string} */
            kind: "department" | "street" | "town" | "community" | "village" | "centre" | "utility" | "property-company" | "owners-committee" | "social-organisation" | "volunteer-team" | "union" | "provider";
            areaCode: string;
            parentOrganisation: string | null;
            /** Format: date-time */
            retiredAt: string | null;
            successorOrganisation: string | null;
            version: number;
        };
        OrganisationPage: {
            items: components["schemas"]["OrganisationDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        PartDetailDto: {
            sourceNumber: string | null;
            categoryCode: string;
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "accepted" | "returned" | "reported" | "ended";
            /** Format: uuid */
            workOrderId: string;
            round: number;
            areaCode: string;
            organisation: components["schemas"]["PartyDto"];
            lead: components["schemas"]["PartyDto"];
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            undecided: boolean;
            /** Format: date-time */
            reportedAt: string | null;
            report: string | null;
            onTime: boolean | null;
            lateReason: string | null;
            mark: number | null;
            returnReason: string | null;
            /** @enum {string|null} */
            endedFor: "order-ended" | "given-to-another" | "reworked" | "recused" | "taken-off" | null;
            actions: string[];
            history: components["schemas"]["PartHistoryDto"][];
            files: components["schemas"]["FileDto"][];
        };
        PartDto: {
            sourceNumber: string | null;
            categoryCode: string;
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "accepted" | "returned" | "reported" | "ended";
            /** Format: uuid */
            workOrderId: string;
            round: number;
            areaCode: string;
            organisation: components["schemas"]["PartyDto"];
            lead: components["schemas"]["PartyDto"];
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            undecided: boolean;
            /** Format: date-time */
            reportedAt: string | null;
            report: string | null;
            onTime: boolean | null;
            lateReason: string | null;
            mark: number | null;
            returnReason: string | null;
            /** @enum {string|null} */
            endedFor: "order-ended" | "given-to-another" | "reworked" | "recused" | "taken-off" | null;
            actions: string[];
        };
        PartDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["PartDto"];
        PartHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "open" | "accepted" | "returned" | "reported" | "ended" | null;
            /** @enum {string} */
            to: "open" | "accepted" | "returned" | "reported" | "ended";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
            files: components["schemas"]["FileDto"][];
        };
        PartPage: {
            items: components["schemas"]["PartDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        PartReasonInput: {
            reason: string;
        };
        PartyDto: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
        };
        PointDto: {
            /** @enum {string} */
            type: "Point";
            coordinates: number[];
        };
        ProgressInput: {
            text: string;
            /** Format: date */
            nextReportOn?: string;
            files?: string[];
        };
        ReasonInput: {
            reason: string;
        };
        RecheckDto: {
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            confirmedAt: string | null;
        };
        RefusalDto: {
            status: number;
            code: string;
            zh: string;
            en: string;
        };
        RefuteInput: {
            /** @enum {string} */
            reasonCode: "incomplete" | "not-solved" | "contradicts-facts" | "unclear";
            reason: string;
            files?: string[];
        };
        RejectInput: {
            reason: string;
            /** @enum {string} */
            reasonCode: "incomplete" | "not-solved" | "contradicts-facts" | "unclear";
        };
        ReplyDto: {
            /** @enum {string} */
            result: "solved" | "explained" | "unsolvable";
            text: string;
            /** Format: date-time */
            at: string;
            onTime: boolean;
            without: components["schemas"]["PartyDto"][];
        };
        ReplyInput: {
            text: string;
            /** @enum {string} */
            result: "solved" | "explained" | "unsolvable";
            files?: string[];
        };
        ReportInput: {
            text: string;
            lateReason?: string;
            files?: string[];
        };
        RevealDutyInput: {
            purpose: string;
        };
        RevealedDutyDto: {
            /** Format: uuid */
            accessRecordId: string;
            phone: string;
        };
        RevealedDutyDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedDutyDto"];
        RouteReasonDto: {
            /** @enum {string} */
            code: "responsibility-list" | "designated";
            zh: string;
            en: string;
        };
        StaffDto: {
            section: string | null;
            /** Format: uuid */
            personId: string | null;
            /** Format: uuid */
            standInId: string | null;
        };
        SummonsDto: {
            organisation: components["schemas"]["PartyDto"];
            /** Format: date-time */
            arrivedAt: string | null;
            onTime: boolean | null;
            mark: number | null;
            markOfCaller: number | null;
        };
        SupervisedOrderDto: {
            sourceNumber: string | null;
            categoryCode: string;
            /** Format: uuid */
            workOrderId: string;
        };
        SupervisionOrderDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "answered" | "closed" | "revoked";
            /** @enum {string} */
            cause: "refused-to-take" | "overdue" | "solvable-not-solved" | "bad-effect" | "repeated" | "knowledge-not-updated";
            /** @enum {string} */
            openedBy: "leader" | "centre" | "red-lamp";
            workOrderIds: string[];
            orders: components["schemas"]["SupervisedOrderDto"][];
            reason: string | null;
            answer: string | null;
            areaCode: string;
            organisation: components["schemas"]["PartyDto"];
            /** Format: date-time */
            openedAt: string;
            month: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            answeredAt: string | null;
            onTime: boolean | null;
            /** Format: date-time */
            closedAt: string | null;
            actions: string[];
            history: components["schemas"]["SupervisionOrderHistoryDto"][];
            files: components["schemas"]["FileDto"][];
        };
        SupervisionOrderDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "answered" | "closed" | "revoked";
            /** @enum {string} */
            cause: "refused-to-take" | "overdue" | "solvable-not-solved" | "bad-effect" | "repeated" | "knowledge-not-updated";
            /** @enum {string} */
            openedBy: "leader" | "centre" | "red-lamp";
            workOrderIds: string[];
            orders: components["schemas"]["SupervisedOrderDto"][];
            reason: string | null;
            answer: string | null;
            areaCode: string;
            organisation: components["schemas"]["PartyDto"];
            /** Format: date-time */
            openedAt: string;
            month: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            answeredAt: string | null;
            onTime: boolean | null;
            /** Format: date-time */
            closedAt: string | null;
            actions: string[];
        };
        SupervisionOrderDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["SupervisionOrderDto"];
        SupervisionOrderHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "open" | "answered" | "closed" | "revoked" | null;
            /** @enum {string} */
            to: "open" | "answered" | "closed" | "revoked";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
            files: components["schemas"]["FileDto"][];
        };
        SupervisionOrderPage: {
            items: components["schemas"]["SupervisionOrderDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        SupervisionReasonInput: {
            reason: string;
        };
        TerminateInput: {
            reason: string;
            /** @enum {string} */
            reasonCode: "duplicate" | "out-of-scope" | "unreasonable" | "cannot-be-verified" | "not-cooperating";
        };
        UploadFileInput: {
            /** Format: binary */
            file: string;
            placeAndTime?: boolean;
        };
        WhistleDetailDto: {
            sourceNumber: string | null;
            categoryCode: string;
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "called" | "concluded" | "cancelled";
            /** Format: uuid */
            workOrderId: string;
            areaCode: string;
            caller: components["schemas"]["PartyDto"];
            place: string;
            /** Format: date-time */
            meetAt: string;
            /** Format: date-time */
            arriveFrom: string;
            /** Format: date-time */
            arriveBy: string;
            /** Format: date-time */
            concludeBy: string;
            summoned: components["schemas"]["SummonsDto"][];
            overdue: boolean;
            /** @enum {string|null} */
            result: "solved" | "agreed" | "unsolved" | null;
            /** Format: date-time */
            concludedAt: string | null;
            actions: string[];
            history: components["schemas"]["WhistleHistoryDto"][];
        };
        WhistleDto: {
            sourceNumber: string | null;
            categoryCode: string;
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "called" | "concluded" | "cancelled";
            /** Format: uuid */
            workOrderId: string;
            areaCode: string;
            caller: components["schemas"]["PartyDto"];
            place: string;
            /** Format: date-time */
            meetAt: string;
            /** Format: date-time */
            arriveFrom: string;
            /** Format: date-time */
            arriveBy: string;
            /** Format: date-time */
            concludeBy: string;
            summoned: components["schemas"]["SummonsDto"][];
            overdue: boolean;
            /** @enum {string|null} */
            result: "solved" | "agreed" | "unsolved" | null;
            /** Format: date-time */
            concludedAt: string | null;
            actions: string[];
        };
        WhistleDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["WhistleDto"];
        WhistleHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "called" | "concluded" | "cancelled" | null;
            /** @enum {string} */
            to: "called" | "concluded" | "cancelled";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        WhistleInput: {
            departments: string[];
            place: string;
            /** Format: date-time */
            meetAt: string;
            reason: string;
        };
        WhistleMarkInput: {
            mark: number;
            department?: string;
        };
        WhistlePage: {
            items: components["schemas"]["WhistleDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        WhistleReasonInput: {
            reason: string;
        };
        WorkOrderDetailDto: {
            service: components["schemas"]["OrderedServiceDto"] | null;
            appointment: components["schemas"]["AppointmentDto"] | null;
            facilityFault: components["schemas"]["BrokenFacilityDto"] | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "request" | "hazard-rectification" | "facility-fault";
            /** @enum {string} */
            state: "pending" | "dispatched" | "accepted" | "in-progress" | "parked" | "replied" | "approved" | "closed" | "terminated";
            /** Format: uuid */
            sourceId: string;
            sourceNumber: string | null;
            title: string | null;
            /** @enum {string|null} */
            requestKind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute" | null;
            categoryCode: string;
            areaCode: string;
            /** @enum {string} */
            urgency: "life-safety" | "utilities" | "normal" | "complex";
            round: number;
            /** Format: uuid */
            linkedOrderId: string | null;
            lead: components["schemas"]["PartyDto"] | null;
            coHandlers: components["schemas"]["PartyDto"][];
            firstReceiver: components["schemas"]["PartyDto"] | null;
            suggestedLead: components["schemas"]["PartyDto"] | null;
            routeReason: components["schemas"]["RouteReasonDto"] | null;
            due: components["schemas"]["DueTimesDto"];
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            /** Format: date */
            nextReportOn: string | null;
            /** Format: date */
            reviewOn: string | null;
            /** @enum {string|null} */
            escalation: "government-office" | "leaders-meeting" | null;
            staff: components["schemas"]["StaffDto"] | null;
            contact: components["schemas"]["ContactDto"] | null;
            warnings: components["schemas"]["HandlingWarningDto"][];
            reply: components["schemas"]["ReplyDto"] | null;
            recheck: components["schemas"]["RecheckDto"];
            publicAnswer: string | null;
            actions: ("dispatch" | "reassign" | "change-co-handlers" | "recall" | "hand-over" | "correct" | "accept" | "assign-staff" | "start" | "progress" | "contact" | "appoint" | "miss-appointment" | "cancel-appointment" | "reply" | "take-back" | "confirm" | "refute" | "lapse-recheck" | "reject" | "approve" | "return" | "extend" | "park" | "resume" | "close" | "rework" | "warn" | "remind" | "escalate" | "terminate" | "dispatch-again")[];
            mayOpen: ("whistle" | "supervision-order")[];
            mayAsk: ("return" | "extension" | "parking" | "termination" | "reassignment" | "exclusion")[];
            version: number;
            matter: components["schemas"]["MatterTextDto"] | null;
            followUps: components["schemas"]["FollowUpDto"][];
            mergedCount: number;
            merged: components["schemas"]["MergedRequestDto"][];
            deadline: components["schemas"]["DeadlineDto"];
            history: components["schemas"]["HistoryEntryDto"][];
            files: components["schemas"]["FileDto"][];
        };
        WorkOrderDto: {
            service: components["schemas"]["OrderedServiceDto"] | null;
            appointment: components["schemas"]["AppointmentDto"] | null;
            facilityFault: components["schemas"]["BrokenFacilityDto"] | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "request" | "hazard-rectification" | "facility-fault";
            /** @enum {string} */
            state: "pending" | "dispatched" | "accepted" | "in-progress" | "parked" | "replied" | "approved" | "closed" | "terminated";
            /** Format: uuid */
            sourceId: string;
            sourceNumber: string | null;
            title: string | null;
            /** @enum {string|null} */
            requestKind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute" | null;
            categoryCode: string;
            areaCode: string;
            /** @enum {string} */
            urgency: "life-safety" | "utilities" | "normal" | "complex";
            round: number;
            /** Format: uuid */
            linkedOrderId: string | null;
            lead: components["schemas"]["PartyDto"] | null;
            coHandlers: components["schemas"]["PartyDto"][];
            firstReceiver: components["schemas"]["PartyDto"] | null;
            suggestedLead: components["schemas"]["PartyDto"] | null;
            routeReason: components["schemas"]["RouteReasonDto"] | null;
            due: components["schemas"]["DueTimesDto"];
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dispatchedAt: string | null;
            /** Format: date */
            nextReportOn: string | null;
            /** Format: date */
            reviewOn: string | null;
            /** @enum {string|null} */
            escalation: "government-office" | "leaders-meeting" | null;
            staff: components["schemas"]["StaffDto"] | null;
            contact: components["schemas"]["ContactDto"] | null;
            warnings: components["schemas"]["HandlingWarningDto"][];
            reply: components["schemas"]["ReplyDto"] | null;
            recheck: components["schemas"]["RecheckDto"];
            publicAnswer: string | null;
            actions: ("dispatch" | "reassign" | "change-co-handlers" | "recall" | "hand-over" | "correct" | "accept" | "assign-staff" | "start" | "progress" | "contact" | "appoint" | "miss-appointment" | "cancel-appointment" | "reply" | "take-back" | "confirm" | "refute" | "lapse-recheck" | "reject" | "approve" | "return" | "extend" | "park" | "resume" | "close" | "rework" | "warn" | "remind" | "escalate" | "terminate" | "dispatch-again")[];
            mayOpen: ("whistle" | "supervision-order")[];
            mayAsk: ("return" | "extension" | "parking" | "termination" | "reassignment" | "exclusion")[];
            version: number;
        };
        WorkOrderDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["WorkOrderDto"];
        WorkOrderPage: {
            items: components["schemas"]["WorkOrderDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
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
    WorkOrder_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "pending" | "dispatched" | "accepted" | "in-progress" | "parked" | "replied" | "approved" | "closed" | "terminated";
                areaCode?: string;
                organisation?: string;
                requestId?: string;
                sourceId?: string;
                overdue?: boolean;
                escalation?: "government-office" | "leaders-meeting";
                assignedTo?: string;
                misrouted?: boolean;
                sort?: "newest" | "due";
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
                    "application/json": components["schemas"]["WorkOrderPage"];
                };
            };
        };
    };
    WorkOrder_get: {
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
                    "application/json": components["schemas"]["WorkOrderDetailDto"];
                };
            };
        };
    };
    WorkOrder_sheet: {
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
                    "text/html": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
        };
    };
    WorkOrder_dispatch: {
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
                "application/json": components["schemas"]["DispatchInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_dispatchAgain: {
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
                "application/json": components["schemas"]["DispatchInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_reassign: {
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
                "application/json": components["schemas"]["DispatchInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_acceptMany: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptManyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedManyDto"];
                };
            };
        };
    };
    WorkOrder_accept: {
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
                    "application/json": components["schemas"]["WorkOrderDto"];
                };
            };
        };
    };
    WorkOrder_assignStaff: {
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
                "application/json": components["schemas"]["AssignStaffInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDto"];
                };
            };
        };
    };
    WorkOrder_contact: {
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
                "application/json": components["schemas"]["ContactInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_start: {
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
                    "application/json": components["schemas"]["WorkOrderDto"];
                };
            };
        };
    };
    WorkOrder_progress: {
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
                "application/json": components["schemas"]["ProgressInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_reply: {
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
                "application/json": components["schemas"]["ReplyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_reject: {
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
                "application/json": components["schemas"]["RejectInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_approve: {
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
                "application/json": components["schemas"]["ApproveInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDto"];
                };
            };
        };
    };
    WorkOrder_resume: {
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
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_escalate: {
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
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    WorkOrder_terminate: {
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
                "application/json": components["schemas"]["TerminateInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    Appointment_appoint: {
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
                "application/json": components["schemas"]["AppointInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    Appointment_cancel: {
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
                "application/json": components["schemas"]["CancelAppointmentInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    Recheck_confirm: {
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
                "application/json": components["schemas"]["ConfirmInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    Recheck_refute: {
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
                "application/json": components["schemas"]["RefuteInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    CoHandling_change: {
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
                "application/json": components["schemas"]["CoHandlersInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    TakingBack_takeBack: {
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
                "application/json": components["schemas"]["ReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkOrderDtoAndWarnings"];
                };
            };
        };
    };
    Organisation_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
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
                    "application/json": components["schemas"]["OrganisationPage"];
                };
            };
        };
    };
    DutyShift_put: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyShiftInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyShiftDto"];
                };
            };
        };
    };
    DutyShift_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                organisation?: string;
                at?: string;
                from?: string;
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
                    "application/json": components["schemas"]["DutyShiftPage"];
                };
            };
        };
    };
    DutyShift_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealDutyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedDutyDtoAndWarnings"];
                };
            };
        };
    };
    Application_ask: {
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
                "application/json": components["schemas"]["AskInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationDtoAndWarnings"];
                };
            };
        };
    };
    Application_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "asked" | "appealed" | "refused" | "granted" | "withdrawn" | "lapsed" | "revoked";
                kind?: "return" | "extension" | "parking" | "termination" | "reassignment" | "exclusion";
                workOrderId?: string;
                areaCode?: string;
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
                    "application/json": components["schemas"]["ApplicationPage"];
                };
            };
        };
    };
    Application_get: {
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
                    "application/json": components["schemas"]["ApplicationDetailDto"];
                };
            };
        };
    };
    Application_grant: {
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
                "application/json": components["schemas"]["GrantInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationDtoAndWarnings"];
                };
            };
        };
    };
    Application_refuse: {
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
                "application/json": components["schemas"]["ApplicationReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationDtoAndWarnings"];
                };
            };
        };
    };
    Application_appeal: {
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
                "application/json": components["schemas"]["ApplicationReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationDtoAndWarnings"];
                };
            };
        };
    };
    Application_withdraw: {
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
                    "application/json": components["schemas"]["ApplicationDto"];
                };
            };
        };
    };
    Application_revoke: {
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
                "application/json": components["schemas"]["ApplicationReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplicationDtoAndWarnings"];
                };
            };
        };
    };
    Part_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "open" | "accepted" | "returned" | "reported" | "ended";
                workOrderId?: string;
                areaCode?: string;
                overdue?: boolean;
                undecided?: boolean;
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
                    "application/json": components["schemas"]["PartPage"];
                };
            };
        };
    };
    Part_get: {
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
                    "application/json": components["schemas"]["PartDetailDto"];
                };
            };
        };
    };
    Part_accept: {
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
                    "application/json": components["schemas"]["PartDto"];
                };
            };
        };
    };
    Part_report: {
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
                "application/json": components["schemas"]["ReportInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDtoAndWarnings"];
                };
            };
        };
    };
    Part_takeBack: {
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
                "application/json": components["schemas"]["PartReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDtoAndWarnings"];
                };
            };
        };
    };
    Part_return: {
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
                "application/json": components["schemas"]["PartReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDtoAndWarnings"];
                };
            };
        };
    };
    Part_insist: {
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
                "application/json": components["schemas"]["PartReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDtoAndWarnings"];
                };
            };
        };
    };
    Part_mark: {
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
                "application/json": components["schemas"]["MarkInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartDto"];
                };
            };
        };
    };
    SupervisionOrder_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "open" | "answered" | "closed" | "revoked";
                cause?: "refused-to-take" | "overdue" | "solvable-not-solved" | "bad-effect" | "repeated" | "knowledge-not-updated";
                month?: string;
                workOrderId?: string;
                areaCode?: string;
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
                    "application/json": components["schemas"]["SupervisionOrderPage"];
                };
            };
        };
    };
    SupervisionOrder_open: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenSupervisionInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionOrderDtoAndWarnings"];
                };
            };
        };
    };
    SupervisionOrder_get: {
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
                    "application/json": components["schemas"]["SupervisionOrderDetailDto"];
                };
            };
        };
    };
    SupervisionOrder_answer: {
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
                "application/json": components["schemas"]["AnswerSupervisionInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionOrderDtoAndWarnings"];
                };
            };
        };
    };
    SupervisionOrder_takeBack: {
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
                "application/json": components["schemas"]["SupervisionReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionOrderDtoAndWarnings"];
                };
            };
        };
    };
    SupervisionOrder_return: {
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
                "application/json": components["schemas"]["SupervisionReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionOrderDtoAndWarnings"];
                };
            };
        };
    };
    SupervisionOrder_close: {
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
                "application/json": components["schemas"]["SupervisionReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionOrderDtoAndWarnings"];
                };
            };
        };
    };
    SupervisionOrder_revoke: {
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
                "application/json": components["schemas"]["SupervisionReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupervisionOrderDtoAndWarnings"];
                };
            };
        };
    };
    Whistle_whistle: {
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
                "application/json": components["schemas"]["WhistleInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhistleDtoAndWarnings"];
                };
            };
        };
    };
    Whistle_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "called" | "concluded" | "cancelled";
                workOrderId?: string;
                areaCode?: string;
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
                    "application/json": components["schemas"]["WhistlePage"];
                };
            };
        };
    };
    Whistle_get: {
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
                    "application/json": components["schemas"]["WhistleDetailDto"];
                };
            };
        };
    };
    Whistle_arrive: {
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
                    "application/json": components["schemas"]["WhistleDto"];
                };
            };
        };
    };
    Whistle_move: {
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
                "application/json": components["schemas"]["MoveWhistleInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhistleDtoAndWarnings"];
                };
            };
        };
    };
    Whistle_conclude: {
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
                "application/json": components["schemas"]["ConcludeInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhistleDtoAndWarnings"];
                };
            };
        };
    };
    Whistle_cancel: {
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
                "application/json": components["schemas"]["WhistleReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhistleDtoAndWarnings"];
                };
            };
        };
    };
    Whistle_mark: {
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
                "application/json": components["schemas"]["WhistleMarkInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhistleDto"];
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
    File_upload: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadFileInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileDto"];
                };
            };
        };
    };
    File_thumbnail: {
        parameters: {
            query?: never;
            header?: {
                Range?: string;
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
                    "image/jpeg": string;
                };
            };
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
}
