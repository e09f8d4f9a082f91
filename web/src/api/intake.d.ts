// Made by web/generate.mjs from the OpenAPI document of the service. Not edited by hand.
export interface paths {
    "/api/intake/v1/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Area_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Community_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Category_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/wechat-groups/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["WechatGroup_register"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/wechat-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["WechatGroup_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/grids/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PublicGrid_card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ServiceItem_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/service-menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ServiceMenu_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Request_list"];
        put?: never;
        post: operations["Request_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/find-by-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Request_findByPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Request_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/answer-on-the-spot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Request_answerOnTheSpot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Request_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/redirect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Request_redirect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Request_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Correction_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Duplicate_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/desk-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DeskFacts_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FollowUp_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Reopening_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Merging_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/split-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Merging_splitOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Merging_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/divide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Division_divide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Division_parts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Timeline_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Tracking_track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/nearby-matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicMatter_nearby"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/reception-days/{id}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Visit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Reveal_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KnowledgeEntry_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KnowledgeEntry_list"];
        put?: never;
        post: operations["KnowledgeEntry_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge-entries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KnowledgeEntry_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge-entries/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnowledgeEntry_edit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge-entries/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnowledgeEntry_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge-entries/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnowledgeEntry_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge-entries/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnowledgeEntry_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knowledge-entries/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnowledgeEntry_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/requests/{id}/knowledge-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Knowledge_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/snapshot-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SnapshotReport_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/snapshot-reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SnapshotReport_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/snapshot-reports/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SnapshotReport_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/snapshot-reports/{id}/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SnapshotReport_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/snapshot-reports/{id}/unjoin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SnapshotReport_unjoin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/snapshot-reports/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SnapshotReport_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/snapshot-reports/{id}/reverse-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SnapshotReport_reversePoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/snapshot-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicSnapshot_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/missed-calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MissedCall_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/missed-calls/find-by-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MissedCall_findByPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/missed-calls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MissedCall_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/missed-calls/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MissedCall_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/missed-calls/{id}/attempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MissedCall_attempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/missed-calls/{id}/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MissedCall_callBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/reception-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReceptionDay_list"];
        put?: never;
        post: operations["ReceptionDay_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/reception-days/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReceptionDay_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/reception-days/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceptionDay_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/reception-days/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceptionDay_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/reception-days/{id}/call-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceptionDay_callOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/reception-days/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReceptionDay_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Resident_list"];
        put?: never;
        post: operations["Resident_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Resident_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/join-group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_joinGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/leave-group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_leaveGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/split-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_splitOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/residents/{id}/withdraw-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Resident_withdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/resident-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ResidentGroup_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KeyPerson_list"];
        put?: never;
        post: operations["Care_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Care_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KeyPerson_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/refer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_refer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/change-risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_changeRisk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/report-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_reportChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_visit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/key-persons/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KeyPerson_leave"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Round_list"];
        put?: never;
        post: operations["Round_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Round_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Round_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Round_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Round_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Round_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RoundTarget_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}/targets-of-register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RoundTarget_addOfRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/rounds/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["RoundTarget_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/round-targets/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["RoundTarget_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/round-targets/{id}/knock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Knock_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knock-needs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KnockNeed_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knock-needs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["KnockNeed_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knock-needs/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnockNeed_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knock-needs/{id}/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnockNeed_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knock-needs/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnockNeed_drop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/knock-needs/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["KnockNeed_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Activity_announced"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Activity_readPublicly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Activity_list"];
        put?: never;
        post: operations["Activity_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Activity_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Activity_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities/{id}/announce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Activity_announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Activity_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Activity_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Activity_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activities/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityBooking_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ActivityBooking_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ActivityBooking_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityBooking_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityBooking_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityBooking_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityBooking_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}/attend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityBooking_attend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityBooking_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/activities/{id}/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicBooking_book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/activity-bookings/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicBooking_track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/activity-bookings/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicBooking_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/activity-bookings/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicBooking_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/activity-bookings/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicBooking_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-bookings/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityOutcome_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ActivityOutcome_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-outcomes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ActivityOutcome_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-outcomes/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityOutcome_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-outcomes/{id}/lose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityOutcome_lose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/activity-outcomes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ActivityOutcome_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-points/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ServicePoint_register"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ServicePoint_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/point-uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PointUse_list"];
        put: operations["PointUse_record"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/point-uses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["PointUse_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/point-uses/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PointUse_correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/facility-faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FacilityFault_list"];
        put?: never;
        post: operations["FacilityFault_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/facility-faults/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FacilityFault_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/facility-faults/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FacilityFault_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/facility-faults/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["FacilityFault_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ServiceCase_list"];
        put?: never;
        post: operations["ServiceCase_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/find-by-phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_findByPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ServiceCase_notice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ServiceCase_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_reveal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/bring-materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_bring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/ask-materials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/fill-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_fillForms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/deliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_deliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_rate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/verify-rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ServiceCase_verifyRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/take-back": {
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
    "/api/intake/v1/service-cases/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TakingBack_reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/service-cases/{id}/take-back-rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["TakingBack_takeBackRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/public/service-cases/track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["PublicCase_track"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/home-visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HomeVisit_list"];
        put?: never;
        post: operations["HomeVisit_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/home-visits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HomeVisit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/home-visits/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["HomeVisit_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/home-visits/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["HomeVisit_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/home-visits/{id}/miss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["HomeVisit_miss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/home-visits/{id}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["HomeVisit_takeBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/home-visits/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["HomeVisit_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/intake/v1/code-tables": {
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
    "/api/intake/v1/files": {
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
    "/api/intake/v1/files/{id}/thumbnail": {
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
    "/api/intake/v1/public/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["VisitorPhoto_send"];
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
        ActivityBookingDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            number: string;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "confirmed" | "attended" | "absent" | "unconfirmed" | "left-out" | "lapsed" | "cancelled" | "called-off";
            actions: string[];
            /** Format: uuid */
            activityId: string;
            areaCode: string;
            /** Format: uuid */
            residentId: string | null;
            name: string | null;
            phone: string | null;
            place: number | null;
            online: boolean;
            /** Format: date-time */
            offerUntil: string | null;
            /** Format: date-time */
            bookedAt: string;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            attendedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            history: components["schemas"]["ActivityBookingHistoryDto"][];
        };
        ActivityBookingDto: {
            /** Format: uuid */
            id: string;
            version: number;
            number: string;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "confirmed" | "attended" | "absent" | "unconfirmed" | "left-out" | "lapsed" | "cancelled" | "called-off";
            actions: string[];
            /** Format: uuid */
            activityId: string;
            areaCode: string;
            /** Format: uuid */
            residentId: string | null;
            name: string | null;
            phone: string | null;
            place: number | null;
            online: boolean;
            /** Format: date-time */
            offerUntil: string | null;
            /** Format: date-time */
            bookedAt: string;
            /** Format: date-time */
            confirmedAt: string | null;
            /** Format: date-time */
            attendedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        ActivityBookingHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "waiting" | "offered" | "booked" | "confirmed" | "attended" | "absent" | "unconfirmed" | "left-out" | "lapsed" | "cancelled" | "called-off" | null;
            /** @enum {string} */
            to: "waiting" | "offered" | "booked" | "confirmed" | "attended" | "absent" | "unconfirmed" | "left-out" | "lapsed" | "cancelled" | "called-off";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ActivityBookingPage: {
            items: components["schemas"]["ActivityBookingDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ActivityDetailDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "planned" | "announced" | "held" | "closed" | "cancelled";
            /** @enum {string} */
            kind: "five-delivery" | "job-fair" | "health-check" | "culture";
            /** @enum {string|null} */
            delivery: "policy" | "skills" | "health" | "warmth" | "convenience" | null;
            areaCode: string;
            title: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            capacity: number;
            full: boolean;
            bookable: boolean;
            coOrganiser: string | null;
            employers: components["schemas"]["EmployerDto"][];
            version: number;
            actions: string[];
            free: number;
            waiting: number;
            booked: number;
            confirmed: number;
            attended: number;
            /** Format: uuid */
            organisationId: string | null;
            /** Format: date-time */
            plannedAt: string;
            /** Format: date-time */
            announcedAt: string | null;
            /** Format: date-time */
            heldAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            history: components["schemas"]["ActivityHistoryDto"][];
        };
        ActivityDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "planned" | "announced" | "held" | "closed" | "cancelled";
            /** @enum {string} */
            kind: "five-delivery" | "job-fair" | "health-check" | "culture";
            /** @enum {string|null} */
            delivery: "policy" | "skills" | "health" | "warmth" | "convenience" | null;
            areaCode: string;
            title: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            capacity: number;
            full: boolean;
            bookable: boolean;
            coOrganiser: string | null;
            employers: components["schemas"]["EmployerDto"][];
            version: number;
            actions: string[];
            free: number;
            waiting: number;
            booked: number;
            confirmed: number;
            attended: number;
            /** Format: uuid */
            organisationId: string | null;
            /** Format: date-time */
            plannedAt: string;
            /** Format: date-time */
            announcedAt: string | null;
            /** Format: date-time */
            heldAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
        };
        ActivityDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["ActivityDto"];
        ActivityHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "planned" | "announced" | "held" | "closed" | "cancelled" | null;
            /** @enum {string} */
            to: "planned" | "announced" | "held" | "closed" | "cancelled";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ActivityOutcomeDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "recorded" | "confirmed" | "lost" | "unknown" | "withdrawn";
            actions: string[];
            /** Format: uuid */
            activityId: string;
            /** Format: uuid */
            bookingId: string;
            areaCode: string;
            /** @enum {string} */
            outcome: "hired" | "interview" | "trained" | "checked" | "need-found";
            employer: string | null;
            /** Format: date */
            occurredOn: string;
            /** Format: date */
            followUpOn: string;
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            endedAt: string | null;
            files: components["schemas"]["FileDto"][];
            history: components["schemas"]["ActivityOutcomeHistoryDto"][];
        };
        ActivityOutcomeDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "recorded" | "confirmed" | "lost" | "unknown" | "withdrawn";
            actions: string[];
            /** Format: uuid */
            activityId: string;
            /** Format: uuid */
            bookingId: string;
            areaCode: string;
            /** @enum {string} */
            outcome: "hired" | "interview" | "trained" | "checked" | "need-found";
            employer: string | null;
            /** Format: date */
            occurredOn: string;
            /** Format: date */
            followUpOn: string;
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            endedAt: string | null;
        };
        ActivityOutcomeDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["ActivityOutcomeDto"];
        ActivityOutcomeHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "recorded" | "confirmed" | "lost" | "unknown" | "withdrawn" | null;
            /** @enum {string} */
            to: "recorded" | "confirmed" | "lost" | "unknown" | "withdrawn";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ActivityOutcomePage: {
            items: components["schemas"]["ActivityOutcomeDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ActivityPage: {
            items: components["schemas"]["ActivityDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        AddedOfRegisterDto: {
            targets: number;
            added: number;
            withoutAddress: number;
            more: boolean;
        };
        AddOfRegisterInput: {
            areaCode?: string;
        };
        AnnounceReceptionDayInput: {
            areaCode: string;
            host: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            topic?: string;
        };
        AnswerInput: {
            code: string;
            answer: string;
        };
        AnswerOnTheSpotInput: {
            publicAnswer?: string;
            /** Format: uuid */
            knowledgeEntryId?: string;
            files?: string[];
        };
        ApplicantInput: {
            name: string;
            idNumber?: string;
            phone?: string;
        };
        AreaDto: {
            /** Format: uuid */
            id: string;
            code: string;
            name: string;
            /** @enum {string} */
            kind: "district" | "street" | "town" | "township" | "residents_committee" | "villagers_committee" | "grid" | "other";
            /** @enum {string|null} */
            comparisonType: "old-estate" | "new-estate" | "rural-village" | null;
            edition: string;
            /** Format: date-time */
            retiredAt: string | null;
            successorArea: string | null;
            version: number;
        };
        AreaPage: {
            items: components["schemas"]["AreaDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        AskMaterialsInput: {
            materials: string[];
            reason: string;
        };
        AssignInput: {
            workerId: string;
            organisationCode?: string;
        };
        BookActivityInput: {
            /** Format: uuid */
            residentId?: string;
            name?: string;
            phone?: string;
            waitingList?: boolean;
        };
        BookingReceiptDto: {
            title: string;
            location: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @enum {string} */
            numberBy: "text-message" | "counter";
        };
        BringMaterialsInput: {
            materials: components["schemas"]["BroughtMaterialInput"][];
        };
        BroughtMaterialInput: {
            name: string;
            /** @enum {string} */
            state: "present" | "waived";
            reason?: string;
        };
        CallBackInput: {
            /** @enum {string} */
            outcome: "request" | "answered" | "nothing-wanted";
            /** Format: uuid */
            requestId?: string;
        };
        CallDto: {
            callId: string;
            line: string;
            areaCode: string;
            agentAccountId: string;
            queueSeconds: number;
            recordingReference: string | null;
        };
        CallInput: {
            callId: string;
            line: string;
            areaCode: string;
            agentAccountId?: string;
            queueSeconds: number;
            recordingReference?: string;
        };
        CallOffReceptionDayInput: {
            reason: string;
        };
        CancelActivityInput: {
            reason: string;
        };
        CancelRoundInput: {
            reason: string;
        };
        CaseStepDto: {
            /** @enum {string} */
            step: "told" | "consent" | "forms" | "submitted" | "tracked" | "decided" | "delivered" | "copy";
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            doneAt: string | null;
        };
        CategoryDto: {
            code: string;
            name: string;
            scheme: string;
            synonyms: string[];
            localNames: string[];
            exclusions: string[];
            confusables: string[];
            filingConditions: string | null;
            closingConditions: string | null;
            requiredEvidence: ("photo" | "document")[];
            finderRechecks: boolean;
            componentType: string | null;
            matterType: string | null;
            open311Code: string | null;
            /** @enum {string|null} */
            emergencyNumber: "110" | "119" | "120" | "122" | "12119" | null;
            /** Format: date-time */
            retiredAt: string | null;
            successorCategory: string | null;
            version: number;
        };
        CategoryPage: {
            items: components["schemas"]["CategoryDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ChangeRiskInput: {
            reason: string;
            /** @enum {string} */
            risk: "high" | "key" | "general";
        };
        ChoiceDto: {
            code: string;
            zh: string;
            en: string;
        };
        CloseRoundInput: {
            explanation?: string;
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
        CommunitiesDto: {
            items: components["schemas"]["CommunityDto"][];
        };
        CommunityDto: {
            code: string;
            name: string;
            streetName: string | null;
        };
        CompleteHomeVisitInput: {
            /** Format: date-time */
            visitedAt?: string;
        };
        ConfirmFaultInput: {
            finding?: string;
        };
        CorrectActivityInput: {
            title?: string;
            place?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            capacity?: number;
            coOrganiser?: string;
            employers?: components["schemas"]["EmployerDto"][];
            reason: string;
        };
        CorrectInput: {
            areaCode?: string;
            categoryCode?: string;
            /** @enum {string} */
            urgency?: "life-safety" | "utilities" | "normal" | "complex";
            title?: string;
            place?: string;
            point?: components["schemas"]["PointDto"];
            reason: string;
        };
        CorrectReceptionDayInput: {
            host?: string;
            place?: string;
            /** Format: date-time */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            topic?: string;
            reason: string;
        };
        CorrectResidentInput: {
            formerName?: string;
            idNumber?: string;
            phone?: string;
            /** @enum {string} */
            sex?: "0" | "1" | "2" | "9";
            /** Format: date */
            bornOn?: string;
            /** @enum {string} */
            ethnicGroup?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56";
            nativePlace?: string;
            /** @enum {string} */
            maritalStatus?: "10" | "20" | "21" | "22" | "23" | "30" | "40" | "90";
            /** @enum {string} */
            education?: "10" | "20" | "30" | "40" | "60" | "70" | "80" | "90";
            politicalStatus?: string;
            occupation?: string;
            employer?: string;
            address?: string;
            registeredAddress?: string;
            livesWhereRegistered?: boolean;
            householdNumber?: string;
            /** @enum {string} */
            relationToHead?: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
            /** @enum {string} */
            dwelling?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "99";
            /** @enum {string} */
            inflowReason?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "99";
            disabilityCard?: string;
            disabilityClass?: string;
            disabilityGrade?: string;
            allowanceNumber?: string;
            allowanceYuan?: number;
            childrenWhereabouts?: string;
            difficulties?: string;
            name?: string;
            areaCode?: string;
            leaveOut?: ("formerName" | "idNumber" | "phone" | "sex" | "bornOn" | "ethnicGroup" | "nativePlace" | "maritalStatus" | "education" | "politicalStatus" | "occupation" | "employer" | "address" | "registeredAddress" | "livesWhereRegistered" | "householdNumber" | "relationToHead" | "dwelling" | "inflowReason" | "disabilityCard" | "disabilityClass" | "disabilityGrade" | "allowanceNumber" | "allowanceYuan" | "childrenWhereabouts" | "difficulties")[];
            reason: string;
        };
        CorrectUseInput: {
            uses: number;
            /** @enum {string} */
            method?: "door-counter" | "tally" | "scan" | "camera" | "estimate";
            reason: string;
        };
        DecideCaseInput: {
            result: string;
        };
        DeclineInput: {
            /** @enum {string} */
            reasonCode: "emergency" | "court-matter" | "arbitration-matter" | "discipline-matter" | "reconsideration-matter" | "disclosure-matter" | "petition-matter" | "nothing-new" | "secret-or-privacy" | "outside-government" | "already-concluded" | "unlawful" | "outside-district" | "unclear" | "other";
            publicAnswer: string;
            petitionReference?: string;
        };
        DeliverCaseInput: {
            /** @enum {string} */
            way: "window" | "home" | "post" | "online";
            copyGiven?: boolean;
        };
        DeskFactsDto: {
            next: components["schemas"]["NextStepDto"] | null;
            callerCount: number;
            ofCaller: components["schemas"]["RequestDto"][];
            missedCalls: components["schemas"]["MissedCallDto"][];
            nearbyCount: number;
            nearby: components["schemas"]["NearbyDto"][];
        };
        DivideInput: {
            parts: components["schemas"]["PartInput"][];
            reason?: string;
        };
        DraftKnowledgeEntryInput: {
            question: string;
            materials?: string[];
            /** Format: date */
            validUntil?: string;
            areaCode: string;
            categoryCode: string;
            answer: string;
            organisationCode?: string;
        };
        DropNeedInput: {
            reason: string;
        };
        DuplicateDto: {
            request: components["schemas"]["RequestDto"];
            score: number;
            reasons: components["schemas"]["LikenessDto"][];
        };
        DuplicatesDto: {
            items: components["schemas"]["DuplicateDto"][];
        };
        EmployerDto: {
            name: string;
            posts: number;
        };
        EndHomeVisitInput: {
            reason: string;
        };
        EndOutcomeInput: {
            reason: string;
        };
        EnterKeyPersonInput: {
            /** Format: uuid */
            residentId: string;
            /** @enum {string} */
            kind: "living-alone" | "empty-nest" | "left-behind" | "incapacitated" | "severely-disabled" | "bereaved-of-child";
            /** @enum {string} */
            risk: "high" | "key" | "general";
        };
        ExtendRoundInput: {
            /** Format: date */
            untilOn: string;
            reason: string;
        };
        FacilityFaultDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "reported" | "repairing" | "repaired" | "dismissed";
            actions: string[];
            servicePointCode: string;
            name: string;
            place: string;
            /** @enum {string} */
            facility: "water" | "rest" | "heating" | "microwave" | "fridge" | "charging" | "first-aid" | "blood-pressure" | "toilet" | "umbrella" | "wifi" | "books";
            note: string | null;
            finding: string | null;
            areaCode: string;
            categoryCode: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: date-time */
            reportedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            endedAt: string | null;
            history: components["schemas"]["FacilityFaultHistoryDto"][];
        };
        FacilityFaultDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "reported" | "repairing" | "repaired" | "dismissed";
            actions: string[];
            servicePointCode: string;
            name: string;
            place: string;
            /** @enum {string} */
            facility: "water" | "rest" | "heating" | "microwave" | "fridge" | "charging" | "first-aid" | "blood-pressure" | "toilet" | "umbrella" | "wifi" | "books";
            note: string | null;
            finding: string | null;
            areaCode: string;
            categoryCode: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: date-time */
            reportedAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            /** Format: date-time */
            endedAt: string | null;
        };
        FacilityFaultHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "reported" | "repairing" | "repaired" | "dismissed" | null;
            /** @enum {string} */
            to: "reported" | "repairing" | "repaired" | "dismissed";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        FacilityFaultPage: {
            items: components["schemas"]["FacilityFaultDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
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
        FindByPhoneInput: {
            phone: string;
        };
        FindResidentInput: {
            idNumber?: string;
            phone?: string;
        };
        FollowUpInput: {
            /** @enum {string} */
            kind: "urge" | "supplement" | "complaint";
            /** @enum {string} */
            channel: "party-led-hotline" | "hotline-12345" | "grid-worker" | "mobile-grid-worker" | "wechat-matrix" | "service-window" | "door-knock" | "reception-day" | "online" | "department-api" | "open311" | "internal";
            text?: string;
            files?: string[];
        };
        FoundNeedInput: {
            /** @enum {string} */
            need: "request" | "service-order" | "key-person" | "register-correction" | "topic";
            note?: string;
        };
        GridCardDto: {
            code: string;
            name: string;
            community: string;
            /** @enum {string} */
            kind: "basic" | "special";
            workerName: string;
            phone: string;
            supervisionPhone: string;
            buildings: number | null;
            households: number | null;
        };
        GridCoverageDto: {
            targets: number;
            met: number;
            coverage: number | null;
            outcomes: components["schemas"]["OutcomeCountDto"][];
            unknocked: number;
            explained: number;
            areaCode: string;
        };
        GroupMembershipDto: {
            group: string;
            /** Format: date */
            since: string;
            /** Format: date */
            until: string | null;
            /** @enum {string} */
            source: "declared" | "document" | "visit" | "department";
        };
        HandedOverDto: {
            asked: number;
            more: boolean;
        };
        HandOverInput: {
            workerId: string;
            organisationCode?: string;
            reason: string;
            fromWorkerId: string;
        };
        HoldReceptionDayInput: {
            visitors: number;
        };
        HomeVisitDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "planned" | "done" | "not-met" | "cancelled";
            actions: string[];
            areaCode: string;
            /** Format: uuid */
            residentId: string | null;
            /** @enum {string} */
            cause: "elderly" | "disabled" | "ill" | "caring";
            /** Format: uuid */
            serviceCaseId: string | null;
            /** Format: uuid */
            requestId: string | null;
            workerId: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            overdue: boolean;
            /** Format: date-time */
            visitedAt: string | null;
            /** Format: date-time */
            plannedAt: string;
            history: components["schemas"]["HomeVisitHistoryDto"][];
        };
        HomeVisitDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "planned" | "done" | "not-met" | "cancelled";
            actions: string[];
            areaCode: string;
            /** Format: uuid */
            residentId: string | null;
            /** @enum {string} */
            cause: "elderly" | "disabled" | "ill" | "caring";
            /** Format: uuid */
            serviceCaseId: string | null;
            /** Format: uuid */
            requestId: string | null;
            workerId: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            overdue: boolean;
            /** Format: date-time */
            visitedAt: string | null;
            /** Format: date-time */
            plannedAt: string;
        };
        HomeVisitDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["HomeVisitDto"];
        HomeVisitHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "planned" | "done" | "not-met" | "cancelled" | null;
            /** @enum {string} */
            to: "planned" | "done" | "not-met" | "cancelled";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        HomeVisitPage: {
            items: components["schemas"]["HomeVisitDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        JoinGroupInput: {
            group: string;
            /** Format: date */
            since?: string;
            /** @enum {string} */
            source: "declared" | "document" | "visit" | "department";
        };
        JoinSnapshotInput: {
            /** Format: uuid */
            requestId: string;
        };
        KeyPersonDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "waiting" | "assigned" | "cared-for" | "transferring" | "referred" | "left";
            actions: string[];
            areaCode: string;
            /** @enum {string} */
            kind: "living-alone" | "empty-nest" | "left-behind" | "incapacitated" | "severely-disabled" | "bereaved-of-child";
            /** @enum {string} */
            risk: "high" | "key" | "general";
            workerId: string | null;
            /** Format: uuid */
            organisationId: string | null;
            offeredTo: string | null;
            /** Format: uuid */
            offeredOrganisationId: string | null;
            /** Format: date-time */
            offerUntil: string | null;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            lastVisitAt: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            overdueSince: string | null;
            overdue: boolean;
            /** @enum {string|null} */
            lamp: "green" | "yellow" | "red" | null;
            /** @enum {string|null} */
            leaving: "moved" | "died" | "no-need" | "merged" | "consent-withdrawn" | "expired" | null;
            visits: components["schemas"]["VisitDto"][];
            toBeReferred: boolean;
            history: components["schemas"]["KeyPersonHistoryDto"][];
        };
        KeyPersonDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "waiting" | "assigned" | "cared-for" | "transferring" | "referred" | "left";
            actions: string[];
            areaCode: string;
            /** @enum {string} */
            kind: "living-alone" | "empty-nest" | "left-behind" | "incapacitated" | "severely-disabled" | "bereaved-of-child";
            /** @enum {string} */
            risk: "high" | "key" | "general";
            workerId: string | null;
            /** Format: uuid */
            organisationId: string | null;
            offeredTo: string | null;
            /** Format: uuid */
            offeredOrganisationId: string | null;
            /** Format: date-time */
            offerUntil: string | null;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            lastVisitAt: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            overdueSince: string | null;
            overdue: boolean;
            /** @enum {string|null} */
            lamp: "green" | "yellow" | "red" | null;
            /** @enum {string|null} */
            leaving: "moved" | "died" | "no-need" | "merged" | "consent-withdrawn" | "expired" | null;
        };
        KeyPersonDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["KeyPersonDto"];
        KeyPersonHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "waiting" | "assigned" | "cared-for" | "transferring" | "referred" | "left" | null;
            /** @enum {string} */
            to: "waiting" | "assigned" | "cared-for" | "transferring" | "referred" | "left";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        KeyPersonPage: {
            items: components["schemas"]["KeyPersonDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        KnockDto: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            targetId: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            outcome: "met" | "not-home" | "refused" | "moved" | "empty" | "wrong-address" | "will-call";
            recordedBy: string;
            correctedBy: string | null;
            correction: string | null;
        };
        KnockNeedDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "waiting" | "linked" | "dropped";
            actions: string[];
            /** @enum {string} */
            need: "request" | "service-order" | "key-person" | "register-correction" | "topic";
            /** Format: uuid */
            roundId: string;
            /** Format: uuid */
            targetId: string;
            /** Format: uuid */
            knockId: string;
            areaCode: string;
            /** Format: uuid */
            linkedId: string | null;
            /** Format: date-time */
            foundAt: string;
            history: components["schemas"]["KnockNeedHistoryDto"][];
        };
        KnockNeedDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "waiting" | "linked" | "dropped";
            actions: string[];
            /** @enum {string} */
            need: "request" | "service-order" | "key-person" | "register-correction" | "topic";
            /** Format: uuid */
            roundId: string;
            /** Format: uuid */
            targetId: string;
            /** Format: uuid */
            knockId: string;
            areaCode: string;
            /** Format: uuid */
            linkedId: string | null;
            /** Format: date-time */
            foundAt: string;
        };
        KnockNeedDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["KnockNeedDto"];
        KnockNeedHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "waiting" | "linked" | "dropped" | null;
            /** @enum {string} */
            to: "waiting" | "linked" | "dropped";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        KnockNeedPage: {
            items: components["schemas"]["KnockNeedDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        KnowledgeAnswerDto: {
            /** Format: uuid */
            id: string;
            question: string;
            answer: string;
            materials: string[];
            categoryCode: string;
            areaCode: string;
            organisationCode: string;
            /** Format: date */
            validUntil: string | null;
        };
        KnowledgeAnswerPage: {
            items: components["schemas"]["KnowledgeAnswerDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        KnowledgeEntryDetailDto: {
            /** Format: uuid */
            id: string;
            question: string;
            answer: string;
            materials: string[];
            categoryCode: string;
            areaCode: string;
            organisationCode: string;
            /** Format: date */
            validUntil: string | null;
            version: number;
            /** @enum {string} */
            state: "draft" | "published" | "review-due" | "retired";
            actions: string[];
            /** Format: uuid */
            requestId: string | null;
            /** Format: date */
            reviewBy: string | null;
            /** Format: date-time */
            draftedAt: string;
            /** Format: date-time */
            publishedAt: string | null;
            used: number;
            history: components["schemas"]["KnowledgeEntryHistoryDto"][];
        };
        KnowledgeEntryDto: {
            /** Format: uuid */
            id: string;
            question: string;
            answer: string;
            materials: string[];
            categoryCode: string;
            areaCode: string;
            organisationCode: string;
            /** Format: date */
            validUntil: string | null;
            version: number;
            /** @enum {string} */
            state: "draft" | "published" | "review-due" | "retired";
            actions: string[];
            /** Format: uuid */
            requestId: string | null;
            /** Format: date */
            reviewBy: string | null;
            /** Format: date-time */
            draftedAt: string;
            /** Format: date-time */
            publishedAt: string | null;
        };
        KnowledgeEntryDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["KnowledgeEntryDto"];
        KnowledgeEntryHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "draft" | "published" | "review-due" | "retired" | null;
            /** @enum {string} */
            to: "draft" | "published" | "review-due" | "retired";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        KnowledgeEntryInput: {
            question: string;
            materials?: string[];
            /** Format: date */
            validUntil?: string;
            areaCode: string;
            categoryCode: string;
            answer: string;
        };
        KnowledgeEntryPage: {
            items: components["schemas"]["KnowledgeEntryDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        KnowledgeReasonInput: {
            reason: string;
        };
        LeaveGroupInput: {
            group: string;
            reason: string;
        };
        LeaveInput: {
            /** @enum {string} */
            leaving: "moved" | "died";
        };
        LikenessDto: {
            /** @enum {string} */
            kind: "title" | "place" | "category" | "time" | "caller";
            percent: number;
            metres: number | null;
            days: number | null;
        };
        LinkNeedInput: {
            /** Format: uuid */
            linkedId: string;
        };
        MakeKnowledgeInput: {
            question: string;
            materials?: string[];
            /** Format: date */
            validUntil?: string;
            areaCode: string;
            answer?: string;
            organisationCode?: string;
        };
        MaskedApplicantDto: {
            name: string;
            idNumber: string | null;
            phone: string | null;
        };
        MaskedRequesterDto: {
            name: string;
            phone: string | null;
        };
        MaterialDto: {
            name: string;
            /** @enum {string} */
            state: "present" | "waived" | "missing";
            reason: string | null;
            askedLater: boolean;
            /** Format: date-time */
            toldAt: string | null;
        };
        MergeInput: {
            /** Format: uuid */
            mainRequestId: string;
            /** @enum {string} */
            urgency?: "life-safety" | "utilities" | "normal" | "complex";
            reason?: string;
        };
        MergeResidentInput: {
            /** Format: uuid */
            mainResidentId: string;
        };
        MissedCallDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "called-back" | "unreached";
            actions: string[];
            areaCode: string;
            line: string;
            phone: string | null;
            calls: number;
            /** Format: date-time */
            calledAt: string;
            /** Format: date-time */
            lastCalledAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            attempts: number;
            /** Format: date-time */
            attemptNotBefore: string | null;
            /** @enum {string|null} */
            outcome: "request" | "answered" | "nothing-wanted" | null;
            /** Format: uuid */
            requestId: string | null;
            /** Format: date-time */
            endedAt: string | null;
            history: components["schemas"]["MissedCallHistoryDto"][];
        };
        MissedCallDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "called-back" | "unreached";
            actions: string[];
            areaCode: string;
            line: string;
            phone: string | null;
            calls: number;
            /** Format: date-time */
            calledAt: string;
            /** Format: date-time */
            lastCalledAt: string;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            attempts: number;
            /** Format: date-time */
            attemptNotBefore: string | null;
            /** @enum {string|null} */
            outcome: "request" | "answered" | "nothing-wanted" | null;
            /** Format: uuid */
            requestId: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        MissedCallHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "open" | "called-back" | "unreached" | null;
            /** @enum {string} */
            to: "open" | "called-back" | "unreached";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        MissedCallPage: {
            items: components["schemas"]["MissedCallDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        MissHomeVisitInput: {
            /** Format: date-time */
            visitedAt?: string;
            reason: string;
        };
        MoveHomeVisitInput: {
            /** Format: date-time */
            from?: string;
            /** Format: date-time */
            until?: string;
            workerId?: string;
            reason: string;
        };
        NearbyDto: {
            request: components["schemas"]["RequestDto"];
            metres: number;
        };
        NearbyInput: {
            point: components["schemas"]["PointDto"];
        };
        NearbyMattersDto: {
            items: components["schemas"]["PublicMatterDto"][];
        };
        NeedRequestInput: {
            categoryCode: string;
            title: string;
            text: string;
        };
        NextStepDto: {
            /** @enum {string} */
            step: "route" | "accept" | "handle" | "recheck" | "review" | "assign-again" | "mediate" | "call-back" | "answer-with-main" | "answer-in-parts";
            /** @enum {string|null} */
            role: "dispatcher" | "handler" | "grid-worker" | "reviewer" | "mediator" | "callback-agent" | null;
            organisationName: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** @enum {string|null} */
            lamp: "green" | "yellow" | "red" | null;
        };
        OpenServiceCaseInput: {
            itemCode: string;
            /** @enum {string} */
            mode: "window" | "home" | "online" | "assisted";
            areaCode: string;
            servicePointCode?: string;
            /** Format: uuid */
            applicantId?: string;
            applicant?: components["schemas"]["ApplicantInput"];
            /** Format: uuid */
            residentId?: string;
            /** @enum {string} */
            consentWay?: "written" | "spoken" | "online";
            materials?: components["schemas"]["BroughtMaterialInput"][];
            complete?: boolean;
            again?: boolean;
        };
        OrderedServiceDto: {
            itemCode: string;
            itemVersion: number;
            limitWorkingDays: number;
            /** Format: date-time */
            from: string | null;
            /** Format: date-time */
            until: string | null;
        };
        OutcomeCountDto: {
            /** @enum {string} */
            outcome: "met" | "not-home" | "refused" | "moved" | "empty" | "wrong-address" | "will-call";
            households: number;
        };
        PartInput: {
            /** @enum {string} */
            kind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute";
            categoryCode: string;
            areaCode?: string;
            title: string;
            text: string;
            place?: string;
            /** @enum {string} */
            urgency?: "life-safety" | "utilities" | "normal" | "complex";
        };
        PicturesDto: {
            before: string[];
            after: string[];
        };
        PlanActivityInput: {
            areaCode: string;
            /** @enum {string} */
            kind: "five-delivery" | "job-fair" | "health-check" | "culture";
            /** @enum {string} */
            delivery?: "policy" | "skills" | "health" | "warmth" | "convenience";
            title: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            capacity: number;
            coOrganiser?: string;
            employers?: components["schemas"]["EmployerDto"][];
        };
        PlanHomeVisitInput: {
            /** Format: uuid */
            residentId: string;
            /** @enum {string} */
            cause: "elderly" | "disabled" | "ill" | "caring";
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            workerId?: string;
            /** Format: uuid */
            serviceCaseId?: string;
            /** Format: uuid */
            requestId?: string;
        };
        PlanRoundInput: {
            areaCode: string;
            title: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            questions?: components["schemas"]["QuestionInput"][];
        };
        PointDto: {
            /** @enum {string} */
            type: "Point";
            coordinates: number[];
        };
        PointUseDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "recorded" | "corrected";
            actions: string[];
            servicePointCode: string;
            servicePointName: string;
            /** Format: uuid */
            organisationId: string | null;
            areaCode: string;
            /** Format: date */
            day: string;
            fromHour: number | null;
            toHour: number | null;
            uses: number;
            /** @enum {string} */
            method: "door-counter" | "tally" | "scan" | "camera" | "estimate";
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            correctableUntil: string;
            history: components["schemas"]["PointUseHistoryDto"][];
        };
        PointUseDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "recorded" | "corrected";
            actions: string[];
            servicePointCode: string;
            servicePointName: string;
            /** Format: uuid */
            organisationId: string | null;
            areaCode: string;
            /** Format: date */
            day: string;
            fromHour: number | null;
            toHour: number | null;
            uses: number;
            /** @enum {string} */
            method: "door-counter" | "tally" | "scan" | "camera" | "estimate";
            recordedBy: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            correctableUntil: string;
        };
        PointUseDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["PointUseDto"];
        PointUseHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "recorded" | "corrected" | null;
            /** @enum {string} */
            to: "recorded" | "corrected";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        PointUsePage: {
            items: components["schemas"]["PointUseDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        PublicActivityDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "planned" | "announced" | "held" | "closed" | "cancelled";
            /** @enum {string} */
            kind: "five-delivery" | "job-fair" | "health-check" | "culture";
            /** @enum {string|null} */
            delivery: "policy" | "skills" | "health" | "warmth" | "convenience" | null;
            areaCode: string;
            title: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            capacity: number;
            full: boolean;
            bookable: boolean;
            coOrganiser: string | null;
            employers: components["schemas"]["EmployerDto"][];
        };
        PublicActivityPage: {
            items: components["schemas"]["PublicActivityDto"][];
            next: string | null;
        };
        PublicBookingDto: {
            number: string;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "confirmed" | "attended" | "absent" | "unconfirmed" | "left-out" | "lapsed" | "cancelled" | "called-off";
            actions: string[];
            /** Format: uuid */
            activityId: string;
            title: string;
            location: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            offerUntil: string | null;
        };
        PublicBookingInput: {
            name: string;
            phone: string;
        };
        PublicMatterDto: {
            number: string;
            categoryCode: string;
            categoryName: string | null;
            areaCode: string;
            areaName: string | null;
            /** Format: date */
            receivedOn: string;
            /** @enum {string} */
            step: "being-verified" | "verified-again" | "being-routed" | "being-handled" | "put-off" | "in-mediation" | "answered" | "finished" | "ended" | "elsewhere";
        };
        PublicServiceCaseDto: {
            number: string;
            itemName: string;
            /** @enum {string} */
            state: "open" | "preparing" | "submitted" | "decided" | "delivered" | "refused" | "withdrawn";
            /** Format: date-time */
            openedAt: string;
            missing: string[];
            /** Format: date-time */
            bringBy: string | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            deliveredAt: string | null;
        };
        PublicSnapshotInput: {
            files?: string[];
            text?: string;
            place?: string;
            point?: components["schemas"]["PointDto"];
            areaCode?: string;
            group?: string;
            reporter?: components["schemas"]["ReporterInput"];
        };
        QuestionDto: {
            code: string;
            zh: string;
            en: string;
            /** @enum {string} */
            kind: "yes-no" | "number" | "choice" | "words";
            choices: components["schemas"]["ChoiceDto"][];
        };
        QuestionInput: {
            code: string;
            zh: string;
            en: string;
            /** @enum {string} */
            kind: "yes-no" | "number" | "choice" | "words";
            choices?: components["schemas"]["ChoiceDto"][];
        };
        RateCaseInput: {
            /** @enum {string} */
            satisfaction: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied";
        };
        ReceiptDto: {
            number: string;
            trackingCode: string;
            /** Format: date-time */
            reportedAt: string;
            /** Format: date-time */
            dueAt: string;
        };
        ReceiptDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["ReceiptDto"];
        ReceptionDayDetailDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "announced" | "held" | "closed" | "called-off";
            areaCode: string;
            host: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            topic: string | null;
            version: number;
            actions: string[];
            visitors: number | null;
            /** Format: date-time */
            announcedAt: string;
            matters: number;
            openMatters: number;
            history: components["schemas"]["ReceptionDayHistoryDto"][];
        };
        ReceptionDayDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "announced" | "held" | "closed" | "called-off";
            areaCode: string;
            host: string;
            place: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            topic: string | null;
            version: number;
            actions: string[];
            visitors: number | null;
            /** Format: date-time */
            announcedAt: string;
        };
        ReceptionDayDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["ReceptionDayDto"];
        ReceptionDayHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "announced" | "held" | "closed" | "called-off" | null;
            /** @enum {string} */
            to: "announced" | "held" | "closed" | "called-off";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ReceptionDayPage: {
            items: components["schemas"]["ReceptionDayDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        RecordedKnockDto: {
            knock: components["schemas"]["KnockDto"];
            target: components["schemas"]["RoundTargetDto"];
            needIds: string[];
        };
        RecordedKnockDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RecordedKnockDto"];
        RecordFaultInput: {
            finding?: string;
            /** @enum {string} */
            facility: "water" | "rest" | "heating" | "microwave" | "fridge" | "charging" | "first-aid" | "blood-pressure" | "toilet" | "umbrella" | "wifi" | "books";
            servicePointCode: string;
        };
        RecordKnockInput: {
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            outcome: "met" | "not-home" | "refused" | "moved" | "empty" | "wrong-address" | "will-call";
            /** Format: date-time */
            at?: string;
            answers?: components["schemas"]["AnswerInput"][];
            needs?: components["schemas"]["FoundNeedInput"][];
            note?: string;
        };
        RecordOutcomeInput: {
            /** @enum {string} */
            outcome: "hired" | "interview" | "trained" | "checked" | "need-found";
            employer?: string;
            /** Format: date */
            occurredOn?: string;
            /** Format: date */
            followUpOn?: string;
            files?: string[];
        };
        RecordUseInput: {
            servicePointCode: string;
            /** Format: date */
            day: string;
            fromHour?: number;
            toHour?: number;
            uses: number;
            /** @enum {string} */
            method: "door-counter" | "tally" | "scan" | "camera" | "estimate";
        };
        RecordVisitInput: {
            /** @enum {string} */
            way: "home" | "message" | "third-party" | "paired-volunteer" | "neighbour" | "alert" | "hotline";
            met: boolean;
            /** Format: date-time */
            at?: string;
            /** @enum {string} */
            need?: "none" | "request" | "referral";
            /** Format: uuid */
            requestId?: string;
            note?: string;
        };
        RedirectInput: {
            /** @enum {string} */
            emergencyNumber: "110" | "119" | "120" | "122" | "12119";
            reason?: string;
        };
        RedirectionDto: {
            /** @enum {string} */
            number: "110" | "119" | "120" | "122" | "12119";
            zh: string;
            en: string;
        };
        ReferInput: {
            reason: string;
            organisationCode: string;
        };
        RefuseCaseInput: {
            /** @enum {string} */
            reasonCode: "not-eligible" | "materials-lacking" | "elsewhere";
            advice: string;
        };
        RefuseSnapshotInput: {
            /** @enum {string} */
            reasonCode: "emergency" | "court-matter" | "arbitration-matter" | "discipline-matter" | "reconsideration-matter" | "disclosure-matter" | "petition-matter" | "nothing-new" | "secret-or-privacy" | "outside-government" | "already-concluded" | "unlawful" | "outside-district" | "unclear" | "other";
            publicAnswer: string;
        };
        RegisterRequestInput: {
            complainedAbout?: string[];
            recusedOrganisations?: string[];
            recusedAccounts?: string[];
            call?: components["schemas"]["CallInput"];
            /** Format: uuid */
            receptionDayId?: string;
            /** @enum {string} */
            kind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute";
            /** @enum {string} */
            channel: "party-led-hotline" | "hotline-12345" | "grid-worker" | "mobile-grid-worker" | "wechat-matrix" | "service-window" | "door-knock" | "reception-day" | "online" | "department-api" | "open311" | "internal";
            categoryCode: string;
            areaCode: string;
            title: string;
            text: string;
            place?: string;
            point?: components["schemas"]["PointDto"];
            /**
             * @default normal
             * @enum {string}
             */
            urgency?: "life-safety" | "utilities" | "normal" | "complex";
            files?: string[];
            requester?: components["schemas"]["RequesterInput"];
            upstreamReference?: string;
            /** @default true */
            publishable?: boolean;
        };
        RegisterResidentInput: {
            formerName?: string;
            idNumber?: string;
            phone?: string;
            /** @enum {string} */
            sex?: "0" | "1" | "2" | "9";
            /** Format: date */
            bornOn?: string;
            /** @enum {string} */
            ethnicGroup?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "50" | "51" | "52" | "53" | "54" | "55" | "56";
            nativePlace?: string;
            /** @enum {string} */
            maritalStatus?: "10" | "20" | "21" | "22" | "23" | "30" | "40" | "90";
            /** @enum {string} */
            education?: "10" | "20" | "30" | "40" | "60" | "70" | "80" | "90";
            politicalStatus?: string;
            occupation?: string;
            employer?: string;
            address?: string;
            registeredAddress?: string;
            livesWhereRegistered?: boolean;
            householdNumber?: string;
            /** @enum {string} */
            relationToHead?: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8";
            /** @enum {string} */
            dwelling?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "99";
            /** @enum {string} */
            inflowReason?: "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "99";
            disabilityCard?: string;
            disabilityClass?: string;
            disabilityGrade?: string;
            allowanceNumber?: string;
            allowanceYuan?: number;
            childrenWhereabouts?: string;
            difficulties?: string;
            name: string;
            areaCode: string;
            groups?: string[];
            /** Format: date */
            consentOn: string;
            /** @enum {string} */
            consentWay: "written" | "spoken" | "online";
        };
        RegisterServicePointInput: {
            /** @enum {string} */
            kind: "community-window" | "village-station" | "warm-bee-station";
            name: string;
            areaCode: string;
            address: string;
            longitude: number;
            latitude: number;
            facilities: ("water" | "rest" | "heating" | "microwave" | "fridge" | "charging" | "first-aid" | "blood-pressure" | "toilet" | "umbrella" | "wifi" | "books")[];
            standards: ("sign" | "place" | "equipment" | "rules" | "staff" | "map")[];
            hours: string[];
            closedOnHolidays: boolean;
            bays: number;
            ofUnion: boolean;
            operatorOrganisation: string;
            faultCategoryCode: string;
            phone?: string;
            /** Format: date */
            retiredOn?: string;
            successorCode?: string;
        };
        RegisterSnapshotInput: {
            complainedAbout?: string[];
            recusedOrganisations?: string[];
            recusedAccounts?: string[];
            categoryCode: string;
            areaCode: string;
            title: string;
            /**
             * @default snapshot
             * @enum {string}
             */
            kind?: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute";
            text?: string;
            place?: string;
            point?: components["schemas"]["PointDto"];
            /**
             * @default normal
             * @enum {string}
             */
            urgency?: "life-safety" | "utilities" | "normal" | "complex";
            /** @default true */
            publishable?: boolean;
        };
        RegisterWechatGroupInput: {
            /** @enum {string} */
            kind: "group" | "account";
            name: string;
            areaCode: string;
            keeperAccountId: string;
            responseMinutes: number;
            /** Format: date */
            retiredOn?: string;
        };
        ReopenInput: {
            /** @enum {string} */
            channel: "party-led-hotline" | "hotline-12345" | "grid-worker" | "mobile-grid-worker" | "wechat-matrix" | "service-window" | "door-knock" | "reception-day" | "online" | "department-api" | "open311" | "internal";
            reason: string;
        };
        ReporterInput: {
            name: string;
            phone?: string;
            confidential?: boolean;
        };
        RequestDetailDto: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            parentId: string | null;
            /** @enum {string} */
            state: "received" | "answered" | "declined" | "dispatched" | "mediating" | "merged" | "divided" | "replied" | "reopened" | "closed" | "withdrawn" | "redirected";
            /** @enum {string} */
            kind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute";
            /** @enum {string} */
            channel: "party-led-hotline" | "hotline-12345" | "grid-worker" | "mobile-grid-worker" | "wechat-matrix" | "service-window" | "door-knock" | "reception-day" | "online" | "department-api" | "open311" | "internal";
            categoryCode: string;
            areaCode: string;
            place: string | null;
            point: components["schemas"]["PointDto"] | null;
            title: string;
            text: string;
            /** @enum {string} */
            urgency: "life-safety" | "utilities" | "normal" | "complex";
            upstreamReference: string | null;
            confidential: boolean;
            requester: components["schemas"]["MaskedRequesterDto"] | null;
            service: components["schemas"]["OrderedServiceDto"] | null;
            complainedAbout: string[];
            recusedOrganisations: string[];
            recusedAccounts: string[];
            /** Format: date-time */
            receivedAt: string;
            round: number;
            /** Format: uuid */
            workOrderId: string | null;
            /** Format: uuid */
            caseId: string | null;
            publicAnswer: string | null;
            answerResult: string | null;
            redirectedTo: components["schemas"]["RedirectionDto"] | null;
            /** Format: date-time */
            repliedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            erasedAt: string | null;
            actions: string[];
            version: number;
            /** Format: uuid */
            mainRequestId: string | null;
            mergedCount: number;
            partCount: number;
            /** Format: uuid */
            knowledgeEntryId: string | null;
            call: components["schemas"]["CallDto"] | null;
            files: components["schemas"]["FileDto"][];
        };
        RequestDto: {
            /** Format: uuid */
            id: string;
            number: string;
            /** Format: uuid */
            parentId: string | null;
            /** @enum {string} */
            state: "received" | "answered" | "declined" | "dispatched" | "mediating" | "merged" | "divided" | "replied" | "reopened" | "closed" | "withdrawn" | "redirected";
            /** @enum {string} */
            kind: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute";
            /** @enum {string} */
            channel: "party-led-hotline" | "hotline-12345" | "grid-worker" | "mobile-grid-worker" | "wechat-matrix" | "service-window" | "door-knock" | "reception-day" | "online" | "department-api" | "open311" | "internal";
            categoryCode: string;
            areaCode: string;
            place: string | null;
            point: components["schemas"]["PointDto"] | null;
            title: string;
            text: string;
            /** @enum {string} */
            urgency: "life-safety" | "utilities" | "normal" | "complex";
            upstreamReference: string | null;
            confidential: boolean;
            requester: components["schemas"]["MaskedRequesterDto"] | null;
            service: components["schemas"]["OrderedServiceDto"] | null;
            complainedAbout: string[];
            recusedOrganisations: string[];
            recusedAccounts: string[];
            /** Format: date-time */
            receivedAt: string;
            round: number;
            /** Format: uuid */
            workOrderId: string | null;
            /** Format: uuid */
            caseId: string | null;
            publicAnswer: string | null;
            answerResult: string | null;
            redirectedTo: components["schemas"]["RedirectionDto"] | null;
            /** Format: date-time */
            repliedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** Format: date-time */
            erasedAt: string | null;
            actions: string[];
            version: number;
        };
        RequestDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RequestDto"];
        RequesterInput: {
            name: string;
            phone?: string;
            address?: string;
            /** @enum {string} */
            messages?: "zh" | "en" | "none";
            confidential?: boolean;
        };
        RequestPage: {
            items: components["schemas"]["RequestDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ResidentDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "registered" | "left" | "merged" | "erased";
            actions: string[];
            areaCode: string;
            name: string | null;
            idNumber: string | null;
            phone: string | null;
            groups: string[];
            /** Format: date */
            consentOn: string;
            /** @enum {string} */
            consentWay: "written" | "spoken" | "online";
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            checkedAt: string;
            /** @enum {string|null} */
            leaving: "moved" | "died" | null;
            /** Format: uuid */
            mainResidentId: string | null;
            memberships: components["schemas"]["GroupMembershipDto"][];
            history: components["schemas"]["ResidentHistoryDto"][];
        };
        ResidentDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "registered" | "left" | "merged" | "erased";
            actions: string[];
            areaCode: string;
            name: string | null;
            idNumber: string | null;
            phone: string | null;
            groups: string[];
            /** Format: date */
            consentOn: string;
            /** @enum {string} */
            consentWay: "written" | "spoken" | "online";
            /** Format: date-time */
            registeredAt: string;
            /** Format: date-time */
            checkedAt: string;
            /** @enum {string|null} */
            leaving: "moved" | "died" | null;
            /** Format: uuid */
            mainResidentId: string | null;
        };
        ResidentDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["ResidentDto"];
        ResidentGroupDto: {
            code: string;
            name: string;
            /** Format: date */
            retiredOn: string | null;
            version: number;
        };
        ResidentGroupPage: {
            items: components["schemas"]["ResidentGroupDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ResidentHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "registered" | "left" | "merged" | "erased" | null;
            /** @enum {string} */
            to: "registered" | "left" | "merged" | "erased";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ResidentPage: {
            items: components["schemas"]["ResidentDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        RevealedApplicantDto: {
            /** Format: uuid */
            accessRecordId: string;
            name: string;
            idNumber: string | null;
            phone: string | null;
        };
        RevealedApplicantDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedApplicantDto"];
        RevealedBookerDto: {
            /** Format: uuid */
            accessRecordId: string;
            name: string;
            phone: string | null;
        };
        RevealedBookerDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedBookerDto"];
        RevealedFileDto: {
            /** Format: uuid */
            accessRecordId: string;
            name: string;
            formerName: string | null;
            idNumber: string | null;
            phone: string | null;
            sex: string | null;
            bornOn: string | null;
            ethnicGroup: string | null;
            nativePlace: string | null;
            maritalStatus: string | null;
            education: string | null;
            politicalStatus: string | null;
            occupation: string | null;
            employer: string | null;
            address: string | null;
            registeredAddress: string | null;
            livesWhereRegistered: boolean | null;
            householdNumber: string | null;
            relationToHead: string | null;
            dwelling: string | null;
            inflowReason: string | null;
            disabilityCard: string | null;
            disabilityClass: string | null;
            disabilityGrade: string | null;
            allowanceNumber: string | null;
            allowanceYuan: number | null;
            childrenWhereabouts: string | null;
            difficulties: string | null;
        };
        RevealedFileDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedFileDto"];
        RevealedKeyPersonDto: {
            /** Format: uuid */
            accessRecordId: string;
            /** Format: uuid */
            residentId: string;
            file: components["schemas"]["RevealedFileDto"];
            notes: components["schemas"]["RevealedNoteDto"][];
        };
        RevealedKeyPersonDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedKeyPersonDto"];
        RevealedNeedDto: {
            /** Format: uuid */
            accessRecordId: string;
            note: string | null;
        };
        RevealedNeedDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedNeedDto"];
        RevealedNoteDto: {
            /** Format: uuid */
            visitId: string;
            note: string;
        };
        RevealedNumberDto: {
            /** Format: uuid */
            accessRecordId: string;
            phone: string;
        };
        RevealedNumberDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedNumberDto"];
        RevealedRequesterDto: {
            /** Format: uuid */
            accessRecordId: string;
            name: string;
            phone: string | null;
            address: string | null;
        };
        RevealedRequesterDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedRequesterDto"];
        RevealedTargetDto: {
            /** Format: uuid */
            accessRecordId: string;
            address: string;
            householdNumber: string | null;
            residentIds: string[];
        };
        RevealedTargetDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RevealedTargetDto"];
        RevealInput: {
            purpose: string;
        };
        RevealKeyPersonInput: {
            purpose: string;
            /** Format: date-time */
            visitsBefore?: string;
        };
        ReversePointsInput: {
            reason: string;
        };
        RoundCoverageDto: {
            targets: number;
            met: number;
            coverage: number | null;
            outcomes: components["schemas"]["OutcomeCountDto"][];
            unknocked: number;
            explained: number;
            grids: components["schemas"]["GridCoverageDto"][];
        };
        RoundDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "planned" | "open" | "closed" | "cancelled";
            actions: string[];
            areaCode: string;
            title: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            questions: components["schemas"]["QuestionDto"][];
            /** Format: date-time */
            plannedAt: string;
            /** Format: date-time */
            openedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            explanation: string | null;
            overdue: boolean;
            targets: number;
            met: number;
            left: number;
            history: components["schemas"]["RoundHistoryDto"][];
        };
        RoundDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "planned" | "open" | "closed" | "cancelled";
            actions: string[];
            areaCode: string;
            title: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            questions: components["schemas"]["QuestionDto"][];
            /** Format: date-time */
            plannedAt: string;
            /** Format: date-time */
            openedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            explanation: string | null;
            overdue: boolean;
        };
        RoundDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["RoundDto"];
        RoundHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "planned" | "open" | "closed" | "cancelled" | null;
            /** @enum {string} */
            to: "planned" | "open" | "closed" | "cancelled";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        RoundPage: {
            items: components["schemas"]["RoundDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        RoundTargetDto: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            roundId: string;
            number: number;
            areaCode: string;
            actions: string[];
            residents: number;
            /** @enum {string|null} */
            outcome: "met" | "not-home" | "refused" | "moved" | "empty" | "wrong-address" | "will-call" | null;
            toKnock: boolean;
            knocks: number;
            /** Format: date-time */
            lastKnockAt: string | null;
        };
        RoundTargetPage: {
            items: components["schemas"]["RoundTargetDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ServiceCaseDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "preparing" | "submitted" | "decided" | "delivered" | "refused" | "withdrawn";
            number: string | null;
            actions: string[];
            areaCode: string;
            servicePointCode: string | null;
            /** @enum {string} */
            mode: "window" | "home" | "online" | "assisted";
            itemCode: string;
            itemVersion: number;
            itemName: string;
            oneStop: boolean;
            /** Format: uuid */
            applicantId: string | null;
            applicant: components["schemas"]["MaskedApplicantDto"] | null;
            /** Format: uuid */
            residentId: string | null;
            materials: components["schemas"]["MaterialDto"][];
            askedLater: number;
            externalNumber: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            submittedAt: string | null;
            /** Format: date-time */
            dueAt: string | null;
            overdue: boolean;
            result: string | null;
            /** @enum {string|null} */
            refusal: "not-eligible" | "materials-lacking" | "elsewhere" | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** @enum {string|null} */
            deliveryWay: "window" | "home" | "post" | "online" | null;
            alone: boolean | null;
            oneVisit: boolean | null;
            /** Format: date-time */
            rateUntil: string | null;
            /** @enum {string|null} */
            satisfaction: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied" | null;
            /** Format: date-time */
            ratingDueAt: string | null;
            /** @enum {string|null} */
            finding: "put-right" | "explained" | "unfounded" | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @enum {string|null} */
            consentWay: "written" | "spoken" | "online" | null;
            steps: components["schemas"]["CaseStepDto"][];
            history: components["schemas"]["ServiceCaseHistoryDto"][];
        };
        ServiceCaseDto: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @enum {string} */
            state: "open" | "preparing" | "submitted" | "decided" | "delivered" | "refused" | "withdrawn";
            number: string | null;
            actions: string[];
            areaCode: string;
            servicePointCode: string | null;
            /** @enum {string} */
            mode: "window" | "home" | "online" | "assisted";
            itemCode: string;
            itemVersion: number;
            itemName: string;
            oneStop: boolean;
            /** Format: uuid */
            applicantId: string | null;
            applicant: components["schemas"]["MaskedApplicantDto"] | null;
            /** Format: uuid */
            residentId: string | null;
            materials: components["schemas"]["MaterialDto"][];
            askedLater: number;
            externalNumber: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            submittedAt: string | null;
            /** Format: date-time */
            dueAt: string | null;
            overdue: boolean;
            result: string | null;
            /** @enum {string|null} */
            refusal: "not-eligible" | "materials-lacking" | "elsewhere" | null;
            /** Format: date-time */
            deliveredAt: string | null;
            /** @enum {string|null} */
            deliveryWay: "window" | "home" | "post" | "online" | null;
            alone: boolean | null;
            oneVisit: boolean | null;
            /** Format: date-time */
            rateUntil: string | null;
            /** @enum {string|null} */
            satisfaction: "very-satisfied" | "satisfied" | "basically-satisfied" | "dissatisfied" | "very-dissatisfied" | null;
            /** Format: date-time */
            ratingDueAt: string | null;
            /** @enum {string|null} */
            finding: "put-right" | "explained" | "unfounded" | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        ServiceCaseDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["ServiceCaseDto"];
        ServiceCaseHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "open" | "preparing" | "submitted" | "decided" | "delivered" | "refused" | "withdrawn" | null;
            /** @enum {string} */
            to: "open" | "preparing" | "submitted" | "decided" | "delivered" | "refused" | "withdrawn";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        ServiceCasePage: {
            items: components["schemas"]["ServiceCaseDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ServiceItemDto: {
            name: string;
            /** @enum {string} */
            group: "high-frequency" | "elderly" | "disabled" | "five-deliveries";
            field: string;
            eligibleGroups: string[];
            materials: string[];
            steps: string[];
            timeLimitWorkingDays: number;
            handlingOrganisation: string;
            places: string[];
            oneStop: boolean;
            assisted: boolean;
            code: string;
            fee: string | null;
            onlineLink: string | null;
            categoryCode: string | null;
            /** Format: date */
            retiredOn: string | null;
            successorItem: string | null;
            version: number;
        };
        ServiceItemPage: {
            items: components["schemas"]["ServiceItemDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        ServiceMenuDto: {
            groups: string[];
            items: components["schemas"]["ServiceItemDto"][];
        };
        ServicePointDto: {
            /** @enum {string} */
            kind: "community-window" | "village-station" | "warm-bee-station";
            name: string;
            areaCode: string;
            address: string;
            longitude: number;
            latitude: number;
            facilities: ("water" | "rest" | "heating" | "microwave" | "fridge" | "charging" | "first-aid" | "blood-pressure" | "toilet" | "umbrella" | "wifi" | "books")[];
            standards: ("sign" | "place" | "equipment" | "rules" | "staff" | "map")[];
            hours: string[];
            closedOnHolidays: boolean;
            bays: number;
            ofUnion: boolean;
            operatorOrganisation: string;
            faultCategoryCode: string;
            code: string;
            phone: string | null;
            aroundTheClock: boolean;
            /** Format: date */
            retiredOn: string | null;
            successorCode: string | null;
            freeBays: number | null;
            /** Format: date-time */
            baysCountedAt: string | null;
            version: number;
        };
        ServicePointPage: {
            items: components["schemas"]["ServicePointDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        SnapshotReportDetailDto: {
            /** Format: uuid */
            id: string;
            version: number;
            number: string;
            /** @enum {string} */
            state: "reported" | "registered" | "joined" | "refused" | "erased";
            actions: string[];
            /** @enum {string} */
            channel: "online" | "wechat-matrix" | "mobile-grid-worker";
            wechatGroup: string | null;
            areaCode: string;
            text: string | null;
            place: string | null;
            point: components["schemas"]["PointDto"] | null;
            reporter: components["schemas"]["MaskedRequesterDto"] | null;
            /** Format: uuid */
            requestId: string | null;
            points: number | null;
            /** @enum {string|null} */
            refusalCode: "emergency" | "court-matter" | "arbitration-matter" | "discipline-matter" | "reconsideration-matter" | "disclosure-matter" | "petition-matter" | "nothing-new" | "secret-or-privacy" | "outside-government" | "already-concluded" | "unlawful" | "outside-district" | "unclear" | "other" | null;
            publicAnswer: string | null;
            /** Format: date-time */
            reportedAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
            files: components["schemas"]["FileDto"][];
            pictures: components["schemas"]["PicturesDto"];
            history: components["schemas"]["SnapshotReportHistoryDto"][];
        };
        SnapshotReportDto: {
            /** Format: uuid */
            id: string;
            version: number;
            number: string;
            /** @enum {string} */
            state: "reported" | "registered" | "joined" | "refused" | "erased";
            actions: string[];
            /** @enum {string} */
            channel: "online" | "wechat-matrix" | "mobile-grid-worker";
            wechatGroup: string | null;
            areaCode: string;
            text: string | null;
            place: string | null;
            point: components["schemas"]["PointDto"] | null;
            reporter: components["schemas"]["MaskedRequesterDto"] | null;
            /** Format: uuid */
            requestId: string | null;
            points: number | null;
            /** @enum {string|null} */
            refusalCode: "emergency" | "court-matter" | "arbitration-matter" | "discipline-matter" | "reconsideration-matter" | "disclosure-matter" | "petition-matter" | "nothing-new" | "secret-or-privacy" | "outside-government" | "already-concluded" | "unlawful" | "outside-district" | "unclear" | "other" | null;
            publicAnswer: string | null;
            /** Format: date-time */
            reportedAt: string;
            /** Format: date-time */
            decidedAt: string | null;
            /** Format: date-time */
            dueAt: string;
            overdue: boolean;
        };
        SnapshotReportDtoAndWarnings: {
            inputWarnings?: {
                pointer: string;
                /** @enum {string} */
                code: "personal_data";
                zh: string;
                en: string;
            }[];
        } & components["schemas"]["SnapshotReportDto"];
        SnapshotReportHistoryDto: {
            action: string;
            /** @enum {string|null} */
            from: "reported" | "registered" | "joined" | "refused" | "erased" | null;
            /** @enum {string} */
            to: "reported" | "registered" | "joined" | "refused" | "erased";
            actorId: string;
            reason: string | null;
            /** Format: date-time */
            at: string;
        };
        SnapshotReportPage: {
            items: components["schemas"]["SnapshotReportDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        SplitOffInput: {
            reason: string;
        };
        SubmitCaseInput: {
            externalNumber?: string;
        };
        TakeBackCaseInput: {
            reason: string;
        };
        TakeBackStepInput: {
            reason: string;
            /** @enum {string} */
            step: "delivery" | "decision" | "refusal";
        };
        TimelineDto: {
            /** Format: uuid */
            requestId: string;
            number: string;
            state: string;
            entries: components["schemas"]["TimelineEntryDto"][];
        };
        TimelineEntryDto: {
            /** Format: date-time */
            at: string;
            part: string | null;
            service: string;
            action: string;
            zh: string;
            en: string;
            from: string | null;
            to: string | null;
            organisation: string | null;
            detail: {
                [key: string]: unknown;
            } | null;
        };
        TrackBookingInput: {
            number: string;
            lastFour: string;
        };
        TrackCaseInput: {
            progress: string;
        };
        TrackedAppointmentDto: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
            missed: boolean;
        };
        TrackedDto: {
            before: string[];
            after: string[];
            number: string;
            /** @enum {string} */
            step: "being-verified" | "verified-again" | "being-routed" | "being-handled" | "put-off" | "in-mediation" | "answered" | "finished" | "ended" | "elsewhere";
            /** Format: date-time */
            receivedAt: string;
            appointment: components["schemas"]["TrackedAppointmentDto"] | null;
            /** Format: date-time */
            dueAt: string | null;
            /** Format: date */
            resumesOn: string | null;
            /** Format: date-time */
            repliedAt: string | null;
            publicAnswer: string | null;
        };
        TrackInput: {
            number: string;
            lastFour: string;
        };
        TrackServiceCaseInput: {
            number: string;
            lastFour: string;
        };
        TransferInput: {
            workerId: string;
            organisationCode?: string;
            reason: string;
        };
        UnjoinSnapshotInput: {
            reason: string;
        };
        UploadFileInput: {
            /** Format: binary */
            file: string;
            placeAndTime?: boolean;
        };
        VerifyRatingInput: {
            /** @enum {string} */
            finding: "put-right" | "explained" | "unfounded";
            note: string;
        };
        VisitDto: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            way: "home" | "message" | "third-party" | "paired-volunteer" | "neighbour" | "alert" | "hotline";
            met: boolean;
            counts: boolean;
            /** @enum {string} */
            need: "none" | "request" | "referral";
            /** Format: uuid */
            requestId: string | null;
            recordedBy: string;
        };
        VouchInput: {
            /** Format: date */
            reviewBy?: string;
        };
        WechatGroupDto: {
            code: string;
            /** @enum {string} */
            kind: "group" | "account";
            name: string;
            areaCode: string;
            keeperAccountId: string;
            responseMinutes: number;
            /** Format: date */
            retiredOn: string | null;
            reportLink: string;
            version: number;
        };
        WechatGroupPage: {
            items: components["schemas"]["WechatGroupDto"][];
            next: string | null;
            /** Format: date-time */
            until: string | null;
        };
        WhyInput: {
            reason: string;
        };
        WithdrawCaseInput: {
            reason: string;
        };
        WithdrawInput: {
            /** @enum {string} */
            channel: "party-led-hotline" | "hotline-12345" | "grid-worker" | "mobile-grid-worker" | "wechat-matrix" | "service-window" | "door-knock" | "reception-day" | "online" | "department-api" | "open311" | "internal";
            reason: string;
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
    Area_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                within?: string;
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
                    "application/json": components["schemas"]["AreaPage"];
                };
            };
        };
    };
    Community_open: {
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
                    "application/json": components["schemas"]["CommunitiesDto"];
                };
            };
        };
    };
    Category_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                prefix?: string;
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
                    "application/json": components["schemas"]["CategoryPage"];
                };
            };
        };
    };
    WechatGroup_register: {
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
                "application/json": components["schemas"]["RegisterWechatGroupInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WechatGroupDto"];
                };
            };
        };
    };
    WechatGroup_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                areaCode?: string;
                kind?: "group" | "account";
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
                    "application/json": components["schemas"]["WechatGroupPage"];
                };
            };
        };
    };
    PublicGrid_card: {
        parameters: {
            query?: never;
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                code: string;
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
                    "application/json": components["schemas"]["GridCardDto"];
                };
            };
        };
    };
    ServiceItem_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                group?: "high-frequency" | "elderly" | "disabled" | "five-deliveries";
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
                    "application/json": components["schemas"]["ServiceItemPage"];
                };
            };
        };
    };
    ServiceMenu_open: {
        parameters: {
            query?: {
                group?: string;
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
                    "application/json": components["schemas"]["ServiceMenuDto"];
                };
            };
        };
    };
    Request_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                sort?: "newest" | "relevance";
                areaCode?: string;
                state?: "received" | "answered" | "declined" | "dispatched" | "mediating" | "merged" | "divided" | "replied" | "reopened" | "closed" | "withdrawn" | "redirected";
                kind?: "inquiry" | "help" | "complaint" | "report" | "suggestion" | "service-order" | "snapshot" | "dispute";
                number?: string;
                upstreamReference?: string;
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
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
        };
    };
    Request_register: {
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
                "application/json": components["schemas"]["RegisterRequestInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Request_findByPhone: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindByPhoneInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
        };
    };
    Request_get: {
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
                    "application/json": components["schemas"]["RequestDetailDto"];
                };
            };
        };
    };
    Request_answerOnTheSpot: {
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
                "application/json": components["schemas"]["AnswerOnTheSpotInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDto"];
                };
            };
        };
    };
    Request_decline: {
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
                "application/json": components["schemas"]["DeclineInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDto"];
                };
            };
        };
    };
    Request_redirect: {
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
                "application/json": components["schemas"]["RedirectInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Request_withdraw: {
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
                "application/json": components["schemas"]["WithdrawInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Correction_correct: {
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
                "application/json": components["schemas"]["CorrectInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Duplicate_get: {
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
                    "application/json": components["schemas"]["DuplicatesDto"];
                };
            };
        };
    };
    DeskFacts_get: {
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
                    "application/json": components["schemas"]["DeskFactsDto"];
                };
            };
        };
    };
    FollowUp_add: {
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
                "application/json": components["schemas"]["FollowUpInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Reopening_reopen: {
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
                "application/json": components["schemas"]["ReopenInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Merging_merge: {
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
                "application/json": components["schemas"]["MergeInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Merging_splitOff: {
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
                "application/json": components["schemas"]["SplitOffInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Merging_members: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
        };
    };
    Division_divide: {
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
                "application/json": components["schemas"]["DivideInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDtoAndWarnings"];
                };
            };
        };
    };
    Division_parts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
        };
    };
    Timeline_get: {
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
                    "application/json": components["schemas"]["TimelineDto"];
                };
            };
        };
    };
    Tracking_track: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackedDto"];
                };
            };
        };
    };
    PublicMatter_nearby: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NearbyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearbyMattersDto"];
                };
            };
        };
    };
    Visit_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
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
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
        };
    };
    Reveal_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedRequesterDtoAndWarnings"];
                };
            };
        };
    };
    KnowledgeEntry_read: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                categoryPrefix?: string;
                areaCode?: string;
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
                    "application/json": components["schemas"]["KnowledgeAnswerPage"];
                };
            };
        };
    };
    KnowledgeEntry_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                categoryPrefix?: string;
                areaCode?: string;
                state?: "draft" | "published" | "review-due" | "retired";
                organisationCode?: string;
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
                    "application/json": components["schemas"]["KnowledgeEntryPage"];
                };
            };
        };
    };
    KnowledgeEntry_draft: {
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
                "application/json": components["schemas"]["DraftKnowledgeEntryInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntryDto"];
                };
            };
        };
    };
    KnowledgeEntry_get: {
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
                    "application/json": components["schemas"]["KnowledgeEntryDetailDto"];
                };
            };
        };
    };
    KnowledgeEntry_edit: {
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
                "application/json": components["schemas"]["KnowledgeEntryInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntryDto"];
                };
            };
        };
    };
    KnowledgeEntry_publish: {
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
                "application/json": components["schemas"]["VouchInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntryDto"];
                };
            };
        };
    };
    KnowledgeEntry_confirm: {
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
                "application/json": components["schemas"]["VouchInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntryDto"];
                };
            };
        };
    };
    KnowledgeEntry_takeBack: {
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
                "application/json": components["schemas"]["KnowledgeReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntryDtoAndWarnings"];
                };
            };
        };
    };
    KnowledgeEntry_retire: {
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
                "application/json": components["schemas"]["KnowledgeReasonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntryDtoAndWarnings"];
                };
            };
        };
    };
    Knowledge_make: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeKnowledgeInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeEntryDto"];
                };
            };
        };
    };
    SnapshotReport_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "reported" | "registered" | "joined" | "refused" | "erased";
                channel?: "online" | "wechat-matrix" | "mobile-grid-worker";
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
                    "application/json": components["schemas"]["SnapshotReportPage"];
                };
            };
        };
    };
    SnapshotReport_get: {
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
                    "application/json": components["schemas"]["SnapshotReportDetailDto"];
                };
            };
        };
    };
    SnapshotReport_register: {
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
                "application/json": components["schemas"]["RegisterSnapshotInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotReportDtoAndWarnings"];
                };
            };
        };
    };
    SnapshotReport_join: {
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
                "application/json": components["schemas"]["JoinSnapshotInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotReportDto"];
                };
            };
        };
    };
    SnapshotReport_unjoin: {
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
                "application/json": components["schemas"]["UnjoinSnapshotInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotReportDtoAndWarnings"];
                };
            };
        };
    };
    SnapshotReport_refuse: {
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
                "application/json": components["schemas"]["RefuseSnapshotInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotReportDto"];
                };
            };
        };
    };
    SnapshotReport_reversePoints: {
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
                "application/json": components["schemas"]["ReversePointsInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SnapshotReportDtoAndWarnings"];
                };
            };
        };
    };
    PublicSnapshot_report: {
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
                "application/json": components["schemas"]["PublicSnapshotInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptDtoAndWarnings"];
                };
            };
        };
    };
    MissedCall_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "open" | "called-back" | "unreached";
                areaCode?: string;
                overdue?: boolean;
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
                    "application/json": components["schemas"]["MissedCallPage"];
                };
            };
        };
    };
    MissedCall_findByPhone: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindByPhoneInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissedCallPage"];
                };
            };
        };
    };
    MissedCall_get: {
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
                    "application/json": components["schemas"]["MissedCallDetailDto"];
                };
            };
        };
    };
    MissedCall_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedNumberDtoAndWarnings"];
                };
            };
        };
    };
    MissedCall_attempt: {
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
                    "application/json": components["schemas"]["MissedCallDto"];
                };
            };
        };
    };
    MissedCall_callBack: {
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
                "application/json": components["schemas"]["CallBackInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MissedCallDto"];
                };
            };
        };
    };
    ReceptionDay_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                state?: "announced" | "held" | "closed" | "called-off";
                areaCode?: string;
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
                    "application/json": components["schemas"]["ReceptionDayPage"];
                };
            };
        };
    };
    ReceptionDay_announce: {
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
                "application/json": components["schemas"]["AnnounceReceptionDayInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionDayDto"];
                };
            };
        };
    };
    ReceptionDay_get: {
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
                    "application/json": components["schemas"]["ReceptionDayDetailDto"];
                };
            };
        };
    };
    ReceptionDay_correct: {
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
                "application/json": components["schemas"]["CorrectReceptionDayInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionDayDtoAndWarnings"];
                };
            };
        };
    };
    ReceptionDay_hold: {
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
                "application/json": components["schemas"]["HoldReceptionDayInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionDayDto"];
                };
            };
        };
    };
    ReceptionDay_callOff: {
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
                "application/json": components["schemas"]["CallOffReceptionDayInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceptionDayDtoAndWarnings"];
                };
            };
        };
    };
    ReceptionDay_close: {
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
                    "application/json": components["schemas"]["ReceptionDayDto"];
                };
            };
        };
    };
    Resident_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                state?: "registered" | "left" | "merged" | "erased";
                areaCode?: string;
                group?: string;
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
                    "application/json": components["schemas"]["ResidentPage"];
                };
            };
        };
    };
    Resident_register: {
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
                "application/json": components["schemas"]["RegisterResidentInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    Resident_find: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindResidentInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentPage"];
                };
            };
        };
    };
    Resident_get: {
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
                    "application/json": components["schemas"]["ResidentDetailDto"];
                };
            };
        };
    };
    Resident_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedFileDtoAndWarnings"];
                };
            };
        };
    };
    Resident_correct: {
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
                "application/json": components["schemas"]["CorrectResidentInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDtoAndWarnings"];
                };
            };
        };
    };
    Resident_confirm: {
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
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    Resident_joinGroup: {
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
                "application/json": components["schemas"]["JoinGroupInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    Resident_leaveGroup: {
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
                "application/json": components["schemas"]["LeaveGroupInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDtoAndWarnings"];
                };
            };
        };
    };
    Resident_leave: {
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
                "application/json": components["schemas"]["LeaveInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    Resident_return: {
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
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    Resident_merge: {
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
                "application/json": components["schemas"]["MergeResidentInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    Resident_splitOff: {
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
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    Resident_withdrawConsent: {
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
                    "application/json": components["schemas"]["ResidentDto"];
                };
            };
        };
    };
    ResidentGroup_list: {
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
                    "application/json": components["schemas"]["ResidentGroupPage"];
                };
            };
        };
    };
    KeyPerson_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                state?: "waiting" | "assigned" | "cared-for" | "transferring" | "referred" | "left";
                risk?: "high" | "key" | "general";
                kind?: "living-alone" | "empty-nest" | "left-behind" | "incapacitated" | "severely-disabled" | "bereaved-of-child";
                workerId?: string;
                areaCode?: string;
                overdue?: boolean;
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
                    "application/json": components["schemas"]["KeyPersonPage"];
                };
            };
        };
    };
    Care_enter: {
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
                "application/json": components["schemas"]["EnterKeyPersonInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    Care_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealKeyPersonInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedKeyPersonDtoAndWarnings"];
                };
            };
        };
    };
    KeyPerson_get: {
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
                    "application/json": components["schemas"]["KeyPersonDetailDto"];
                };
            };
        };
    };
    KeyPerson_assign: {
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
                "application/json": components["schemas"]["AssignInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_transfer: {
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
                "application/json": components["schemas"]["TransferInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_handOver: {
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
                "application/json": components["schemas"]["HandOverInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandedOverDto"];
                };
            };
        };
    };
    KeyPerson_refer: {
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
                "application/json": components["schemas"]["ReferInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_accept: {
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
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_refuse: {
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
                "application/json": components["schemas"]["WhyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_takeBack: {
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
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_changeRisk: {
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
                "application/json": components["schemas"]["ChangeRiskInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_reportChange: {
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
                "application/json": components["schemas"]["WhyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    KeyPerson_visit: {
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
                "application/json": components["schemas"]["RecordVisitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDtoAndWarnings"];
                };
            };
        };
    };
    KeyPerson_leave: {
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
                "application/json": components["schemas"]["WhyInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPersonDto"];
                };
            };
        };
    };
    Round_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                state?: "planned" | "open" | "closed" | "cancelled";
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
                    "application/json": components["schemas"]["RoundPage"];
                };
            };
        };
    };
    Round_plan: {
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
                "application/json": components["schemas"]["PlanRoundInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundDto"];
                };
            };
        };
    };
    Round_get: {
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
                    "application/json": components["schemas"]["RoundDetailDto"];
                };
            };
        };
    };
    Round_open: {
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
                    "application/json": components["schemas"]["RoundDto"];
                };
            };
        };
    };
    Round_cancel: {
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
                "application/json": components["schemas"]["CancelRoundInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundDtoAndWarnings"];
                };
            };
        };
    };
    Round_extend: {
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
                "application/json": components["schemas"]["ExtendRoundInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundDtoAndWarnings"];
                };
            };
        };
    };
    Round_close: {
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
                "application/json": components["schemas"]["CloseRoundInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundDtoAndWarnings"];
                };
            };
        };
    };
    RoundTarget_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                areaCode?: string;
                outcome?: "met" | "not-home" | "refused" | "moved" | "empty" | "wrong-address" | "will-call";
                toKnock?: boolean;
            };
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
                    "application/json": components["schemas"]["RoundTargetPage"];
                };
            };
        };
    };
    RoundTarget_addOfRegister: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddOfRegisterInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddedOfRegisterDto"];
                };
            };
        };
    };
    RoundTarget_coverage: {
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
                    "application/json": components["schemas"]["RoundCoverageDto"];
                };
            };
        };
    };
    RoundTarget_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedTargetDtoAndWarnings"];
                };
            };
        };
    };
    Knock_record: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordKnockInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedKnockDtoAndWarnings"];
                };
            };
        };
    };
    KnockNeed_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                state?: "waiting" | "linked" | "dropped";
                need?: "request" | "service-order" | "key-person" | "register-correction" | "topic";
                roundId?: string;
                areaCode?: string;
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
                    "application/json": components["schemas"]["KnockNeedPage"];
                };
            };
        };
    };
    KnockNeed_get: {
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
                    "application/json": components["schemas"]["KnockNeedDetailDto"];
                };
            };
        };
    };
    KnockNeed_link: {
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
                "application/json": components["schemas"]["LinkNeedInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnockNeedDto"];
                };
            };
        };
    };
    KnockNeed_register: {
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
                "application/json": components["schemas"]["NeedRequestInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnockNeedDtoAndWarnings"];
                };
            };
        };
    };
    KnockNeed_drop: {
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
                "application/json": components["schemas"]["DropNeedInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnockNeedDtoAndWarnings"];
                };
            };
        };
    };
    KnockNeed_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedNeedDtoAndWarnings"];
                };
            };
        };
    };
    Activity_announced: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "five-delivery" | "job-fair" | "health-check" | "culture";
                from?: string;
                until?: string;
                areaCode?: string;
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
                    "application/json": components["schemas"]["PublicActivityPage"];
                };
            };
        };
    };
    Activity_readPublicly: {
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
                    "application/json": components["schemas"]["PublicActivityDto"];
                };
            };
        };
    };
    Activity_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "planned" | "announced" | "held" | "closed" | "cancelled";
                kind?: "five-delivery" | "job-fair" | "health-check" | "culture";
                areaCode?: string;
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
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
        };
    };
    Activity_plan: {
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
                "application/json": components["schemas"]["PlanActivityInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDto"];
                };
            };
        };
    };
    Activity_get: {
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
                    "application/json": components["schemas"]["ActivityDetailDto"];
                };
            };
        };
    };
    Activity_correct: {
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
                "application/json": components["schemas"]["CorrectActivityInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDtoAndWarnings"];
                };
            };
        };
    };
    Activity_announce: {
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
                    "application/json": components["schemas"]["ActivityDto"];
                };
            };
        };
    };
    Activity_hold: {
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
                    "application/json": components["schemas"]["ActivityDto"];
                };
            };
        };
    };
    Activity_close: {
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
                    "application/json": components["schemas"]["ActivityDto"];
                };
            };
        };
    };
    Activity_cancel: {
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
                "application/json": components["schemas"]["CancelActivityInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityDtoAndWarnings"];
                };
            };
        };
    };
    ActivityBooking_book: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookActivityInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityBookingDto"];
                };
            };
        };
    };
    ActivityBooking_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                activityId?: string;
                state?: "waiting" | "offered" | "booked" | "confirmed" | "attended" | "absent" | "unconfirmed" | "left-out" | "lapsed" | "cancelled" | "called-off";
                areaCode?: string;
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
                    "application/json": components["schemas"]["ActivityBookingPage"];
                };
            };
        };
    };
    ActivityBooking_get: {
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
                    "application/json": components["schemas"]["ActivityBookingDetailDto"];
                };
            };
        };
    };
    ActivityBooking_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedBookerDtoAndWarnings"];
                };
            };
        };
    };
    ActivityBooking_accept: {
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
                    "application/json": components["schemas"]["ActivityBookingDto"];
                };
            };
        };
    };
    ActivityBooking_confirm: {
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
                    "application/json": components["schemas"]["ActivityBookingDto"];
                };
            };
        };
    };
    ActivityBooking_cancel: {
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
                    "application/json": components["schemas"]["ActivityBookingDto"];
                };
            };
        };
    };
    ActivityBooking_attend: {
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
                    "application/json": components["schemas"]["ActivityBookingDto"];
                };
            };
        };
    };
    ActivityBooking_takeBack: {
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
                    "application/json": components["schemas"]["ActivityBookingDto"];
                };
            };
        };
    };
    PublicBooking_book: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicBookingInput"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingReceiptDto"];
                };
            };
        };
    };
    PublicBooking_track: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackBookingInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicBookingDto"];
                };
            };
        };
    };
    PublicBooking_accept: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackBookingInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicBookingDto"];
                };
            };
        };
    };
    PublicBooking_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackBookingInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicBookingDto"];
                };
            };
        };
    };
    PublicBooking_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackBookingInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicBookingDto"];
                };
            };
        };
    };
    ActivityOutcome_record: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordOutcomeInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOutcomeDto"];
                };
            };
        };
    };
    ActivityOutcome_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                activityId?: string;
                outcome?: "hired" | "interview" | "trained" | "checked" | "need-found";
                state?: "recorded" | "confirmed" | "lost" | "unknown" | "withdrawn";
                areaCode?: string;
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
                    "application/json": components["schemas"]["ActivityOutcomePage"];
                };
            };
        };
    };
    ActivityOutcome_get: {
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
                    "application/json": components["schemas"]["ActivityOutcomeDetailDto"];
                };
            };
        };
    };
    ActivityOutcome_confirm: {
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
                    "application/json": components["schemas"]["ActivityOutcomeDto"];
                };
            };
        };
    };
    ActivityOutcome_lose: {
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
                "application/json": components["schemas"]["EndOutcomeInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOutcomeDtoAndWarnings"];
                };
            };
        };
    };
    ActivityOutcome_withdraw: {
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
                "application/json": components["schemas"]["EndOutcomeInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityOutcomeDtoAndWarnings"];
                };
            };
        };
    };
    ServicePoint_register: {
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
                "application/json": components["schemas"]["RegisterServicePointInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePointDto"];
                };
            };
        };
    };
    ServicePoint_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                areaCode?: string;
                kind?: "community-window" | "village-station" | "warm-bee-station";
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
                    "application/json": components["schemas"]["ServicePointPage"];
                };
            };
        };
    };
    PointUse_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                servicePointCode?: string;
                method?: "door-counter" | "tally" | "scan" | "camera" | "estimate";
                state?: "recorded" | "corrected";
                areaCode?: string;
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
                    "application/json": components["schemas"]["PointUsePage"];
                };
            };
        };
    };
    PointUse_record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordUseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointUseDto"];
                };
            };
        };
    };
    PointUse_get: {
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
                    "application/json": components["schemas"]["PointUseDetailDto"];
                };
            };
        };
    };
    PointUse_correct: {
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
                "application/json": components["schemas"]["CorrectUseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointUseDtoAndWarnings"];
                };
            };
        };
    };
    FacilityFault_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                state?: "reported" | "repairing" | "repaired" | "dismissed";
                servicePointCode?: string;
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
                    "application/json": components["schemas"]["FacilityFaultPage"];
                };
            };
        };
    };
    FacilityFault_record: {
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
                "application/json": components["schemas"]["RecordFaultInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityFaultDto"];
                };
            };
        };
    };
    FacilityFault_get: {
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
                    "application/json": components["schemas"]["FacilityFaultDetailDto"];
                };
            };
        };
    };
    FacilityFault_confirm: {
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
                "application/json": components["schemas"]["ConfirmFaultInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityFaultDto"];
                };
            };
        };
    };
    FacilityFault_dismiss: {
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
                    "application/json": components["schemas"]["FacilityFaultDto"];
                };
            };
        };
    };
    ServiceCase_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                q?: string;
                state?: "open" | "preparing" | "submitted" | "decided" | "delivered" | "refused" | "withdrawn";
                areaCode?: string;
                itemCode?: string;
                residentId?: string;
                externalNumber?: string;
                overdue?: boolean;
                toVerify?: boolean;
                toRate?: boolean;
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
                    "application/json": components["schemas"]["ServiceCasePage"];
                };
            };
        };
    };
    ServiceCase_open: {
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
                "application/json": components["schemas"]["OpenServiceCaseInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDto"];
                };
            };
        };
    };
    ServiceCase_findByPhone: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FindByPhoneInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCasePage"];
                };
            };
        };
    };
    ServiceCase_notice: {
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
    ServiceCase_get: {
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
                    "application/json": components["schemas"]["ServiceCaseDetailDto"];
                };
            };
        };
    };
    ServiceCase_reveal: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedApplicantDtoAndWarnings"];
                };
            };
        };
    };
    ServiceCase_bring: {
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
                "application/json": components["schemas"]["BringMaterialsInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDto"];
                };
            };
        };
    };
    ServiceCase_ask: {
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
                "application/json": components["schemas"]["AskMaterialsInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    ServiceCase_fillForms: {
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
                    "application/json": components["schemas"]["ServiceCaseDto"];
                };
            };
        };
    };
    ServiceCase_submit: {
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
                "application/json": components["schemas"]["SubmitCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    ServiceCase_track: {
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
                "application/json": components["schemas"]["TrackCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    ServiceCase_decide: {
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
                "application/json": components["schemas"]["DecideCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    ServiceCase_deliver: {
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
                "application/json": components["schemas"]["DeliverCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDto"];
                };
            };
        };
    };
    ServiceCase_refuse: {
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
                "application/json": components["schemas"]["RefuseCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    ServiceCase_withdraw: {
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
                "application/json": components["schemas"]["WithdrawCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    ServiceCase_rate: {
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
                "application/json": components["schemas"]["RateCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDto"];
                };
            };
        };
    };
    ServiceCase_verifyRating: {
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
                "application/json": components["schemas"]["VerifyRatingInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
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
                "application/json": components["schemas"]["TakeBackStepInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    TakingBack_reopen: {
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
                "application/json": components["schemas"]["TakeBackCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    TakingBack_takeBackRating: {
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
                "application/json": components["schemas"]["TakeBackCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceCaseDtoAndWarnings"];
                };
            };
        };
    };
    PublicCase_track: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackServiceCaseInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicServiceCaseDto"];
                };
            };
        };
    };
    HomeVisit_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                updatedSince?: string;
                state?: "planned" | "done" | "not-met" | "cancelled";
                areaCode?: string;
                workerId?: string;
                residentId?: string;
                serviceCaseId?: string;
                overdue?: boolean;
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
                    "application/json": components["schemas"]["HomeVisitPage"];
                };
            };
        };
    };
    HomeVisit_plan: {
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
                "application/json": components["schemas"]["PlanHomeVisitInput"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeVisitDto"];
                };
            };
        };
    };
    HomeVisit_get: {
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
                    "application/json": components["schemas"]["HomeVisitDetailDto"];
                };
            };
        };
    };
    HomeVisit_move: {
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
                "application/json": components["schemas"]["MoveHomeVisitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeVisitDtoAndWarnings"];
                };
            };
        };
    };
    HomeVisit_complete: {
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
                "application/json": components["schemas"]["CompleteHomeVisitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeVisitDto"];
                };
            };
        };
    };
    HomeVisit_miss: {
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
                "application/json": components["schemas"]["MissHomeVisitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeVisitDtoAndWarnings"];
                };
            };
        };
    };
    HomeVisit_takeBack: {
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
                "application/json": components["schemas"]["EndHomeVisitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeVisitDtoAndWarnings"];
                };
            };
        };
    };
    HomeVisit_cancel: {
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
                "application/json": components["schemas"]["EndHomeVisitInput"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeVisitDtoAndWarnings"];
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
    VisitorPhoto_send: {
        parameters: {
            query?: never;
            header?: never;
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
}
