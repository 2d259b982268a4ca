// Generated from libs/contracts/openapi.json.
export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts by person or state. */
        get: operations["listAccounts"];
        put?: never;
        /** Lets a log-in of an issuer stand for a person. */
        post: operations["openAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{accountId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses a log-in from now on. */
        post: operations["disableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/affairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Matters of an organization, the last one first (ORG-45). */
        get: operations["listAffairs"];
        put?: never;
        /** Makes a matter known to the own members, for seven days at least (ORG-45). */
        post: operations["publishAffair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/affairs/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records that the members were asked about a matter, before it is voted on: dates and counts of opinions (ORG-45). */
        post: operations["recordConsultation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/affairs/{affairId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A matter with what was made known and what members objected (ORG-45). */
        get: operations["getAffair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/affairs/{affairId}/objections/{objectionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the objection of a member; once (ORG-45). */
        post: operations["answerAffairObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches/{organizationId}/attached-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members who take part in a temporary branch and are at home elsewhere (ORG-11). */
        get: operations["attachedMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches/{organizationId}/entitled-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a branch who are entitled to vote, now or on a day (MEM-03). */
        get: operations["entitledMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/branches/{organizationId}/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leaders at home in a branch, and what each has done in it this year: whom its secretary still invites (ORG-42). */
        get: operations["branchLeaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns that an organization opened or that one above it did, the last one first (ORG-44). */
        get: operations["listCampaigns"];
        put?: never;
        /** A committee opens a campaign: every branch below holds a meeting of it within its days (ORG-44). */
        post: operations["openCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{campaignId}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which branches below an organization have held a meeting of a campaign, and how many (ORG-44). */
        get: operations["campaignProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit chain of this service, newest first. */
        get: operations["auditOfAssessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walks the audit chain of this service beside its checkpoints in the sink and names the first record that does not fit. */
        get: operations["verifyAuditOfAssessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cockpit figures this service owns for an organization, with the parts they are made of. */
        get: operations["figuresOfAssessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/parked-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams a subscription has stopped at, with the number of events waiting behind; no payloads. */
        get: operations["parkedKeysOfAssessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/parked-keys/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to leave out the first parked event of a stream for good, with a reason. */
        post: operations["proposeDiscardOfAssessments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/parked-keys/discard/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves out what another operator proposed to; the events that wait behind it are taken in, in order. */
        post: operations["confirmDiscardOfAssessments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/parked-keys/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the parked events of a stream in again, in order, once the cause is mended. */
        post: operations["redriveKeyOfAssessments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/projections/{projection}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fills a projection anew beside the one that serves; it takes over once it has caught up. A policy that a new log epoch stopped begins again. */
        post: operations["rebuildProjectionOfAssessments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flows into this service reckoned again last night: what was compared, and the keys that differ, for people to mend. */
        get: operations["reconciliationOfAssessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/assessments/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projections and policies of this service: position, state, last error, builds. */
        get: operations["subscriptionsOfAssessments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit chain of this service, newest first. */
        get: operations["auditOfFunding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walks the audit chain of this service beside its checkpoints in the sink and names the first record that does not fit. */
        get: operations["verifyAuditOfFunding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cockpit figures this service owns for an organization, with the parts they are made of. */
        get: operations["figuresOfFunding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/parked-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams a subscription has stopped at, with the number of events waiting behind; no payloads. */
        get: operations["parkedKeysOfFunding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/parked-keys/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to leave out the first parked event of a stream for good, with a reason. */
        post: operations["proposeDiscardOfFunding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/parked-keys/discard/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves out what another operator proposed to; the events that wait behind it are taken in, in order. */
        post: operations["confirmDiscardOfFunding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/parked-keys/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the parked events of a stream in again, in order, once the cause is mended. */
        post: operations["redriveKeyOfFunding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/projections/{projection}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fills a projection anew beside the one that serves; it takes over once it has caught up. A policy that a new log epoch stopped begins again. */
        post: operations["rebuildProjectionOfFunding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flows into this service reckoned again last night: what was compared, and the keys that differ, for people to mend. */
        get: operations["reconciliationOfFunding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/funding/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projections and policies of this service: position, state, last error, builds. */
        get: operations["subscriptionsOfFunding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit chain of this service, newest first. */
        get: operations["auditOfMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walks the audit chain of this service beside its checkpoints in the sink and names the first record that does not fit. */
        get: operations["verifyAuditOfMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cockpit figures this service owns for an organization, with the parts they are made of. */
        get: operations["figuresOfMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/parked-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams a subscription has stopped at, with the number of events waiting behind; no payloads. */
        get: operations["parkedKeysOfMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/parked-keys/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to leave out the first parked event of a stream for good, with a reason. */
        post: operations["proposeDiscardOfMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/parked-keys/discard/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves out what another operator proposed to; the events that wait behind it are taken in, in order. */
        post: operations["confirmDiscardOfMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/parked-keys/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the parked events of a stream in again, in order, once the cause is mended. */
        post: operations["redriveKeyOfMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/projections/{projection}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fills a projection anew beside the one that serves; it takes over once it has caught up. A policy that a new log epoch stopped begins again. */
        post: operations["rebuildProjectionOfMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flows into this service reckoned again last night: what was compared, and the keys that differ, for people to mend. */
        get: operations["reconciliationOfMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/members/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projections and policies of this service: position, state, last error, builds. */
        get: operations["subscriptionsOfMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit chain of this service, newest first. */
        get: operations["auditOfOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walks the audit chain of this service beside its checkpoints in the sink and names the first record that does not fit. */
        get: operations["verifyAuditOfOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cockpit figures this service owns for an organization, with the parts they are made of. */
        get: operations["figuresOfOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/parked-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams a subscription has stopped at, with the number of events waiting behind; no payloads. */
        get: operations["parkedKeysOfOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/parked-keys/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to leave out the first parked event of a stream for good, with a reason. */
        post: operations["proposeDiscardOfOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/parked-keys/discard/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves out what another operator proposed to; the events that wait behind it are taken in, in order. */
        post: operations["confirmDiscardOfOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/parked-keys/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the parked events of a stream in again, in order, once the cause is mended. */
        post: operations["redriveKeyOfOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/projections/{projection}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fills a projection anew beside the one that serves; it takes over once it has caught up. A policy that a new log epoch stopped begins again. */
        post: operations["rebuildProjectionOfOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flows into this service reckoned again last night: what was compared, and the keys that differ, for people to mend. */
        get: operations["reconciliationOfOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/organizations/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projections and policies of this service: position, state, last error, builds. */
        get: operations["subscriptionsOfOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit chain of this service, newest first. */
        get: operations["auditOfServiceCenters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walks the audit chain of this service beside its checkpoints in the sink and names the first record that does not fit. */
        get: operations["verifyAuditOfServiceCenters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cockpit figures this service owns for an organization, with the parts they are made of. */
        get: operations["figuresOfServiceCenters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/parked-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Streams a subscription has stopped at, with the number of events waiting behind; no payloads. */
        get: operations["parkedKeysOfServiceCenters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/parked-keys/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Proposes to leave out the first parked event of a stream for good, with a reason. */
        post: operations["proposeDiscardOfServiceCenters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/parked-keys/discard/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves out what another operator proposed to; the events that wait behind it are taken in, in order. */
        post: operations["confirmDiscardOfServiceCenters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/parked-keys/redrive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the parked events of a stream in again, in order, once the cause is mended. */
        post: operations["redriveKeyOfServiceCenters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/projections/{projection}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fills a projection anew beside the one that serves; it takes over once it has caught up. A policy that a new log epoch stopped begins again. */
        post: operations["rebuildProjectionOfServiceCenters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flows into this service reckoned again last night: what was compared, and the keys that differ, for people to mend. */
        get: operations["reconciliationOfServiceCenters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contexts/service-centers/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Projections and policies of this service: position, state, last error, builds. */
        get: operations["subscriptionsOfServiceCenters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Directives an organization issued, newest first; those addressed to it are its inbox. */
        get: operations["listDirectives"];
        put?: never;
        /** Writes a directive without sending it. */
        post: operations["draftDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/attenuation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Share acknowledged on time per level and month of the deadline, weighted by addressees, with the loss between levels. */
        get: operations["attenuationMonthly"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts whom a scope reaches and shows the burden on them, before anything is sent. */
        get: operations["previewDirective"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A directive as one organization sees it: text and its hash, deadlines, supplements, own receipt. */
        get: operations["getDirective"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The secretary or a deputy confirms receipt. */
        post: operations["acknowledgeDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replaces the text; a material amendment is a new version and receipts start again. */
        post: operations["amendDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a directive by hand. */
        post: operations["closeDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throws a draft away. */
        post: operations["discardDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a draft anew; what was sent is amended instead. */
        post: operations["editDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes a directive on inside the own subtree with a note, where its issuer allows that; the text stays as it is. */
        post: operations["forwardDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/issue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a draft to all addressees at once; above the burden cap another person than the drafter must do it. */
        post: operations["issueDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An officer of the addressee opens the text: read for the whole organization. */
        post: operations["openDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Receipts per level with attenuation, and the same counters for the children of one organization. */
        get: operations["directiveProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a directive back; open receipts are cancelled. */
        post: operations["recallDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addressees of a directive and how far each is. */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reminds all who still owe something, at most once a day. */
        post: operations["remindDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the report that was asked for. */
        post: operations["reportDirective"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/directives/{directiveId}/return-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The issuer sends a report back with a reason and a new deadline, at most twice. */
        post: operations["returnReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an organization has exported, with purpose and downloads, newest first. */
        get: operations["listExports"];
        put?: never;
        /** Asks for a list as a file: which columns, by which filters, what for. It may be downloaded for a day, by the same person. */
        post: operations["requestExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/exports/{exportId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of an export as it is now, under a line that says who took it out and what for; each download is on record. */
        get: operations["exportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Grants by person, organization, role or state. */
        get: operations["listGrants"];
        put?: never;
        /** Proposes what a person may do; valid once a second person confirms (SEC-12, SEC-13). */
        post: operations["proposeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/give": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the first grants; introduction of the system only. */
        post: operations["giveGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many organizations a grant would make visible, and what it would permit. */
        get: operations["previewGrant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grantId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A second security administrator confirms a proposed grant. */
        post: operations["confirmGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/grants/{grantId}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a grant back at once, or withdraws a proposed one. */
        post: operations["revokeGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-templates/{sheet}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty file to fill in, with a sheet that explains each column, in the language asked for. */
        get: operations["importTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports of an organization, newest first. */
        get: operations["listImports"];
        put?: never;
        /** Takes in a file for the organization acted for: every row is checked, none is written before `startImport`. */
        post: operations["importFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import: how far it is and what came of it. */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends an import; what is written stays, the rest is not written. */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{importId}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every finding of an import: row, column, value, reason, and how to mend it. */
        get: operations["importFindingsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{importId}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows that are not written, in the order of the file: cell, value, reason and how to mend it. */
        get: operations["listImportFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{importId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes the rows that were found right, and only those; each as if it had been sent by hand. */
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incoming-transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes in the letter of an organization outside the city; the member is registered on arrival (MEM-18). */
        post: operations["registerIncomingTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/accounts/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which person a log-in is; for the gateway. Without an open account FORBIDDEN_ROLE. */
        get: operations["resolveAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/exports/{exportId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an export asks its list. */
        get: operations["exportQuestion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/exports/{exportId}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a download on record before it begins; what is expired or of somebody else does not exist. */
        post: operations["takeExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens an import for the rows of a file that the gateway has read. */
        post: operations["openImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes in the next rows of an import; with the last ones the check begins. */
        post: operations["takeImportRows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/internal/log-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts a log-in on record, for the gateway, before the session begins (SEC-25). */
        post: operations["recordLogIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/lectures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lectures given before an organization, the last one first (ORG-43). */
        get: operations["listLectures"];
        put?: never;
        /** A secretary or another leader gave a lecture before an organization, at one of its meetings or apart from them (ORG-43). */
        post: operations["recordLecture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/digest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When the own digest comes: today, and what was set for days to come. */
        get: operations["myDigest"];
        put?: never;
        /** When the own digest comes, and the hours in which only what is urgent does; from tomorrow on at the earliest (LINK-22). */
        post: operations["setMyDigest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The live grants of the caller, for choosing the one to act under. The gateway, as system, names the person. */
        get: operations["mySubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at the own data, when, and why. */
        get: operations["whoLookedAtMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own objections and their answers, newest first. */
        get: operations["myObjections"];
        put?: never;
        /** Objects to something in the own record (MEM-07). */
        post: operations["raiseObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own record, in clear but for the citizen number. */
        get: operations["myRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/record/correct-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the own phone or address right (SEC-23). */
        post: operations["correctMyContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/record/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything kept about the person: record in clear, flags, history, transfers, looks, objections (MEM-07). */
        get: operations["exportMyRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own transfers, newest first. */
        get: operations["myTransfers"];
        put?: never;
        /** A member asks for the own transfer (MEM-17). */
        post: operations["requestOwnTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/transfers/{transferId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The member appeals once against a refusal, to the organization above the one that refused (8.1 step 3). */
        post: operations["appealOwnTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/transfers/{transferId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The member withdraws before the acceptance. */
        post: operations["withdrawOwnTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meeting-quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quotas of one kind that were owed in a year and closed, those met or those missed: what a figure of the board counts (R-05). */
        get: operations["listQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings of an organization, the last one first (ORG-35). */
        get: operations["listMeetings"];
        put?: never;
        /** Plans a meeting, or enters one that has taken place (ORG-35). */
        post: operations["planMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting with who belongs to it, and how many have come. */
        get: operations["getMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to a meeting and how each takes part; guests as well (ORG-36). */
        get: operations["listAttendance"];
        put?: never;
        /** An officer notes how somebody takes part, until the minutes are confirmed (ORG-36). */
        post: operations["recordAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/attendance/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The organization above puts an attendance right after the minutes are confirmed (ORG-36). */
        post: operations["correctAttendance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/campaign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A meeting that was held within the days of a campaign belongs to it (ORG-44). */
        post: operations["tagCampaignMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The meeting does not take place (ORG-35). */
        post: operations["cancelMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The code shown in the room now, and until when it is shown and taken (ORG-36). */
        get: operations["meetingCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The meeting begins, or took place on a day that lies back (ORG-35). */
        post: operations["holdMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records what was said and decided, with the first agenda item where the kind begins with it (ORG-39, ORG-40). */
        post: operations["recordMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/minutes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attendance, motions and minutes stand; within seven days of the meeting (ORG-40). */
        post: operations["confirmMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/minutes/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The organization above puts confirmed minutes right; what stood before is kept (ORG-40). */
        post: operations["correctMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/motions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records the totals of a vote; passed is what more than half of the entitled agreed to (ORG-37). */
        post: operations["recordMotion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{meetingId}/notify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells those who belong to it; a day before at the latest (ORG-35). */
        post: operations["notifyMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names for one page: in full for who reads members, inside the scope; masked for everybody else. */
        get: operations["memberNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/member-search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members inside the scope by name, initials or exact citizen number; the latter counts as a look. */
        get: operations["resolvePersonBySearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of a branch or of everything below an organization, without scores. */
        get: operations["listMembers"];
        put?: never;
        /** Registers a member with a first home branch (MEM-01). */
        post: operations["registerMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profile of a member: membership, masked contact data, flags, the last three who looked. */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/attach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The home branch, or who stands above it, lets a member take part in a temporary branch; the home branch stays (ORG-11). */
        post: operations["attachMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/clear-authorised-flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The authority that set a flag clears it (MEM-05). */
        post: operations["clearAuthorisedFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/detach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The home branch or the temporary branch ends the part a member takes in the temporary branch (ORG-11). */
        post: operations["detachMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files how and on which day a membership ended; an open transfer ends with it (MEM-09, X-11). */
        post: operations["endMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Second person: destroys the key of a person everywhere (MEM-07). */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a membership, newest first. */
        get: operations["memberHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/issue-certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Certificate for an absence of more than 3 and less than 6 months (MEM-17). */
        post: operations["issueCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/objections/{objectionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers an objection of somebody else, with a reason the person reads (MEM-07). */
        post: operations["answerObjection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/propose-erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** First of two persons: asks for the erasure of a person (MEM-07). */
        post: operations["proposeErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files the decision that restores a suspended membership (X-11). */
        post: operations["restoreMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One field in clear for 60 seconds, with a reason the person can read. */
        get: operations["revealField"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/set-authorised-flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An authorised body stops a vote, notes a matter or holds transfers (MEM-05). */
        post: operations["setAuthorisedFlag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{personId}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Files the decision that suspends a membership; an open transfer ends (X-11). */
        post: operations["suspendMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization-directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live organizations of the whole city by part of the name, pinyin or initials; at most 20, best match first. */
        get: operations["organizationDirectory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organization-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of organizations for one page; names are public to everyone who is logged in. Unknown ones are left out. */
        get: operations["organizationNames"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations by kind, level, sector, state, parent, subtree, name or pinyin initials. */
        get: operations["listOrganizations"];
        put?: never;
        /** Proposes an organization below an active one (ORG-01); warns LINE_UNUSUAL where the sector suggests another line. */
        post: operations["proposeOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes over organizations that exist already, parents before children; introduction of the system only. */
        post: operations["registerOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profile of one organization: both parents and paths, posts, counts, what is pending. */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The new managing organization takes it in (ORG-08). */
        post: operations["acceptOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The nearest committee above approves a proposed organization (ORG-02). */
        post: operations["approveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Path and children of an organization as they were on a date, as far as known at an instant (ORG-13). */
        get: operations["organizationTreeAsOf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/attendance-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of those who were called took part when the branches of a subtree met (R-08). */
        get: operations["attendanceReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/attendance-report/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list behind the report of attendance: a row for each branch that met (R-08). */
        get: operations["attendanceReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts the attributes of an organization on record, all that apply to it at once (ORG-14, pilot flags of ORG-27 and ORG-30). */
        post: operations["setOrganizationAttributes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations directly below one, with how many stand below each. */
        get: operations["listChildren"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the kind; id, children and history stay (ORG-04). */
        post: operations["convertOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/coverage-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Coverage by organizations per ledger, and by party work, on a day (R-01, R-02). */
        get: operations["coverageReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/coverage-report/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list behind a figure of the coverage report: exactly as many rows (R-01, R-02). */
        get: operations["coverageReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/dissolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dissolves an organization without members and live organizations below (ORG-07). */
        post: operations["dissolveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/empower": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives or takes the power of a basic committee to approve members. */
        post: operations["changeApprovesMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/except-size": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records why an organization may stay outside a size band until a review date (ORG-03). */
        post: operations["grantSizeException"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The nearest committee above lets a temporary branch go on until a later day (ORG-11). */
        post: operations["extendTemporaryBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/fact-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Street teams reviewed, enterprises with party work in their charter by class, and seats of community committees, on a day (ORG-14, ORG-15, ORG-30). */
        get: operations["factReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/fact-report/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations behind a figure of the report: exactly as many rows (ORG-14, ORG-15, ORG-30). */
        get: operations["factReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is on record about one organization, and what may be: attributes, the last review of its team, how many of its seats are described. */
        get: operations["organizationFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Party groups of a branch with their heads and members (ORG-12). */
        get: operations["partyGroups"];
        put?: never;
        /** Makes a party group of a branch, or changes one; a member is in one at most (ORG-12). */
        post: operations["setPartyGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/groups/{groupId}/dissolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a party group; its members stay in the branch (ORG-12). */
        post: operations["dissolvePartyGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets or, without a guiding organization, ends the guidance edge (ORG-09). */
        post: operations["linkGuidance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to an organization, newest first. */
        get: operations["getOrganizationHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Directives in the inbox of an organization: what it owes, and its read-only copies. */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/inbox/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for an organization, as numbers (LINK-21). */
        get: operations["inboxCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/joint-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An action that an organization held and others joined, one side of it a street or a community; it counts for both (ORG-27). */
        post: operations["recordJointAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/leader-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leaders on the lists of a subtree for six months of the year at least, and those who have done enough in the own branch, now or on a day (R-09). */
        get: operations["leaderReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/leader-report/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The leaders behind a figure of the leader report: exactly as many rows (R-09). */
        get: operations["leaderReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leaders on the lists of an organization and those below it, and what each did in the own branch in a year (ORG-42). */
        get: operations["leaderLives"];
        put?: never;
        /** Puts a member on the list of leaders who owe double organization life (ORG-42). */
        post: operations["listLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/leaders/{personId}/delist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a member off the list of leaders (ORG-42). */
        post: operations["delistLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Working organizations of a subtree and their members, by managing line and by place; both margins add up to the same total (P09). */
        get: operations["lineMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/meeting-quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a subtree owed of each kind of meeting in a year, closed by a day, and what of it was held (R-05, R-06, R-07), by what is directly below; of a branch its periods one by one. */
        get: operations["meetingQuotas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/member-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of all branches of an organization and below: full, provisional, suspended. */
        get: operations["memberCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/member-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members on a day, and those at home in a branch, of an organization and below (R-03). */
        get: operations["memberReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/member-report/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list behind the members at home on a day: exactly as many rows (R-03). */
        get: operations["memberReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves the merge of organizations of the same kind into this one (ORG-06). */
        post: operations["mergeOrganizations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks to put an organization under another managing line (ORG-08). */
        post: operations["moveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/objections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Objections that wait for an answer, of members at home below an organization, oldest first. */
        get: operations["openObjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/organizer-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizers on a day; who of them is sent nowhere, was not trained in its year, has no review of the year before (ORG-29). */
        get: operations["organizerReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/organizer-report/organizers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizers behind a figure of the report (ORG-29). */
        get: operations["organizerReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/oversight-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Secretaries of communities today: reports on personal matters of the year, audits that are due and that were missed (ORG-26). */
        get: operations["oversightReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/oversight-report/secretaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The secretaries behind a figure of the report (ORG-26). */
        get: operations["oversightReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/part-time-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Community committees of a subtree and those with a part-time member, now or on a day (ORG-27, R-12). */
        get: operations["partTimeReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/part-time-report/communities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communities behind the report on part-time members: exactly as many rows; those without one carry the warning (ORG-27, R-12). */
        get: operations["partTimeReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/participation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who took part in the joint meetings and actions of an organization in a year, or in whose it took part itself (ORG-27). */
        get: operations["listParticipation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The nearest committee above refuses a proposed organization (ORG-02). */
        post: operations["refuseOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The old managing organization lets go (ORG-08). */
        post: operations["releaseOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/relocate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the place an organization stands in; the managing line stays (ORG-08). */
        post: operations["relocateOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/reserve-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The communities of a subtree, each with its reserves (ORG-24, R-11). */
        get: operations["reservePosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/reserve-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reserves over posts of the communities in a subtree, sum over sum, and how many communities have enough, on a day (R-11). */
        get: operations["reserveReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/reserves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is, and was, in reserve for the secretary of a community, newest first (ORG-24). */
        get: operations["reserveCadres"];
        put?: never;
        /** Puts a full member in reserve for the secretary of a community (ORG-24). */
        post: operations["listReserveCadre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/reserves/{personId}/appoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A trained person is appointed and in reserve no more (ORG-24). */
        post: operations["appointReserveCadre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/reserves/{personId}/train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person in reserve has been trained (ORG-24). */
        post: operations["trainReserveCadre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/reserves/{personId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A person is in reserve no more (ORG-24). */
        post: operations["withdrawReserveCadre"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/review-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations listed in structure reviews of the year and those decided, by level, ground and outcome, now or on a day (ORG-10, R-04). */
        get: operations["reviewReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/review-report/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list behind a figure of the review report: exactly as many rows (ORG-10, R-04). */
        get: operations["reviewReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/seats/{postId}/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts on record what statistics ask about a seat of a community committee; nothing shows it again (ORG-30). */
        post: operations["setSeatAttributes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves a split into two or more with each member named once (ORG-05). */
        post: operations["splitOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says how many there are for party work, and of how many staff where the rule asks for a share; a shortfall is found and blocks nothing (ORG-28). */
        post: operations["declareStaffing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/staffing-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People for party work, declared over needed, by duty, on a day (ORG-28, R-11). */
        get: operations["staffingReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/staffing-report/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organizations behind a figure of the staffing report: exactly as many rows (ORG-28, R-11). */
        get: operations["staffingReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/structure-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Live organizations on a day by kind, level and sector, those outside a size band, those with an acting officer (R-03, R-04). */
        get: operations["structureReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/structure-report/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list behind a figure of the structure report: exactly as many rows (R-03, R-04). */
        get: operations["structureReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/team-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An organization above records the term review of a street’s leading group: outcome and date, no text (ORG-15). */
        post: operations["reviewStreetTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/tenure-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Secretaries of communities in office on a day, and those of them who have served the six years without a break (ORG-25, R-11). */
        get: operations["tenureReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/tenure-report/secretaries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The secretaries behind a figure of the tenure report, with the day their count began and the day it is reached (ORG-25, R-11). */
        get: operations["tenureReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/term-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many terms end in each of the next twelve months, and which are due in 180 days or over (R-10). */
        get: operations["termCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/term-calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The terms that end in the next twelve months, for the calendar that people keep (RFC 5545). */
        get: operations["termCalendarFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/term-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terms due in 180 days, overdue, and of those that were to end in a window the ones with an election in time, now or on a day (R-10). */
        get: operations["termReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/term-report/{figure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The terms behind a figure of the term report: exactly as many rows (R-10). */
        get: operations["termReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/theme-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fixed day of a branch's theme days, and those to come, by date (ORG-35). */
        get: operations["themeDay"];
        put?: never;
        /** Fixes the day of the month of a branch's theme days, from a date on; in a shorter month its last day (ORG-35). */
        post: operations["fixThemeDay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/todo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One entry per duty of directives, requests, terms, reviews and leaders who are behind: waiting for us, not finished, coming (GW-06). */
        get: operations["todo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/topic-guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The topic guide of a quarter for an organization, with the supplement of its district (LINK-12). */
        get: operations["quarterGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/transfer-counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers per step in the hands of an organization and below (R-26). */
        get: operations["transferCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/transfer-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers that an organization and those below answer for, on a day: open per step, overdue; of the year so far: median days, letters expired and issued (R-26). */
        get: operations["transferReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/transfer-report/{measure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list behind a figure of the transfer report: exactly as many rows (R-26). */
        get: operations["transferReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Enters a unit in the coverage ledger of a community or street; name and place are there once (ORG-31, ORG-32). */
        post: operations["registerUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/unmoved-members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members of merged and split branches who have not been moved 24 hours after that took effect (X-09). */
        get: operations["unmovedMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/unsettled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organizations whose parent is gone, or that have no place or no managing line (P09). */
        get: operations["unsettledOrganizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/worker-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Full-time workers of communities on a day, by class, and those who have no grade yet (ORG-29). */
        get: operations["workerReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organizations/{organizationId}/worker-report/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The workers behind a figure of the report, by community (ORG-29). */
        get: operations["workerReportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/affairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the own branch and the organizations above it make known now or did so lately, and the own objection (ORG-45). */
        get: operations["ownAffairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/affairs/{affairId}/object": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A member objects to what the own organization has made known, while it is shown; once (ORG-45). */
        post: operations["objectToAffair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/leader-life": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a leader has done in the own branch this year; null for who is on no list (ORG-42). */
        get: operations["myLeaderLife"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings of the own branch that are announced or took place lately, and the own part in them. */
        get: operations["ownMeetings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/own/meetings/{meetingId}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in by the code shown in the room, or shown when it was read without a network; twice counts once (ORG-36). */
        post: operations["signInToMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Posts of an organization, held and past, newest first. */
        get: operations["listPosts"];
        put?: never;
        /** Puts a full member into a post; the post brings its grant (ORG-21). */
        post: operations["fillPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secretary of a community was audited around an election or around leaving (ORG-26). */
        post: operations["recordAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/organizer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says to which organization an organizer is sent, and in which grade (ORG-29). */
        post: operations["sendOrganizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/organizer/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The result of the yearly review of an organizer; a later one corrects it (ORG-29). */
        post: operations["reviewOrganizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/organizer/train": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An organizer was trained (ORG-29). */
        post: operations["trainOrganizer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/personal-matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secretary of a community has handed in the report on personal matters of a year; never what is in it (ORG-26). */
        post: operations["filePersonalMatters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/remove-secretary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An organization above removes a secretary on one of the grounds of the rule (ORG-23). */
        post: operations["removeSecretary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/vacate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the holding of a post and takes its grant (ORG-21). */
        post: operations["vacatePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/worker": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Puts on record the political review and the first grade of a full-time worker of a community (ORG-29). */
        post: operations["placeWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/posts/{postId}/worker/grade": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a worker of a community another grade from a day on; the class follows from it (ORG-29). */
        post: operations["gradeWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests that an organization submitted, holds, or is informed of; overdue ones first when asked for. */
        get: operations["listRequests"];
        put?: never;
        /** Submits a request; it goes straight to the office that can decide. */
        post: operations["submitRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/behind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests behind one figure of the report on answers in time (R-23). */
        get: operations["requestsBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/on-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests answered on time by level of the holder and topic, now or as of a past day (R-23). */
        get: operations["requestsOnTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The topic catalogue, with the holder each topic would go to from an organization. */
        get: operations["requestTopics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who holds a request now, since when, until when, its steps and co-holders. */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The holder takes it on and names its officer. */
        post: operations["acceptRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers: done, planned for a date, or refused. */
        post: operations["answerRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The submitter is satisfied. */
        post: operations["confirmRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/decide-holder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** After two reroutes the common superior names the holder, finally. */
        post: operations["decideRequestHolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Waits for the submitter, who sees the reason; the clock stands for a bounded time. */
        post: operations["pauseRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The submitter is not satisfied; a third time it goes one level up. */
        post: operations["reopenRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/reroute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Not ours: passes it to the next holder, who must be named; at most twice. */
        post: operations["rerouteRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The submitter supplied what was missing; the clock runs on. */
        post: operations["resumeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/requests/{requestId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The submitter takes it back before an answer. */
        post: operations["withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Structure reviews that an organization opened or that one above it did, the last one first (ORG-10). */
        get: operations["listReviews"];
        put?: never;
        /** A committee reviews the structure below it: what stands out at this moment is listed, each to be decided by the last day (ORG-10). */
        post: operations["openReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{reviewId}/organizations/{organizationId}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A listed organization is kept, merged, split, converted or dissolved, with the reason; the act itself follows by its own command (ORG-10). */
        post: operations["decideReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All settings with default, value in force on a day, and their changes. */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/{key}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a value from a later day on, for an organization and everything below it (requirements section 10). */
        post: operations["changeSetting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/talks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Talks that an organization recorded, the last one first (ORG-41). */
        get: operations["listTalks"];
        put?: never;
        /** Two have talked: who, of what kind, on what day, and nothing else (ORG-41). */
        post: operations["recordTalk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Terms in a subtree by state and last day, soonest first (ORG-16, ORG-17). */
        get: operations["listTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The running term of an organization, its election, and the terms before. */
        get: operations["getTerm"];
        put?: never;
        /** Enters a term that runs already; its length is the one in force on its first day (ORG-16). */
        post: operations["enterTerm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}/approve-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The term ends on the day that was asked for (ORG-18). */
        post: operations["approveTermShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}/confirm-reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the organization was reminded by letter or by phone (ORG-17). */
        post: operations["confirmTermReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}/elections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves day, seats and candidates of an election (ORG-19). */
        post: operations["callElection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}/elections/{electionId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approves the result: the old term ends, the new one begins on the day of the ballot, the posts change hands (ORG-20). */
        post: operations["approveElection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}/elections/{electionId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Records the totals of a ballot; elected is who has more than half of those present (ORG-20). */
        post: operations["recordElectionResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}/elections/{electionId}/runoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keeps a ballot with equal votes at the cut; the next one is between those (ORG-20). */
        post: operations["orderRunoff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/terms/{organizationId}/request-shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for an earlier or later election, by a year at most, once a term (ORG-18). */
        post: operations["requestTermShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topic-guides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Topic guides that an organization, those above it or districts below it issued, the last quarter first (LINK-12). */
        get: operations["listTopicGuides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topic-guides/{directiveId}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The branches behind the figures of a topic guide: when each acknowledged, which topics it took up (LINK-12). */
        get: operations["topicGuideBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topic-guides/{directiveId}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of the branches addressed have acknowledged a topic guide, and how many have used it, with the same for each part below (LINK-12). */
        get: operations["topicGuideUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfer-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Requests many transfers to one place; items are independent, the failed ones come back as `<personId>=<code>` among the warnings (MEM-21). */
        post: operations["requestTransfersInBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers that leave or enter an organization, by step and lateness. */
        get: operations["listTransfers"];
        put?: never;
        /** The branch asks for a transfer of one of its members (MEM-17). */
        post: operations["requestTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A transfer with its steps, whose hands it is in, and the day of the limit. */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The receiving committee accepts within the validity of the letter (MEM-20). */
        post: operations["acceptTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sending committee approves and, where it issues the letter itself, issues it (MEM-18). */
        post: operations["approveTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/assign-branch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The receiving committee names the branch; nothing moves yet (8.1 step 5). */
        post: operations["assignTransferBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/confirm-arrival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The receiving branch confirms the arrival: leaving and joining in one moment (MEM-20). */
        post: operations["confirmArrival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/confirm-by-branch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Word of the sending branch; after its time the committee may act for it (8.1 step 2). */
        post: operations["confirmTransferByBranch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/decide-appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The organization above upholds a refusal, or overrules it: the sender takes the transfer up again (8.1 step 3). */
        post: operations["decideTransferAppeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/issue-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another organization than the approving committee issues the letter (MEM-18). */
        post: operations["issueLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/link-external-receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Receipt and provincial record of the outside organization: the membership leaves the city (MEM-21). */
        post: operations["linkExternalReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuses a transfer, only with a cause (MEM-18). */
        post: operations["refuseTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/reissue-letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new letter after a return or an expiry, twice at most, with a reason (MEM-21). */
        post: operations["reissueLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The receiving committee sends the letter back with a cause (MEM-20). */
        post: operations["returnTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/transfers/{transferId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The sending side withdraws before the acceptance. */
        post: operations["withdrawTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units of a subtree by ledger and state; those due for too long, those nobody does party work in, and associations without a leader (ORG-31, ORG-33, ORG-34). */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One unit of the ledger. */
        get: operations["getUnit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An organization covers the unit: its own, a joint or a regional one by its kind (ORG-33). */
        post: operations["coverUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/exempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The street lets the unit be without an organization for twelve months (ORG-33). */
        post: operations["exemptUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/first-secretary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a first secretary to an association (ORG-34). */
        post: operations["sendFirstSecretary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/liaison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Names the liaison who does party work in the unit for the next twelve months (ORG-33). */
        post: operations["setWorkCoverage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/lose-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The organization covers the unit no more (ORG-33). */
        post: operations["reportCoverageLost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{unitId}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Other figures of a unit; they decide whether an organization is due (ORG-31, ORG-32). */
        post: operations["updateUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/yearly-duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What committees owe once a year: a lecture by the secretary, and of agencies a talk with the secretary of each branch (ORG-41, ORG-43). */
        get: operations["listYearlyDuties"];
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
        AccountRow: {
            accountId: string;
            personId: string;
            /** @enum {string} */
            state: "open" | "disabled";
            changedAt: string;
        };
        AffairRow: {
            affairId: string;
            organizationId: string;
            /** @enum {string} */
            type: "budget" | "project" | "plan" | "commendation" | "other";
            subject: string;
            publishedOn: string | null;
            untilOn: string | null;
            consultation: components["schemas"]["Consultation"] | null;
            objections: number;
            unanswered: number;
        };
        AffairView: {
            affairId: string;
            organizationId: string;
            /** @enum {string} */
            type: "budget" | "project" | "plan" | "commendation" | "other";
            subject: string;
            publishedOn: string | null;
            untilOn: string | null;
            consultation: components["schemas"]["Consultation"] | null;
            text: string | null;
            objections: {
                objectionId: string;
                text: string;
                objectedOn: string;
                answer: string | null;
                personId: string;
            }[];
            lagSeconds: number;
        };
        AttachedMember: {
            personId: string;
            homeBranchId: string;
            /** @enum {string} */
            state: "provisional" | "full" | "suspended" | "ended";
            attachedOn: string;
        };
        AttendanceCounts: {
            present: number;
            remote: number;
            leave: number;
            absent: number;
            guest: number;
        };
        AttendanceReport: {
            from: string;
            asOf: string;
            branches: number;
            meetings: number;
            attended: number;
            members: number;
            lagSeconds: number;
        };
        AttendanceReportRow: {
            organizationId: string;
            meetings: number;
            attended: number;
            members: number;
        };
        AttendanceRow: {
            personId: string;
            expected: boolean;
            entitled: boolean;
            mark: ("present" | "remote" | "leave" | "absent" | "guest") | null;
            means: ("code" | "tick") | null;
            recordedAt: string | null;
            corrected: boolean;
            lateScannedAt: string | null;
        };
        AttenuationMonthly: {
            months: {
                month: string;
                levels: {
                    /** @enum {string} */
                    level: "city" | "district" | "street" | "community" | "base";
                    addressees: number;
                    acknowledgedOnTime: number;
                    onTimeShare: number | null;
                    loss: number | null;
                    medianSeconds: number | null;
                }[];
            }[];
            lagSeconds: number;
        };
        AuditRecord: {
            number: number;
            at: string;
            actorId: string;
            organizationId: string | null;
            operation: string;
            kind: string;
            result: string;
            target: string | null;
            personIds: string[];
            fields: string[];
            purpose: string | null;
            traceId: string;
            hash: string;
        };
        BranchLeader: {
            personId: string;
            year: string;
            attended: number;
            lectures: number;
            attendNeeded: number;
            lecturesNeeded: number;
            met: boolean;
            warned: boolean;
        };
        CampaignBranchRow: {
            organizationId: string;
            /** @enum {string} */
            state: "met" | "open" | "missed";
            meetings: number;
            doneOn: string | null;
        };
        CampaignRow: {
            campaignId: string;
            organizationId: string;
            /** @enum {string} */
            kind: "disciplineEducation" | "themeEducation" | "democraticLife";
            title: string;
            fromOn: string;
            untilOn: string;
        };
        Consultation: {
            fromOn: string;
            untilOn: string;
            asked: number;
            opinions: number;
            adopted: number;
        };
        CoverageReport: {
            /** Format: date */
            asOf: string;
            ledgers: {
                /** @enum {string} */
                ledger: "park" | "building" | "market" | "internetFirm" | "industryAssociation" | "otherSocialOrg" | "mixedPark" | "labourDispatch" | "privateHospital" | "privateSchool" | "residentialEstate" | "ownersCommittee" | "shareholdingCompany" | "soe" | "other";
                covered: number;
                due: number;
            }[];
            covered: number;
            due: number;
            worked: number;
            live: number;
            associations: number;
            led: number;
            full: boolean;
            lagSeconds: number;
        };
        CoverageReportRow: {
            unitId: string;
            organizationId: string;
            name: string;
            /** @enum {string} */
            ledger: "park" | "building" | "market" | "internetFirm" | "industryAssociation" | "otherSocialOrg" | "mixedPark" | "labourDispatch" | "privateHospital" | "privateSchool" | "residentialEstate" | "ownersCommittee" | "shareholdingCompany" | "soe" | "other";
            /** @enum {string} */
            state: "found" | "dueForOrganization" | "covered" | "exempt";
            orgCoverage: ("own" | "joint" | "regional") | null;
            workCovered: boolean;
        };
        DigestTimes: {
            time: string;
            quietFrom: string;
            quietUntil: string;
        };
        Directive: {
            directiveId: string;
            issuerId: string;
            /** @enum {string} */
            issuerLevel: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            kind: "notice" | "task" | "topicGuide" | "survey";
            /** @enum {string} */
            state: "draft" | "issued" | "closed" | "recalled";
            title: string | null;
            urgent: boolean;
            issuedAt: string | null;
            acknowledgeDueAt: string | null;
            reportDueAt: string | null;
            textVersion: number;
            addressees: number;
            rootDirectiveId: string;
            topicCode: string | null;
            text: string | null;
            textHash: string;
            version: number;
            forwardingAllowed: boolean;
            recallReason: string | null;
            askedAgainReason: ("figuresChanged" | "earlierIncomplete" | "otherPeriod" | "requiredAbove") | null;
            earlier: {
                textVersion: number;
                text: string | null;
                textHash: string;
                /** Format: date-time */
                replacedAt: string;
            }[];
            supplements: {
                directiveId: string;
                organizationId: string;
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                note: string | null;
                /** Format: date-time */
                forwardedAt: string;
                addressees: number;
            }[];
            receipt: {
                /** @enum {string} */
                state: "pending" | "delivered" | "opened" | "acknowledged" | "reported" | "reportReturned" | "transferred" | "cancelled";
                informedOnly: boolean;
                report: string | null;
                returnReason: string | null;
                remindedAt: string | null;
            } | null;
            scope: components["schemas"]["DirectiveScope"] | null;
            guide: components["schemas"]["GuideDraft"] | null;
        };
        DirectivePreview: {
            addressees: number;
            byLevel: {
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                addressees: number;
            }[];
            informed: number;
            firstOffenderId?: string;
            burden: {
                most: number;
                mostAt?: string;
                cap: number;
                windowDays: number;
                secondPersonRequired: boolean;
                openDuties: number;
                mostOpenDuties: number;
            };
            reportAskedBefore: boolean;
        };
        DirectiveProgress: {
            soFar: boolean;
            levels: {
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                addressees: number;
                delivered: number;
                opened: number;
                acknowledgedOnTime: number;
                acknowledgedLate: number;
                notAcknowledged: number;
                reported: number;
                reportedOnTime: number;
                overdue: number;
                left: number;
                onTimeShare: number | null;
                medianSeconds: number | null;
                loss: number | null;
            }[];
            under: string;
            children: {
                organizationId: string;
                name: string;
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                addressees: number;
                delivered: number;
                opened: number;
                acknowledgedOnTime: number;
                acknowledgedLate: number;
                notAcknowledged: number;
                reported: number;
                reportedOnTime: number;
                overdue: number;
                left: number;
                hasChildren: boolean;
            }[];
            lagSeconds: number;
        };
        DirectiveRow: {
            directiveId: string;
            issuerId: string;
            /** @enum {string} */
            issuerLevel: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            kind: "notice" | "task" | "topicGuide" | "survey";
            /** @enum {string} */
            state: "draft" | "issued" | "closed" | "recalled";
            title: string | null;
            urgent: boolean;
            issuedAt: string | null;
            acknowledgeDueAt: string | null;
            reportDueAt: string | null;
            textVersion: number;
            addressees: number;
            rootDirectiveId: string;
            topicCode: string | null;
        };
        DirectiveScope: {
            clauses: components["schemas"]["ScopeClause"][];
            /** @default [] */
            exclude: string[];
        };
        DirectiveScopeInput: {
            clauses: components["schemas"]["ScopeClauseInput"][];
            /** @default [] */
            exclude: string[];
        };
        Election: {
            electionId: string;
            ballotOn: string;
            /** @enum {string} */
            form: "members" | "delegates";
            seats: number;
            deputies: number;
            candidateIds: string[];
            round: number;
            electedIds: string[];
            tiedIds: string[];
            openSeats: number;
            secretaryId: string | null;
            deputyIds: string[];
            recordedById: string | null;
            warnings: string[];
            moreSeatsReason: ("manyMembers" | "manyUnits" | "widespread" | "other") | null;
        };
        EntitledMember: {
            personId: string;
        };
        ExportQuestion: {
            /** @enum {string} */
            list: "organizations" | "units";
            columns: string[];
            filters: {
                name: string;
                value: string;
            }[];
            purpose: string;
            expiresAt: string;
        };
        ExportRow: {
            exportId: string;
            /** @enum {string} */
            list: "organizations" | "units";
            columns: string[];
            purpose: string;
            requestedById: string;
            requestedAt: string;
            expiresAt: string;
            expired: boolean;
            downloads: number;
            downloaded: {
                byId: string;
                at: string;
            }[];
        };
        FactReport: {
            /** Format: date */
            asOf: string;
            streets: number;
            streetsReviewed: number;
            charters: {
                /** @enum {string} */
                enterpriseClass: "listedStateControlled" | "secondLevelOrBelow" | "mixedOwnership";
                enterprises: number;
                submitted: number;
                adopted: number;
            }[];
            pilots: number;
            seats: number;
            seatsDescribed: number;
            nonHukou: number | null;
            collegeDiploma: number | null;
            lagSeconds: number;
        };
        FactReportRow: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
            enterpriseClass: ("listedStateControlled" | "secondLevelOrBelow" | "mixedOwnership") | null;
            partyInCharter: ("none" | "submitted" | "adopted") | null;
            charterAdoptedOn: string | null;
            outcome: ("kept" | "strengthened" | "adjusted") | null;
            reviewedOn: string | null;
        };
        Figure: {
            metric: string;
            organizationId: string;
            value: number;
            own: number;
            unlocated: number;
            children: components["schemas"]["FigureOfChild"][];
            asOf: string | null;
            lagSeconds: number;
        };
        FigureOfChild: {
            organizationId: string;
            name: string;
            value: number;
        };
        GrantRow: {
            grantId: string;
            personId: string;
            /** @enum {string} */
            role: "secretary" | "deputySecretary" | "organizationOfficer" | "financeOfficer" | "centerManager" | "authorisedBody" | "member" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator" | "operator";
            organizationId: string;
            /** @enum {string} */
            view: "line" | "place";
            fromOn: string;
            untilOn: string | null;
            /** @enum {string} */
            state: "proposed" | "live" | "revoked" | "ended";
            postId: string | null;
            proposedById: string | null;
            confirmedById: string | null;
        };
        GuideDraft: {
            quarter: string;
            topicCodes: string[];
        };
        GuideDraftInput: {
            quarter: string;
            topicCodes: string[];
        };
        ImportFinding: {
            row: number;
            column: string | null;
            heading: string;
            value: string;
            /** @enum {string} */
            kind: "wrong" | "known" | "refused";
            code: string;
            reason: string;
            hint: string;
        };
        ImportRow: {
            importId: string;
            organizationId: string;
            /** @enum {string} */
            sheet: "organizations" | "units";
            /** @enum {string} */
            state: "receiving" | "checking" | "checked" | "writing" | "cancelling" | "finished" | "cancelled" | "expired";
            openedById: string;
            openedAt: string;
            expiresAt: string;
            rows: number;
            checked: number;
            right: number;
            known: number;
            wrong: number;
            written: number;
            alreadyIn: number;
            refused: number;
            left: number;
            lagSeconds: number;
        };
        InboxCounts: {
            unread: number;
            toAcknowledge: number;
            toReport: number;
            toAnswer: number;
            dueIn48h: number;
            overdue: number;
            overdueBelow: number;
            jobs: number;
            lagSeconds: number;
        };
        InboxRow: {
            directiveId: string;
            issuerId: string;
            /** @enum {string} */
            issuerLevel: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            kind: "notice" | "task" | "topicGuide" | "survey";
            /** @enum {string} */
            state: "draft" | "issued" | "closed" | "recalled";
            title: string | null;
            urgent: boolean;
            issuedAt: string | null;
            acknowledgeDueAt: string | null;
            reportDueAt: string | null;
            textVersion: number;
            addressees: number;
            rootDirectiveId: string;
            topicCode: string | null;
            organizationId: string;
            /** @enum {string} */
            receiptState: "pending" | "delivered" | "opened" | "acknowledged" | "reported" | "reportReturned" | "transferred" | "cancelled";
            informedOnly: boolean;
            dueAt: string | null;
            overdue: boolean;
        };
        LeaderLifeRow: {
            personId: string;
            organizationId: string;
            listedOn: string;
            branchId: string | null;
            year: string;
            attended: number;
            lectures: number;
            /** @enum {string} */
            state: "met" | "open" | "missed";
            warned: boolean;
        };
        LeaderReport: {
            year: string;
            /** Format: date */
            asOf: string;
            leaders: number;
            met: number;
            lagSeconds: number;
        };
        LeaderReportRow: {
            personId: string;
            organizationId: string;
            listedOn: string;
            attended: number;
            lectures: number;
            met: boolean;
        };
        LectureRow: {
            lectureId: string;
            organizationId: string;
            personId: string;
            givenOn: string;
            meetingId: string | null;
            secretaryOfIds: string[];
        };
        LineMatrix: {
            organizations: number;
            members: number;
            lines: components["schemas"]["LineMatrixHead"][];
            places: components["schemas"]["LineMatrixHead"][];
            cells: {
                lineId: string;
                placeId: string;
                organizations: number;
                members: number;
            }[];
            unsettled: number;
            lagSeconds: number;
        };
        LineMatrixHead: {
            organizationId: string;
            name: string;
            organizations: number;
            members: number;
        };
        Look: {
            at: string;
            byPersonId: string;
            byOrganizationId?: string;
            fields: string[];
            reason: string;
        };
        MeetingCode: {
            signInCode: string;
            shownUntil: string;
            takenUntil: string;
        };
        MeetingQuotas: {
            year: string;
            asOf: string;
            kinds: {
                /** @enum {string} */
                kind: "memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special";
                met: number;
                owed: number;
            }[];
            threeMeetings: {
                met: number;
                owed: number;
            };
            firstItem: {
                done: number;
                held: number;
            };
            organizations: {
                complete: number;
                counted: number;
            };
            below: {
                organizationId: string;
                name: string;
                kinds: {
                    /** @enum {string} */
                    kind: "memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special";
                    met: number;
                    owed: number;
                    due: number | null;
                }[];
            }[];
            cells: {
                /** @enum {string} */
                kind: "memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special";
                groupId: string | null;
                groupName: string | null;
                period: string;
                held: number;
                /** @enum {string} */
                state: "met" | "missed" | "planned" | "open" | "notOwed";
            }[];
            lagSeconds: number;
        };
        MeetingRow: {
            meetingId: string;
            organizationId: string;
            kinds: ("memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special")[];
            groupId: string | null;
            /** @enum {string} */
            state: "planned" | "notified" | "held" | "minuted" | "confirmed" | "cancelled";
            startsAt: string;
            title: string;
            heldOn: string | null;
            warnings: string[];
            attendance: components["schemas"]["AttendanceCounts"];
        };
        MeetingView: {
            meetingId: string;
            organizationId: string;
            kinds: ("memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special")[];
            groupId: string | null;
            /** @enum {string} */
            state: "planned" | "notified" | "held" | "minuted" | "confirmed" | "cancelled";
            startsAt: string;
            title: string;
            heldOn: string | null;
            warnings: string[];
            attendance: components["schemas"]["AttendanceCounts"];
            agenda: string | null;
            topicCodes: string[];
            cancelReason: ("tooFewPresent" | "noRoom" | "postponed" | "plannedInError" | "other") | null;
            minutes: {
                text: string;
                decisions: string;
                firstItem: {
                    done: boolean;
                    topicCode: string | null;
                } | null;
                reason: string | null;
                byId: string;
                at: string;
            }[];
            motions: {
                motionId: string;
                /** @enum {string} */
                type: "admit" | "approveFull" | "extend" | "cancelProvision" | "budget" | "project" | "plan" | "commendation" | "other";
                /** @enum {string} */
                body: "members" | "committee";
                personId: string | null;
                subject: string | null;
                secret: boolean;
                passed: boolean;
                votes: {
                    entitled: number;
                    present: number;
                    written: number;
                    yes: number;
                    no: number;
                    abstain: number;
                };
                warnings: string[];
            }[];
            expected: number;
            entitled: number;
            open: boolean;
            version: number;
            lagSeconds: number;
        };
        MemberCounts: {
            full: number;
            provisional: number;
            suspended: number;
            total: number;
            lagSeconds: number;
        };
        MemberHistoryEntry: {
            version: number;
            on: string;
            at: string;
            type: string;
            branchId?: string;
            code?: string;
            transferId?: string;
        };
        MemberNames: {
            names: {
                personId: string;
                name: string;
                masked: boolean;
            }[];
        };
        MemberProfile: {
            personId: string;
            branchId: string;
            /** @enum {string} */
            kind: "full" | "provisional";
            /** @enum {string} */
            state: "provisional" | "full" | "suspended" | "ended";
            joinedOn: string;
            fullFrom?: string;
            flagged: boolean;
            transferOpen: boolean;
            erased: boolean;
            phoneMasked?: string;
            citizenNumberMasked?: string;
            name: string;
            ageBand?: string;
            addressMasked?: string;
            partyAge?: number;
            entitled: boolean;
            temporaryBranches: {
                branchId: string;
                attachedOn: string;
            }[];
            flags: {
                /** @enum {string} */
                flag: "votingStopped" | "matterNotified" | "transferHold";
                authorityId: string;
                setOn: string;
            }[];
            lastLooks: {
                byPersonId: string;
                at: string;
                fields: string[];
            }[];
        };
        MemberReport: {
            asOf: string;
            members: number;
            withHome: number;
            lagSeconds: number;
        };
        MemberReportRow: {
            personId: string;
            branchId: string;
            since: string;
        };
        MemberRow: {
            personId: string;
            branchId: string;
            /** @enum {string} */
            kind: "full" | "provisional";
            /** @enum {string} */
            state: "provisional" | "full" | "suspended" | "ended";
            joinedOn: string;
            fullFrom?: string;
            flagged: boolean;
            transferOpen: boolean;
            erased: boolean;
            phoneMasked?: string;
            citizenNumberMasked?: string;
        };
        MyDigest: {
            today: components["schemas"]["DigestTimes"];
            later: {
                time: string;
                quietFrom: string;
                quietUntil: string;
                /** Format: date */
                effectiveOn: string;
            }[];
            lagSeconds: number;
        };
        MyLeaderLife: {
            life: {
                year: string;
                attended: number;
                lectures: number;
                attendNeeded: number;
                lecturesNeeded: number;
                met: boolean;
                warned: boolean;
            } | null;
            lagSeconds: number;
        };
        Objection: {
            objectionId: string;
            personId: string;
            /** @enum {string} */
            field: "name" | "citizenNumber" | "birthDate" | "membership" | "branch" | "flag" | "other";
            /** @enum {string} */
            state: "open" | "answered";
            raisedAt: string;
            text?: string;
            /** @enum {string} */
            outcome?: "corrected" | "kept";
            reason?: string;
            answeredAt?: string;
        };
        OrganizationAsOf: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            state: "proposed" | "active" | "refused" | "underReview" | "merging" | "dissolved";
            fromOn: string;
            toOn: string | null;
        };
        OrganizationDirectory: {
            items: {
                organizationId: string;
                name: string;
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                pathNames: string[];
            }[];
        };
        OrganizationFacts: {
            applicable: string[];
            attributes: {
                enterpriseClass: ("listedStateControlled" | "secondLevelOrBelow" | "mixedOwnership") | null;
                partyInCharter: ("none" | "submitted" | "adopted") | null;
                charterAdoptedOn: string | null;
                proceduralRulesOn: string | null;
                headDoublesAsSecretary: boolean | null;
                hasDisciplineCommittee: boolean | null;
                massOrganizations: ("union" | "youthLeague" | "womensFederation")[];
                seatPilot: boolean;
                partTimePilot: boolean | null;
                fromOn: string;
            } | null;
            review: {
                /** @enum {string} */
                outcome: "kept" | "strengthened" | "adjusted";
                reviewedOn: string;
            } | null;
            seats: number;
            seatsDescribed: number;
            staffing: {
                /** @enum {string} */
                duty: "fullTimeWorkers" | "halfTimeCadre" | "partyBuildingDeputy" | "fullTimeLeader";
                staff: number | null;
                inPost: number | null;
                least: number | null;
                most: number | null;
                declaredOn: string | null;
            } | null;
            version: number;
            lagSeconds: number;
        };
        OrganizationHistoryRow: {
            version: number;
            type: string;
            occurredAt: string;
            recordedAt: string;
            actorId: string;
            actorOrganizationId: string | null;
            details: {
                [key: string]: string;
            };
        };
        OrganizationNames: {
            names: {
                organizationId: string;
                name: string;
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
            }[];
        };
        OrganizationPathStep: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
        };
        OrganizationProfile: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
            /** @enum {string} */
            state: "proposed" | "active" | "refused" | "underReview" | "merging" | "dissolved";
            lineParentId: string | null;
            placeParentId: string | null;
            guidingOrgId: string | null;
            placeCode: string | null;
            approvesMembers: boolean;
            secretaryPersonId: string | null;
            fullMembers: number;
            provisionalMembers: number;
            hasChildren: boolean;
            linePathHint?: string;
            placePathHint?: string;
            linePath: components["schemas"]["OrganizationPathStep"][];
            placePath: components["schemas"]["OrganizationPathStep"][];
            posts: components["schemas"]["PostRow"][];
            lineChildren: number;
            placeChildren: number;
            pendingMove: components["schemas"]["PendingMove"] | null;
            approvingOrgId: string | null;
            decideByAt: string | null;
            endsOn: string | null;
            sizeBands: ("SIZE_BELOW_3" | "SIZE_OVER_50" | "SIZE_OVER_100" | "COMMITTEE_DUE")[];
            sizeExceptions: {
                /** @enum {string} */
                band: "SIZE_BELOW_3" | "SIZE_OVER_50" | "SIZE_OVER_100" | "COMMITTEE_DUE";
                /** @enum {string} */
                reason: "membersExpected" | "unitTooSmall" | "restructuring" | "membersScattered" | "other";
                reviewOn: string;
            }[];
            treeVersion: number;
        };
        OrganizationRow: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
            /** @enum {string} */
            state: "proposed" | "active" | "refused" | "underReview" | "merging" | "dissolved";
            lineParentId: string | null;
            placeParentId: string | null;
            guidingOrgId: string | null;
            placeCode: string | null;
            approvesMembers: boolean;
            secretaryPersonId: string | null;
            fullMembers: number;
            provisionalMembers: number;
            hasChildren: boolean;
            linePathHint?: string;
            placePathHint?: string;
        };
        OrganizerReport: {
            /** Format: date */
            asOf: string;
            organizers: number;
            unsent: number;
            untrained: number;
            unreviewed: number;
            lagSeconds: number;
        };
        OrganizerRow: {
            postId: string;
            organizationId: string;
            organizationName: string;
            personId: string;
            fromOn: string;
            sentToId: string | null;
            grade: ("divisionHead" | "deputyDivisionHead" | "sectionHead" | "deputySectionHead" | "other") | null;
            sentOn: string | null;
            trainedOn: string | null;
            reviewedYear: string | null;
            result: ("excellent" | "competent" | "basicallyCompetent" | "notCompetent") | null;
        };
        OversightReport: {
            year: string;
            secretaries: number;
            filed: number;
            unfiled: number;
            auditDue: number;
            auditMissing: number;
            lagSeconds: number;
        };
        OversightRow: {
            postId: string;
            organizationId: string;
            organizationName: string;
            personId: string;
            fromOn: string;
            leftOn: string | null;
            filed: boolean;
            audit: {
                /** @enum {string} */
                occasion: "election" | "leaving";
                /** Format: date */
                on: string;
                /** Format: date */
                fromOn: string;
                /** Format: date */
                untilOn: string;
            } | null;
            warnings: string[];
        };
        OwnAffairs: {
            items: {
                affairId: string;
                organizationId: string;
                /** @enum {string} */
                type: "budget" | "project" | "plan" | "commendation" | "other";
                subject: string;
                publishedOn: string | null;
                untilOn: string | null;
                text: string;
                open: boolean;
                objection: {
                    objectionId: string;
                    text: string;
                    objectedOn: string;
                    answer: string | null;
                } | null;
            }[];
            lagSeconds: number;
        };
        OwnMeetings: {
            items: {
                meetingId: string;
                organizationId: string;
                kinds: ("memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special")[];
                groupId: string | null;
                /** @enum {string} */
                state: "planned" | "notified" | "held" | "minuted" | "confirmed" | "cancelled";
                startsAt: string;
                title: string;
                heldOn: string | null;
                warnings: string[];
                mark: ("present" | "remote" | "leave" | "absent" | "guest") | null;
                lateScannedAt: string | null;
            }[];
            lagSeconds: number;
        };
        OwnRecord: {
            personId: string;
            member?: components["schemas"]["MemberRow"];
            name: string;
            citizenNumberMasked?: string;
            birthDate?: string;
            phone?: string;
            address?: string;
            partyAge?: number;
        };
        OwnRecordExport: {
            record: {
                personId: string;
                member?: components["schemas"]["MemberRow"];
                name: string;
                citizenNumberMasked?: string;
                birthDate?: string;
                phone?: string;
                address?: string;
                partyAge?: number;
                citizenNumber?: string;
            };
            flags: {
                /** @enum {string} */
                flag: "votingStopped" | "matterNotified" | "transferHold";
                authorityId: string;
                setOn: string;
            }[];
            history: components["schemas"]["MemberHistoryEntry"][];
            transfers: components["schemas"]["OwnTransferRow"][];
            looks: components["schemas"]["Look"][];
            objections: components["schemas"]["Objection"][];
        };
        OwnTransferRow: {
            transferId: string;
            personId: string;
            /** @enum {string} */
            kind: "sameCommittee" | "withinCity" | "outOfCity" | "outOfProvince" | "intoCity";
            /** @enum {string} */
            step: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
            fromBranchId?: string;
            fromCommitteeId?: string;
            toCommitteeId?: string;
            toBranchId?: string;
            handsId?: string;
            sinceOn: string;
            dueOn?: string;
            letterNumber?: string;
            validUntil?: string;
            requestedOn: string;
            day: number;
            limitDays?: number;
            overdue: boolean;
            appealed: boolean;
        };
        ParkedKey: {
            subscription: string;
            stream: string;
            type: string;
            error: string;
            parkedAt: string;
            waiting: number;
            discard: {
                /** @enum {string} */
                reasonCode: "notAnEvent" | "withoutObject" | "mendedElsewhere";
                proposedById: string;
                proposedAt: string;
            } | null;
        };
        PartTimeReport: {
            /** Format: date */
            asOf: string;
            communities: number;
            staffed: number;
            lagSeconds: number;
        };
        PartTimeReportRow: {
            organizationId: string;
            organizationName: string;
            partTimeMembers: number;
            warning: "NO_PART_TIME_MEMBER" | null;
        };
        ParticipationRow: {
            organizationId: string;
            name: string;
            meetings: number;
            actions: number;
            lastOn: string;
        };
        PartyGroups: {
            items: {
                groupId: string;
                name: string;
                headId: string | null;
                memberIds: string[];
            }[];
            version: number;
            lagSeconds: number;
        };
        PendingMove: {
            fromParentId: string;
            toParentId: string;
            effectiveOn: string;
            dueAt: string;
            released: boolean;
            accepted: boolean;
        };
        PersonSearch: {
            items: {
                personId: string;
                branchId: string;
                name: string;
            }[];
            more: boolean;
        };
        PostRow: {
            postId: string;
            organizationId: string;
            personId: string;
            /** @enum {string} */
            type: "secretary" | "deputySecretary" | "committeeMember" | "firstSecretary" | "partTimeMember" | "organizer" | "fullTimeWorker" | "halfTimeCadre" | "groupHead";
            portfolioCode: string | null;
            concurrentAs: ("unitHead" | "collectiveAssetsHead" | "seniorManager" | "streetPartyBuildingDeputy")[];
            fromOn: string;
            vacatedOn: string | null;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description Stable API: what the client may branch on */
            code: string;
            detail: string;
            details?: {
                [key: string]: string | number | boolean | string[] | null;
            };
            traceId: string;
            errors?: {
                field: string;
                code: string;
                sentence: string;
            }[];
        };
        QuarterGuide: {
            quarter: string;
            /** Format: date */
            fromOn: string;
            /** Format: date */
            untilOn: string;
            /** Format: date */
            dueOn: string;
            guides: components["schemas"]["TopicGuideRow"][];
            lagSeconds: number;
        };
        QuotaRow: {
            organizationId: string;
            /** @enum {string} */
            kind: "memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special";
            groupId: string | null;
            period: string;
            held: number;
            met: boolean;
            closedOn: string;
        };
        Receipt: {
            id: string;
            stream: string;
            version: number;
            warnings: string[];
        };
        ReceiptRow: {
            directiveId: string;
            organizationId: string;
            name: string;
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            state: "pending" | "delivered" | "opened" | "acknowledged" | "reported" | "reportReturned" | "transferred" | "cancelled";
            openedAt: string | null;
            acknowledgedAt: string | null;
            acknowledgedLate: boolean;
            reportedAt: string | null;
            reportedLate: boolean;
            duty: ("acknowledge" | "report") | null;
            dueAt: string | null;
            overdue: boolean;
            remindedAt: string | null;
        };
        ReconciliationDifference: {
            flow: string;
            key: string;
            source: number;
            target: number;
            sinceOn: string;
        };
        ReconciliationRun: {
            flow: string;
            on: string;
            ranAt: string;
            compared: number;
            differences: number;
        };
        Request: {
            requestId: string;
            submitterId: string;
            submitterName: string;
            topicCode: string;
            /** @enum {string} */
            state: "submitted" | "routed" | "accepted" | "waitingForSubmitter" | "answered" | "reopened" | "confirmed" | "autoClosed" | "withdrawn";
            urgent: boolean;
            holder: components["schemas"]["RequestHolder"] | null;
            holderName: string | null;
            heldSince: string | null;
            duty: ("accept" | "answer") | null;
            dueAt: string | null;
            overdue: boolean;
            clock: {
                /** Format: date-time */
                dueAt: string;
                workdays: number;
                workdaysLeft: number;
                paused: boolean;
            } | null;
            /** Format: date-time */
            submittedAt: string;
            escalations: number;
            reopenings: number;
            version: number;
            text: string | null;
            officerId: string | null;
            coHolders: components["schemas"]["RequestHolder"][];
            informedIds: string[];
            commonSuperiorId: string | null;
            reroutesLeft: number;
            confirmDueAt: string | null;
            plannedOn: string | null;
            overdueAtTop: boolean;
            steps: {
                step: string;
                /** Format: date-time */
                at: string;
                holder: components["schemas"]["RequestHolder"] | null;
                text: string | null;
                answerDueAt: string | null;
            }[];
        };
        RequestHolder: {
            organizationId: string;
            /** @enum {string} */
            office: "partyBuildingOffice" | "organizationDepartment" | "workCommittee" | "funding" | "center" | "operations";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
        };
        RequestRow: {
            requestId: string;
            submitterId: string;
            submitterName: string;
            topicCode: string;
            /** @enum {string} */
            state: "submitted" | "routed" | "accepted" | "waitingForSubmitter" | "answered" | "reopened" | "confirmed" | "autoClosed" | "withdrawn";
            urgent: boolean;
            holder: components["schemas"]["RequestHolder"] | null;
            holderName: string | null;
            heldSince: string | null;
            duty: ("accept" | "answer") | null;
            dueAt: string | null;
            overdue: boolean;
            clock: {
                /** Format: date-time */
                dueAt: string;
                workdays: number;
                workdaysLeft: number;
                paused: boolean;
            } | null;
            /** Format: date-time */
            submittedAt: string;
            escalations: number;
            reopenings: number;
            version: number;
        };
        RequestsOnTime: {
            /** Format: date */
            asOf: string;
            rows: {
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                topicCode: string;
                routed: number;
                answered: number;
                answeredOnTime: number;
                unansweredLate: number;
                reopened: number;
                confirmed: number;
                autoClosed: number;
                escalated: number;
                onTimeShare: number | null;
                reopenedShare: number | null;
                confirmedShare: number | null;
                autoClosedShare: number | null;
                escalatedShare: number | null;
                medianWorkingHours: number | null;
            }[];
            total: {
                routed: number;
                answered: number;
                answeredOnTime: number;
                unansweredLate: number;
                reopened: number;
                confirmed: number;
                autoClosed: number;
                escalated: number;
                onTimeShare: number | null;
                reopenedShare: number | null;
                confirmedShare: number | null;
                autoClosedShare: number | null;
                escalatedShare: number | null;
                medianWorkingHours: number | null;
            };
            lagSeconds: number;
        };
        ReserveCadreRow: {
            personId: string;
            /** @enum {string} */
            state: "listed" | "trained" | "appointed" | "withdrawn";
            attributes: ("backbone" | "young" | "woman")[];
            listedOn: string;
            changedOn: string;
        };
        ReservePostRow: {
            organizationId: string;
            organizationName: string;
            reserves: number;
            trained: number;
            needed: number;
            short: boolean;
        };
        ReserveReport: {
            /** Format: date */
            asOf: string;
            posts: number;
            reserves: number;
            needed: number;
            met: number;
            lagSeconds: number;
        };
        RevealedField: {
            value: string;
            clearForSeconds: number;
            remainingThisHour: number;
        };
        ReviewReport: {
            /** Format: date */
            asOf: string;
            listed: number;
            decided: number;
            levels: {
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                listed: number;
                decided: number;
            }[];
            grounds: {
                /** @enum {string} */
                ground: "sizeBand" | "noMembers" | "noMeeting" | "noRunningTerm" | "placeWithoutOrganization";
                listed: number;
                decided: number;
            }[];
            outcomes: {
                /** @enum {string} */
                outcome: "keep" | "merge" | "split" | "convert" | "dissolve";
                count: number;
            }[];
            lagSeconds: number;
        };
        ReviewReportRow: {
            reviewId: string;
            organizationId: string;
            name: string;
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            reviewerId: string;
            grounds: ("sizeBand" | "noMembers" | "noMeeting" | "noRunningTerm" | "placeWithoutOrganization")[];
            listedOn: string;
            untilOn: string;
            outcome: ("keep" | "merge" | "split" | "convert" | "dissolve") | null;
            reasonCode: ("sound" | "improving" | "tooFewMembers" | "tooManyMembers" | "inactive" | "unitGone" | "duplicated" | "servedByOther") | null;
            decidedOn: string | null;
            followedOn: string | null;
        };
        ReviewRow: {
            reviewId: string;
            organizationId: string;
            /** @enum {string} */
            view: "line" | "place";
            openedOn: string;
            untilOn: string;
            listed: number | null;
            decided: number;
        };
        ScopeClause: {
            subtreeOf?: string;
            /** @enum {string} */
            view?: "line" | "place";
            levels?: ("city" | "district" | "street" | "community" | "base")[];
            kinds?: ("committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee")[];
            sectors?: ("agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other")[];
            managedBy?: string;
            organizationIds?: string[];
        };
        ScopeClauseInput: {
            subtreeOf?: string;
            /** @enum {string} */
            view?: "line" | "place";
            levels?: ("city" | "district" | "street" | "community" | "base")[];
            kinds?: ("committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee")[];
            sectors?: ("agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other")[];
            managedBy?: string;
            organizationIds?: string[];
        };
        SettingRow: {
            key: string;
            /** @enum {string} */
            who: "city" | "district" | "center" | "operator" | "person";
            defaultValue: string;
            value: string;
            min: number | null;
            max: number | null;
            usedBy: string;
            reach: number;
            changes: {
                organizationId: string;
                value: string;
                effectiveOn: string;
                recordedAt: string;
                changedById: string;
                reason: string | null;
            }[];
            version: number;
        };
        StaffingReport: {
            /** Format: date */
            asOf: string;
            duties: {
                /** @enum {string} */
                duty: "fullTimeWorkers" | "halfTimeCadre" | "partyBuildingDeputy" | "fullTimeLeader";
                organizations: number;
                declared: number;
                short: number;
                inPost: number;
                least: number;
                most: number;
            }[];
            lagSeconds: number;
        };
        StaffingReportRow: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            duty: "fullTimeWorkers" | "halfTimeCadre" | "partyBuildingDeputy" | "fullTimeLeader";
            staff: number | null;
            inPost: number | null;
            least: number | null;
            most: number | null;
            declaredOn: string | null;
        };
        StructureReport: {
            /** Format: date */
            asOf: string;
            live: number;
            withOfficer: number;
            kinds: {
                /** @enum {string} */
                kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
                count: number;
            }[];
            levels: {
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                count: number;
            }[];
            sectors: {
                /** @enum {string} */
                sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
                count: number;
            }[];
            banded: number;
            outsideBands: number | null;
            lagSeconds: number;
        };
        StructureReportRow: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
            /** @enum {string} */
            state: "proposed" | "active" | "refused" | "underReview" | "merging" | "dissolved";
            fromOn: string;
        };
        SubjectGrant: {
            grantId: string;
            /** @enum {string} */
            role: "secretary" | "deputySecretary" | "organizationOfficer" | "financeOfficer" | "centerManager" | "authorisedBody" | "member" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator" | "operator";
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            view: "line" | "place";
            fromOn: string;
            untilOn: string | null;
        };
        SubscriptionStatus: {
            name: string;
            /** @enum {string} */
            kind: "projection" | "policy";
            /** @enum {string} */
            state: "running" | "failing" | "paused";
            handled: number;
            lastError: string | null;
            position: number;
            build: number | null;
            building: number | null;
            buildingProgress: number | null;
        };
        TalkRow: {
            talkId: string;
            organizationId: string;
            /** @enum {string} */
            kind: "secretaryCommittee" | "committeeMember" | "memberMember" | "twoWay";
            participantIds: string[];
            branchId: string | null;
            heldOn: string;
        };
        TenureReport: {
            /** Format: date */
            asOf: string;
            secretaries: number;
            reached: number;
            lagSeconds: number;
        };
        TenureRow: {
            organizationId: string;
            organizationName: string;
            personId: string;
            sinceOn: string;
            fullOn: string;
            reachedOn: string | null;
        };
        TermCalendar: {
            months: {
                month: string;
                ending: number;
            }[];
            dueSoon: number;
            overdue: number;
            awaitingFirst: number;
            lagSeconds: number;
        };
        TermReport: {
            /** Format: date */
            from: string;
            /** Format: date */
            asOf: string;
            dueSoon: number;
            overdue: number;
            expired: number;
            onTime: number;
            lagSeconds: number;
        };
        TermReportRow: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            termId: string;
            startsOn: string;
            expiresOn: string;
            electedOn: string | null;
        };
        TermRow: {
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            state: "awaitingFirst" | "running" | "dueSoon" | "overdue" | "electionCalled";
            dueOn: string;
            startsOn: string | null;
            years: number | null;
            fewerSeatsReason: ("noneSuitable" | "candidatesWithdrew" | "fewerNeeded" | "filledLater" | "other") | null;
            shiftedFromOn: string | null;
            shiftRequest: {
                toOn: string;
                reasonCode: string;
                requestedById: string;
            } | null;
            remindedDaysBefore: number | null;
            confirmed: {
                on: string;
                /** @enum {string} */
                means: "letter" | "phone";
            } | null;
            election: components["schemas"]["Election"] | null;
            past: {
                termId: string;
                startsOn: string;
                expiresOn: string;
                endedOn: string;
            }[];
        };
        ThemeDay: {
            days: {
                dayOfMonth: number;
                fromOn: string;
            }[];
        };
        Todo: {
            entries: {
                /** @enum {string} */
                group: "waiting" | "unfinished" | "coming";
                /** @enum {string} */
                action: "acknowledge" | "report" | "accept" | "answer" | "supply" | "confirm" | "followUp" | "decideHolder" | "fillSecretary" | "decideSize" | "decideReview" | "recordAudit" | "inviteLeader" | "takePart" | "elect" | "remindOfElection" | "approveShift" | "approveElection";
                /** @enum {string} */
                subject: "directive" | "request" | "term" | "org" | "review" | "leader";
                id: string;
                title: string | null;
                topicCode: string | null;
                otherOrganizationId: string;
                dueAt: string | null;
                overdue: boolean;
            }[];
            more: boolean;
            lagSeconds: number;
        };
        TopicGuideBranchRow: {
            organizationId: string;
            name: string;
            acknowledgedAt: string | null;
            topicCodes: string[];
        };
        TopicGuideRow: {
            directiveId: string;
            quarter: string;
            issuerId: string;
            supplement: boolean;
            title: string | null;
            topicCodes: string[];
            /** Format: date */
            issuedOn: string;
            late: boolean;
            /** @enum {string} */
            state: "inForce" | "expired" | "withdrawn";
        };
        TopicGuideUse: {
            addressees: number;
            acknowledged: number;
            used: number;
            under: string;
            children: {
                organizationId: string;
                name: string;
                /** @enum {string} */
                level: "city" | "district" | "street" | "community" | "base";
                addressees: number;
                acknowledged: number;
                used: number;
                hasChildren: boolean;
            }[];
            lagSeconds: number;
        };
        TransferCounts: {
            steps: {
                /** @enum {string} */
                step: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
                count: number;
            }[];
            lagSeconds: number;
        };
        TransferDetail: {
            transferId: string;
            personId: string;
            /** @enum {string} */
            kind: "sameCommittee" | "withinCity" | "outOfCity" | "outOfProvince" | "intoCity";
            /** @enum {string} */
            step: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
            fromBranchId?: string;
            fromCommitteeId?: string;
            toCommitteeId?: string;
            toBranchId?: string;
            handsId?: string;
            sinceOn: string;
            dueOn?: string;
            letterNumber?: string;
            validUntil?: string;
            requestedOn: string;
            day: number;
            limitDays?: number;
            overdue: boolean;
            duesPaidTo?: string;
            reissued: number;
            destination?: string;
            appealed: boolean;
            appealReason?: string;
            steps: {
                on: string;
                at: string;
                type: string;
                code?: string;
                organizationId?: string;
            }[];
        };
        TransferListRow: {
            transferId: string;
            personId: string;
            /** @enum {string} */
            kind: "sameCommittee" | "withinCity" | "outOfCity" | "outOfProvince" | "intoCity";
            /** @enum {string} */
            step: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
            fromBranchId?: string;
            fromCommitteeId?: string;
            toCommitteeId?: string;
            toBranchId?: string;
            handsId?: string;
            sinceOn: string;
            dueOn?: string;
            letterNumber?: string;
            validUntil?: string;
            requestedOn: string;
            day: number;
            limitDays?: number;
            overdue: boolean;
        };
        TransferReport: {
            asOf: string;
            steps: {
                /** @enum {string} */
                step: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
                count: number;
            }[];
            open: number;
            overdue: number;
            assigned: number;
            medianDays?: number;
            issued: number;
            expired: number;
            lagSeconds: number;
        };
        TransferReportRow: {
            transferId: string;
            personId: string;
            organizationId: string;
            /** @enum {string} */
            step: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
            requestedOn: string;
            on: string;
            dueOn?: string;
            days?: number;
        };
        TreeChild: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            /** @enum {string} */
            sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
            /** @enum {string} */
            state: "proposed" | "active" | "refused" | "underReview" | "merging" | "dissolved";
            children: number;
        };
        UnitRow: {
            unitId: string;
            organizationId: string;
            organizationName: string;
            name: string;
            /** @enum {string} */
            ledger: "park" | "building" | "market" | "internetFirm" | "industryAssociation" | "otherSocialOrg" | "mixedPark" | "labourDispatch" | "privateHospital" | "privateSchool" | "residentialEstate" | "ownersCommittee" | "shareholdingCompany" | "soe" | "other";
            /** @enum {string} */
            state: "found" | "dueForOrganization" | "covered" | "exempt";
            staff: number;
            fullMembers: number;
            revenueFen: number | null;
            flags: ("nationalTop100" | "unicorn")[];
            figuresOn: string;
            stale: boolean;
            threshold: ("fullMembers" | "nationalTop100" | "unicorn" | "largeFirm") | null;
            ownRequired: boolean;
            dueSinceOn: string | null;
            overdue: boolean;
            orgCoverage: ("own" | "joint" | "regional") | null;
            coveringOrgId: string | null;
            coveringOrgName: string | null;
            workCovered: boolean;
            liaisonId: string | null;
            liaisonUntilOn: string | null;
            exemptUntilOn: string | null;
            exemptionReason: ("fewMembers" | "membersElsewhere" | "closing" | "seasonal" | "other") | null;
            firstSecretaryId: string | null;
            version: number;
        };
        UnmovedMember: {
            personId: string;
            branchId: string;
            survivorId: string;
            effectiveOn: string;
        };
        UnsettledOrganization: {
            organizationId: string;
            name: string;
            /** @enum {string} */
            kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
            /** @enum {string} */
            level: "city" | "district" | "street" | "community" | "base";
            lineParentId: string | null;
            placeParentId: string | null;
            disorders: ("parentGone" | "noPlace" | "noLine")[];
        };
        WorkerReport: {
            /** Format: date */
            asOf: string;
            workers: number;
            lead: number;
            principal: number;
            assistant: number;
            ungraded: number;
            lagSeconds: number;
        };
        WorkerRow: {
            postId: string;
            organizationId: string;
            organizationName: string;
            personId: string;
            fromOn: string;
            grade: number | null;
            class: ("lead" | "principal" | "assistant") | null;
            gradedOn: string | null;
            reviewedOn: string | null;
        };
        YearlyDutyRow: {
            /** @enum {string} */
            kind: "secretaryLecture" | "twoWayTalk";
            organizationId: string;
            secretaryId: string | null;
            branchId: string | null;
            branchSecretaryId: string | null;
            done: number;
            needed: number;
            /** @enum {string} */
            state: "met" | "open" | "missed";
        };
    };
    responses: {
        /** @description Refused or failed */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
        IdempotencyKey: string;
        /** @description The version the caller has seen; another one answers 412. */
        IfMatch: string;
        /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
        After: string;
    };
    requestBodies: never;
    headers: {
        /** @description Version of the stream after the command. */
        ETag: string;
        /** @description Where and when the command was recorded: `stream@version@milliseconds`. */
        "Zhitong-Position": string;
        /** @description What the file is called. */
        "Content-Disposition": string;
        /** @description The positions asked for were not reached: seconds the answer is behind. */
        "Zhitong-Stale": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                personId?: string;
                state?: "open" | "disabled";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    issuer: string;
                    subject: string;
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    disableAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode: "left" | "lost" | "openedInError" | "securityConcern";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAffairs: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                organizationId?: string;
                type?: "budget" | "project" | "plan" | "commendation" | "other";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AffairRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishAffair: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    affairId?: string;
                    /** @enum {string} */
                    type: "budget" | "project" | "plan" | "commendation" | "other";
                    subject: string;
                    text: string;
                    /** Format: date */
                    untilOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordConsultation: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** @enum {string} */
                    type: "budget" | "project" | "plan" | "commendation" | "other";
                    subject: string;
                    /** Format: date */
                    fromOn: string;
                    /** Format: date */
                    untilOn: string;
                    asked: number;
                    opinions: number;
                    adopted: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAffair: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                affairId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AffairView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerAffairObjection: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                affairId: string;
                objectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attachedMembers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttachedMember"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    entitledMembers: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EntitledMember"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    branchLeaders: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BranchLeader"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCampaigns: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openCampaign: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** @enum {string} */
                    kind: "disciplineEducation" | "themeEducation" | "democraticLife";
                    title: string;
                    year?: string;
                    /** Format: date */
                    fromOn?: string;
                    /** Format: date */
                    untilOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    campaignProgress: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                state?: "met" | "open" | "missed";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignBranchRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                        figures: {
                            branches: number;
                            done: number;
                            missed: number;
                        };
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditOfAssessments: {
        parameters: {
            query?: {
                actorId?: string;
                operation?: string;
                result?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditRecord"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyAuditOfAssessments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        verified: number;
                        firstBad: number | null;
                        unsealed: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    figuresOfAssessments: {
        parameters: {
            query: {
                organizationId: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Figure"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    parkedKeysOfAssessments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedKey"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeDiscardOfAssessments: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                    /** @enum {string} */
                    reasonCode: "notAnEvent" | "withoutObject" | "mendedElsewhere";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmDiscardOfAssessments: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redriveKeyOfAssessments: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rebuildProjectionOfAssessments: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                projection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reconciliationOfAssessments: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReconciliationDifference"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                        runs: components["schemas"]["ReconciliationRun"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    subscriptionsOfAssessments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SubscriptionStatus"][];
                        lag: number;
                        stalledMs: number;
                        relayStalledMs: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditOfFunding: {
        parameters: {
            query?: {
                actorId?: string;
                operation?: string;
                result?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditRecord"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyAuditOfFunding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        verified: number;
                        firstBad: number | null;
                        unsealed: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    figuresOfFunding: {
        parameters: {
            query: {
                organizationId: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Figure"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    parkedKeysOfFunding: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedKey"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeDiscardOfFunding: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                    /** @enum {string} */
                    reasonCode: "notAnEvent" | "withoutObject" | "mendedElsewhere";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmDiscardOfFunding: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redriveKeyOfFunding: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rebuildProjectionOfFunding: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                projection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reconciliationOfFunding: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReconciliationDifference"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                        runs: components["schemas"]["ReconciliationRun"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    subscriptionsOfFunding: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SubscriptionStatus"][];
                        lag: number;
                        stalledMs: number;
                        relayStalledMs: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditOfMembers: {
        parameters: {
            query?: {
                actorId?: string;
                operation?: string;
                result?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditRecord"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyAuditOfMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        verified: number;
                        firstBad: number | null;
                        unsealed: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    figuresOfMembers: {
        parameters: {
            query: {
                organizationId: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Figure"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    parkedKeysOfMembers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedKey"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeDiscardOfMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                    /** @enum {string} */
                    reasonCode: "notAnEvent" | "withoutObject" | "mendedElsewhere";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmDiscardOfMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redriveKeyOfMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rebuildProjectionOfMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                projection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reconciliationOfMembers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReconciliationDifference"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                        runs: components["schemas"]["ReconciliationRun"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    subscriptionsOfMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SubscriptionStatus"][];
                        lag: number;
                        stalledMs: number;
                        relayStalledMs: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditOfOrganizations: {
        parameters: {
            query?: {
                actorId?: string;
                operation?: string;
                result?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditRecord"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyAuditOfOrganizations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        verified: number;
                        firstBad: number | null;
                        unsealed: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    figuresOfOrganizations: {
        parameters: {
            query: {
                organizationId: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Figure"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    parkedKeysOfOrganizations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedKey"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeDiscardOfOrganizations: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                    /** @enum {string} */
                    reasonCode: "notAnEvent" | "withoutObject" | "mendedElsewhere";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmDiscardOfOrganizations: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redriveKeyOfOrganizations: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rebuildProjectionOfOrganizations: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                projection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reconciliationOfOrganizations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReconciliationDifference"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                        runs: components["schemas"]["ReconciliationRun"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    subscriptionsOfOrganizations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SubscriptionStatus"][];
                        lag: number;
                        stalledMs: number;
                        relayStalledMs: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    auditOfServiceCenters: {
        parameters: {
            query?: {
                actorId?: string;
                operation?: string;
                result?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditRecord"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    verifyAuditOfServiceCenters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        verified: number;
                        firstBad: number | null;
                        unsealed: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    figuresOfServiceCenters: {
        parameters: {
            query: {
                organizationId: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Figure"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    parkedKeysOfServiceCenters: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParkedKey"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeDiscardOfServiceCenters: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                    /** @enum {string} */
                    reasonCode: "notAnEvent" | "withoutObject" | "mendedElsewhere";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmDiscardOfServiceCenters: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    redriveKeyOfServiceCenters: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subscription: string;
                    stream: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rebuildProjectionOfServiceCenters: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                projection: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reconciliationOfServiceCenters: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReconciliationDifference"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                        runs: components["schemas"]["ReconciliationRun"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    subscriptionsOfServiceCenters: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SubscriptionStatus"][];
                        lag: number;
                        stalledMs: number;
                        relayStalledMs: number | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDirectives: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                state?: "draft" | "issued" | "closed" | "recalled";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DirectiveRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    draftDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    issuerId: string;
                    /** @enum {string} */
                    kind: "notice" | "task" | "topicGuide" | "survey";
                    title: string;
                    text: string;
                    scope: components["schemas"]["DirectiveScopeInput"];
                    /** @default false */
                    urgent?: boolean;
                    /** @default false */
                    forwardingAllowed?: boolean;
                    topicCode?: string;
                    /** Format: date */
                    reportDueOn?: string;
                    guide?: components["schemas"]["GuideDraftInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attenuationMonthly: {
        parameters: {
            query: {
                organizationId: string;
                fromMonth: string;
                months?: number;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttenuationMonthly"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewDirective: {
        parameters: {
            query: {
                issuerId: string;
                scope: string;
                kind?: "notice" | "task" | "topicGuide" | "survey";
                topicCode?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectivePreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDirective: {
        parameters: {
            query: {
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Directive"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acknowledgeDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    amendDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    material: boolean;
                    text: string;
                    /** Format: date */
                    reportDueOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    closeDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discardDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    editDraft: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "notice" | "task" | "topicGuide" | "survey";
                    title: string;
                    text: string;
                    scope: components["schemas"]["DirectiveScopeInput"];
                    /** @default false */
                    urgent?: boolean;
                    /** @default false */
                    forwardingAllowed?: boolean;
                    topicCode?: string;
                    /** Format: date */
                    reportDueOn?: string;
                    guide?: components["schemas"]["GuideDraftInput"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    forwardDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    note?: string;
                    scope?: components["schemas"]["DirectiveScopeInput"];
                    /** Format: date-time */
                    acknowledgeDueAt?: string;
                    /** Format: date */
                    reportDueOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode?: "figuresChanged" | "earlierIncomplete" | "otherPeriod" | "requiredAbove";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    directiveProgress: {
        parameters: {
            query: {
                organizationId: string;
                under?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectiveProgress"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recallDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReceipts: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                level?: "city" | "district" | "street" | "community" | "base";
                state?: "pending" | "delivered" | "opened" | "acknowledged" | "reported" | "reportReturned" | "transferred" | "cancelled";
                overdue?: "true" | "false";
                under?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReceiptRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    remindDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reportDirective: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    report: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    returnReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    reason: string;
                    /** Format: date */
                    reportDueOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listExports: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ExportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestExport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** @enum {string} */
                    list: "organizations" | "units";
                    columns: string[];
                    /** @default [] */
                    filters?: {
                        name: string;
                        value: string;
                    }[];
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listGrants: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                personId?: string;
                organizationId?: string;
                role?: "secretary" | "deputySecretary" | "organizationOfficer" | "financeOfficer" | "centerManager" | "authorisedBody" | "member" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator" | "operator";
                state?: "proposed" | "live" | "revoked" | "ended";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GrantRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @enum {string} */
                    role: "secretary" | "deputySecretary" | "organizationOfficer" | "financeOfficer" | "centerManager" | "authorisedBody" | "member" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator" | "operator";
                    organizationId: string;
                    /**
                     * @default line
                     * @enum {string}
                     */
                    view?: "line" | "place";
                    /** Format: date */
                    fromOn: string;
                    /** Format: date */
                    untilOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    giveGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @enum {string} */
                    role: "secretary" | "deputySecretary" | "organizationOfficer" | "financeOfficer" | "centerManager" | "authorisedBody" | "member" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator" | "operator";
                    organizationId: string;
                    /**
                     * @default line
                     * @enum {string}
                     */
                    view?: "line" | "place";
                    /** Format: date */
                    fromOn: string;
                    /** Format: date */
                    untilOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewGrant: {
        parameters: {
            query: {
                role: "secretary" | "deputySecretary" | "organizationOfficer" | "financeOfficer" | "centerManager" | "authorisedBody" | "member" | "systemAdministrator" | "securityAdministrator" | "auditAdministrator" | "operator";
                organizationId: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        organizations: number;
                        rights: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                grantId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @enum {string} */
                    reasonCode: "postEnded" | "noLongerNeeded" | "wrongGrant" | "securityConcern";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sheet: "organizations" | "units";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listImports: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importFile: {
        parameters: {
            query: {
                sheet: "organizations" | "units";
            };
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    importFindingsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listImportFindings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "wrong" | "known" | "refused";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportFinding"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startImport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    registerIncomingTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    citizenNumber: string;
                    /** Format: date */
                    birthDate: string;
                    phone?: string;
                    address?: string;
                    toCommitteeId: string;
                    /** @enum {string} */
                    kind: "full" | "provisional";
                    /** Format: date */
                    joinedOn: string;
                    /** Format: date */
                    fullFrom?: string;
                    letterNumber: string;
                    /** Format: date */
                    letterIssuedOn: string;
                    /** Format: date */
                    letterValidUntil: string;
                    duesPaidTo?: string;
                    origin: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resolveAccount: {
        parameters: {
            query: {
                issuer: string;
                subject: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                        accountId: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportQuestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                exportId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportQuestion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeExport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                exportId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openImport: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** @enum {string} */
                    sheet: "organizations" | "units";
                    rows: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    takeImportRows: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    page: number;
                    rows: {
                        row: number;
                        cells: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordLogIn: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    organizationId?: string;
                    acr?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLectures: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LectureRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordLecture: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    personId: string;
                    /** Format: date */
                    givenOn: string;
                    meetingId?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    myDigest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyDigest"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setMyDigest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    time: string;
                    quietFrom: string;
                    quietUntil: string;
                    /** Format: date */
                    effectiveOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mySubject: {
        parameters: {
            query?: {
                personId?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        personId: string;
                        grants: components["schemas"]["SubjectGrant"][];
                        grantVersion: number;
                        treeVersion: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    whoLookedAtMe: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Look"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    myObjections: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Objection"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    raiseObjection: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    field: "name" | "citizenNumber" | "birthDate" | "membership" | "branch" | "flag" | "other";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    myRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRecord"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctMyContact: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone?: string;
                    address?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exportMyRecord: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRecordExport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    myTransfers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OwnTransferRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestOwnTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "sameCommittee" | "withinCity" | "outOfCity" | "outOfProvince";
                    toCommitteeId?: string;
                    toBranchId?: string;
                    destination?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    appealOwnTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawOwnTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listQuotas: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                view?: "line" | "place";
                kind: "memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special";
                year: string;
                missed?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuotaRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                organizationId?: string;
                state?: "planned" | "notified" | "held" | "minuted" | "confirmed" | "cancelled";
                from?: string;
                until?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeetingRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    planMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    kinds: ("memberMeeting" | "committeeMeeting" | "groupMeeting" | "lecture" | "themeDay" | "organizationLife" | "democraticLife" | "talk" | "jointMeeting" | "facultyPartyMeeting" | "partyGovernmentJoint" | "partyCommittee" | "special")[];
                    groupId?: string;
                    /** Format: date-time */
                    startsAt: string;
                    title: string;
                    agenda?: string;
                    /** @default [] */
                    topicCodes?: string[];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAttendance: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                mark?: "present" | "remote" | "leave" | "absent" | "guest";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttendanceRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordAttendance: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @enum {string} */
                    mark: "present" | "remote" | "leave" | "absent" | "guest";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctAttendance: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @enum {string} */
                    mark: "present" | "remote" | "leave" | "absent" | "guest";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tagCampaignMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    campaignId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancelMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode: "tooFewPresent" | "noRoom" | "postponed" | "plannedInError" | "other";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    meetingCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingCode"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    holdMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    heldOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordMinutes: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    decisions: string;
                    firstItem?: {
                        done: boolean;
                        topicCode?: string;
                    };
                    topicCodes?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmMinutes: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correctMinutes: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                    decisions: string;
                    firstItem?: {
                        done: boolean;
                        topicCode?: string;
                    };
                    topicCodes?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordMotion: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    type: "admit" | "approveFull" | "extend" | "cancelProvision" | "budget" | "project" | "plan" | "commendation" | "other";
                    /** @default [] */
                    personIds?: string[];
                    subject?: string;
                    affairId?: string;
                    present: number;
                    /** @default 0 */
                    written?: number;
                    yes: number;
                    no: number;
                    abstain: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    notifyMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    memberNames: {
        parameters: {
            query: {
                personIds: string[];
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberNames"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resolvePersonBySearch: {
        parameters: {
            query: {
                text: string;
                limit?: number;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonSearch"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                branchId?: string;
                scope?: string;
                view?: "line" | "place";
                state?: "provisional" | "full" | "suspended" | "ended";
                kind?: "full" | "provisional";
                joinedFrom?: string;
                joinedUntil?: string;
                name?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    registerMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    citizenNumber: string;
                    /** Format: date */
                    birthDate: string;
                    phone?: string;
                    address?: string;
                    /** @enum {string} */
                    source: "initialLoad" | "admission";
                    branchId: string;
                    /** @enum {string} */
                    kind: "full" | "provisional";
                    /** Format: date */
                    joinedOn: string;
                    /** Format: date */
                    fullFrom?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberProfile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attachMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branchId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clearAuthorisedFlag: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    flag: "votingStopped" | "matterNotified" | "transferHold";
                    /** Format: date */
                    clearedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    detachMember: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branchId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endMembership: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    decidedOn: string;
                    reason?: string;
                    /** @enum {string} */
                    kind: "left" | "deemedLeft" | "persuadedOut" | "expelled" | "deceased" | "cancelled";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    memberHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberHistoryEntry"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueCertificate: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    absentFrom: string;
                    /** Format: date */
                    absentUntil: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerObjection: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
                objectionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "corrected" | "kept";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeErasure: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    restoreMembership: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    decidedOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revealField: {
        parameters: {
            query: {
                field: "name" | "phone" | "citizenNumber" | "address" | "birthDate";
                reason: "contactMember" | "verifyIdentity" | "transferPapers" | "other";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedField"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setAuthorisedFlag: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    flag: "votingStopped" | "matterNotified" | "transferHold";
                    /** Format: date */
                    setOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    suspendMembership: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    decidedOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    organizationDirectory: {
        parameters: {
            query: {
                text: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationDirectory"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    organizationNames: {
        parameters: {
            query: {
                organizationIds: string[];
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationNames"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
                level?: "city" | "district" | "street" | "community" | "base";
                sector?: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
                state?: "proposed" | "active" | "refused" | "underReview" | "merging" | "dissolved";
                lineParentId?: string;
                placeParentId?: string;
                scope?: string;
                view?: "line" | "place";
                counted?: "true" | "false";
                underLine?: string;
                inPlace?: string;
                name?: string;
                initials?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    proposeOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
                    /** @enum {string} */
                    level: "city" | "district" | "street" | "community" | "base";
                    /** @enum {string} */
                    sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
                    guidingOrgId?: string;
                    placeCode?: string;
                    lineParentId: string;
                    placeParentId: string;
                    /** @default [] */
                    memberIds?: string[];
                    /** @default [] */
                    units?: {
                        unitId: string;
                        memberIds: string[];
                    }[];
                    /** Format: date */
                    endsOn?: string;
                    /** @enum {string} */
                    reasonCode?: "historic" | "industryManaged" | "samePremises" | "reorganized" | "interim";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    registerOrganizations: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizations: {
                        organizationId: string;
                        name: string;
                        /** @enum {string} */
                        kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
                        /** @enum {string} */
                        level: "city" | "district" | "street" | "community" | "base";
                        /** @enum {string} */
                        sector: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
                        guidingOrgId?: string;
                        placeCode?: string;
                        lineParentId?: string;
                        placeParentId?: string;
                        /** @default false */
                        approvesMembers?: boolean;
                    }[];
                    /** Format: date */
                    effectiveOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationProfile"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    approveOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    organizationTreeAsOf: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                view?: "line" | "place";
                asOf: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationAsOf"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                        path: components["schemas"]["OrganizationAsOf"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attendanceReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                from?: string;
                asOf?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attendanceReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                from?: string;
                asOf?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttendanceReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setOrganizationAttributes: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    enterpriseClass?: "listedStateControlled" | "secondLevelOrBelow" | "mixedOwnership";
                    /** @enum {string} */
                    partyInCharter?: "none" | "submitted" | "adopted";
                    /** Format: date */
                    charterAdoptedOn?: string;
                    /** Format: date */
                    proceduralRulesOn?: string;
                    headDoublesAsSecretary?: boolean;
                    hasDisciplineCommittee?: boolean;
                    /** @default [] */
                    massOrganizations?: ("union" | "youthLeague" | "womensFederation")[];
                    /** @default false */
                    seatPilot?: boolean;
                    partTimePilot?: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listChildren: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TreeChild"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    convertOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
                    /** Format: date */
                    effectiveOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    coverageReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    coverageReportRows: {
        parameters: {
            query: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                figure: "covered" | "due" | "worked" | "live" | "associations" | "led";
                ledger?: "park" | "building" | "market" | "internetFirm" | "industryAssociation" | "otherSocialOrg" | "mixedPark" | "labourDispatch" | "privateHospital" | "privateSchool" | "residentialEstate" | "ownersCommittee" | "shareholdingCompany" | "soe" | "other";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CoverageReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dissolveOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode: "unitClosed" | "membersMoved" | "reorganized" | "temporaryEnded" | "registeredInError";
                    /** Format: date */
                    effectiveOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeApprovesMembers: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approvesMembers: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    grantSizeException: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    band: "SIZE_BELOW_3" | "SIZE_OVER_50" | "SIZE_OVER_100" | "COMMITTEE_DUE";
                    /** @enum {string} */
                    reasonCode: "membersExpected" | "unitTooSmall" | "restructuring" | "membersScattered" | "other";
                    /** Format: date */
                    reviewOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    extendTemporaryBranch: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    endsOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    factReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    factReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                enterpriseClass?: "listedStateControlled" | "secondLevelOrBelow" | "mixedOwnership";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                figure: "streets" | "streetsReviewed" | "enterprises" | "submitted" | "adopted" | "pilots";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FactReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    organizationFacts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationFacts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    partyGroups: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyGroups"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setPartyGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    groupId?: string;
                    name: string;
                    headId: string;
                    memberIds: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dissolvePartyGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                groupId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    linkGuidance: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    guidingOrgId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOrganizationHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizationHistoryRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listInbox: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                box?: "unread" | "toAcknowledge" | "toReport" | "open" | "informed" | "overdueBelow" | "all";
                below?: "true" | "false";
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["InboxRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inboxCounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxCounts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordJointAction: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    partnerIds: string[];
                    /** @enum {string} */
                    kind: "volunteering" | "residentService" | "study" | "activity" | "sharedPremises" | "other";
                    /** Format: date */
                    heldOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    leaderReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    leaderReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                met?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeaderReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    leaderLives: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                view?: "line" | "place";
                year?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeaderLifeRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listLeader: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    delistLeader: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    lineMatrix: {
        parameters: {
            query?: {
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineMatrix"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    meetingQuotas: {
        parameters: {
            query?: {
                view?: "line" | "place";
                year?: string;
                asOf?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingQuotas"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    memberCounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCounts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    memberReport: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    memberReportRows: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MemberReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mergeOrganizations: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sourceIds: string[];
                    /** Format: date */
                    effectiveOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    moveOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toParentId: string;
                    /** Format: date */
                    effectiveOn: string;
                    /** @enum {string} */
                    reasonCode?: "historic" | "industryManaged" | "samePremises" | "reorganized" | "interim";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openObjections: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Objection"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    organizerReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizerReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    organizerReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                figure?: "organizers" | "unsent" | "untrained" | "unreviewed";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OrganizerRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    oversightReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OversightReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    oversightReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                limit?: number;
                cursor?: string;
                figure?: "secretaries" | "filed" | "unfiled" | "auditDue" | "auditMissing";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OversightRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    partTimeReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartTimeReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    partTimeReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                staffed?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PartTimeReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listParticipation: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                direction?: "hosted" | "joined";
                year?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParticipationRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refuseOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    releaseOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    relocateOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toPlaceId: string;
                    /** Format: date */
                    effectiveOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reservePosts: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                short?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReservePostRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reserveReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReserveReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reserveCadres: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReserveCadreRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReserveCadre: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @default false */
                    backbone?: boolean;
                    /** @default false */
                    woman?: boolean;
                    age: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    appointReserveCadre: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    trainReserveCadre: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawReserveCadre: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode: "declined" | "notSuitable" | "leftCommunity" | "other";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reviewReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                reviewId?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reviewReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                reviewId?: string;
                limit?: number;
                cursor?: string;
                level?: "city" | "district" | "street" | "community" | "base";
                ground?: "sizeBand" | "noMembers" | "noMeeting" | "noRunningTerm" | "placeWithoutOrganization";
                outcome?: "keep" | "merge" | "split" | "convert" | "dissolve";
                state?: "decided" | "open";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setSeatAttributes: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    nonHukou: boolean;
                    collegeDiploma: boolean;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    splitOrganization: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    parts: {
                        name: string;
                        /** @enum {string} */
                        kind: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
                        memberIds: string[];
                    }[];
                    /** Format: date */
                    effectiveOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    declareStaffing: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    staff?: number;
                    inPost: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    staffingReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    staffingReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                duty?: "fullTimeWorkers" | "halfTimeCadre" | "partyBuildingDeputy" | "fullTimeLeader";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                figure: "organizations" | "declared" | "short";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StaffingReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    structureReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StructureReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    structureReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                kind?: "committee" | "generalBranch" | "branch" | "jointBranch" | "temporaryBranch" | "workCommittee" | "leadingGroup" | "regionalCommittee" | "industryCommittee" | "jointCommittee";
                level?: "city" | "district" | "street" | "community" | "base";
                sector?: "agency" | "institution" | "soe" | "university" | "school" | "hospital" | "community" | "privateFirm" | "internetFirm" | "socialOrg" | "park" | "building" | "market" | "other";
                withOfficer?: "true" | "false";
                outsideBands?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["StructureReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reviewStreetTeam: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "kept" | "strengthened" | "adjusted";
                    /** Format: date */
                    reviewedOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenureReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenureReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tenureReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                reached?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TenureRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    termCalendar: {
        parameters: {
            query?: {
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermCalendar"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    termCalendarFile: {
        parameters: {
            query?: {
                view?: "line" | "place";
            };
            header?: never;
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    termReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                from?: string;
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    termReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                from?: string;
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                figure: "dueSoon" | "overdue" | "expired" | "onTime";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TermReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    themeDay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThemeDay"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    fixThemeDay: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dayOfMonth: number;
                    /** Format: date */
                    fromOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    todo: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Todo"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    quarterGuide: {
        parameters: {
            query?: {
                quarter?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarterGuide"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transferCounts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferCounts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transferReport: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transferReportRows: {
        parameters: {
            query?: {
                asOf?: string;
                knownAt?: string;
                step?: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                measure: "open" | "overdue" | "assigned" | "issued" | "expired";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TransferReportRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    registerUnit: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    ledger: "park" | "building" | "market" | "internetFirm" | "industryAssociation" | "otherSocialOrg" | "mixedPark" | "labourDispatch" | "privateHospital" | "privateSchool" | "residentialEstate" | "ownersCommittee" | "shareholdingCompany" | "soe" | "other";
                    staff: number;
                    fullMembers: number;
                    revenueFen?: number;
                    /** @default [] */
                    flags?: ("nationalTop100" | "unicorn")[];
                    /** Format: date */
                    figuresOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unmovedMembers: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnmovedMember"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    unsettledOrganizations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnsettledOrganization"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workerReport: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerReport"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    workerReportRows: {
        parameters: {
            query?: {
                view?: "line" | "place";
                asOf?: string;
                knownAt?: string;
                limit?: number;
                cursor?: string;
                figure?: "workers" | "lead" | "principal" | "assistant" | "ungraded";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["WorkerRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ownAffairs: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAffairs"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    objectToAffair: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                affairId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    myLeaderLife: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyLeaderLife"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ownMeetings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnMeetings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signInToMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    signInCode: string;
                    scannedSecondsAgo?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listPosts: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                type?: "secretary" | "deputySecretary" | "committeeMember" | "firstSecretary" | "partTimeMember" | "organizer" | "fullTimeWorker" | "halfTimeCadre" | "groupHead";
                held?: "yes" | "no";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PostRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    fillPost: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    personId: string;
                    /** @enum {string} */
                    type: "secretary" | "deputySecretary" | "committeeMember" | "firstSecretary" | "partTimeMember" | "organizer" | "fullTimeWorker" | "halfTimeCadre" | "groupHead";
                    portfolioCode?: string;
                    /** @default [] */
                    concurrentAs?: ("unitHead" | "collectiveAssetsHead" | "seniorManager" | "streetPartyBuildingDeputy")[];
                    /** Format: date */
                    fromOn: string;
                    /** @enum {string} */
                    reasonCode?: "elected" | "newOrganization" | "headOfUnit" | "nobodyElse" | "other";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordAudit: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** Format: date */
                    auditedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendOrganizer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    reason?: string;
                    sentToId: string;
                    /** @enum {string} */
                    grade: "divisionHead" | "deputyDivisionHead" | "sectionHead" | "deputySectionHead" | "other";
                    /** Format: date */
                    sentOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reviewOrganizer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    reason?: string;
                    year: string;
                    /** @enum {string} */
                    result: "excellent" | "competent" | "basicallyCompetent" | "notCompetent";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    trainOrganizer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    reason?: string;
                    /** Format: date */
                    trainedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    filePersonalMatters: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** Format: date */
                    filedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeSecretary: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** Format: date */
                    removedOn: string;
                    /** @enum {string} */
                    ground: "politicallyUnfit" | "notClean" | "notCapable" | "notPerforming" | "appraisalNotCompetent";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    vacatePost: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** Format: date */
                    vacatedOn: string;
                    /** @enum {string} */
                    cause: "termEnded" | "reassigned" | "resigned" | "removed" | "membershipEnded" | "membershipSuspended" | "organizationDissolved" | "correction";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    placeWorker: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    reason?: string;
                    reviewPassed: boolean;
                    /** Format: date */
                    reviewedOn: string;
                    grade: number;
                    /** Format: date */
                    fromOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    gradeWorker: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                postId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    reason?: string;
                    grade: number;
                    /** Format: date */
                    fromOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRequests: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                role?: "submitter" | "holder" | "informed";
                state?: "submitted" | "routed" | "accepted" | "waitingForSubmitter" | "answered" | "reopened" | "confirmed" | "autoClosed" | "withdrawn";
                overdue?: "true" | "false";
                below?: "true" | "false";
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RequestRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    submitRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    topicCode: string;
                    text: string;
                    /** @default false */
                    urgent?: boolean;
                    /** @enum {string} */
                    level?: "city" | "district" | "street" | "community" | "base";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestsBehind: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                figure: "routed" | "answered" | "answeredOnTime" | "unansweredLate" | "reopened" | "confirmed" | "autoClosed" | "escalated";
                level: "city" | "district" | "street" | "community" | "base";
                topicCode: string;
                asOf?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RequestRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestsOnTime: {
        parameters: {
            query: {
                organizationId: string;
                asOf?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestsOnTime"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestTopics: {
        parameters: {
            query: {
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        topics: {
                            topicCode: string;
                            /** @enum {string} */
                            office: "partyBuildingOffice" | "organizationDepartment" | "workCommittee" | "funding" | "center" | "operations";
                            /** @enum {string} */
                            view: "line" | "place";
                            /** @enum {string} */
                            minLevel: "city" | "district" | "street" | "community" | "base";
                            /** @enum {string} */
                            maxLevel: "city" | "district" | "street" | "community" | "base";
                            answerWorkdays?: number;
                            holder: components["schemas"]["RequestHolder"];
                            gap: boolean;
                        }[];
                        excluded: string[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRequest: {
        parameters: {
            query: {
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    officerId?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    answerRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    answer: "done" | "planned" | "refused";
                    text: string;
                    /** Format: date */
                    plannedOn?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    decideRequestHolder: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toOrganizationId: string;
                    /** @enum {string} */
                    office?: "partyBuildingOffice" | "organizationDepartment" | "workCommittee" | "funding" | "center" | "operations";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    pauseRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reopenRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rerouteRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    toOrganizationId?: string;
                    /** @enum {string} */
                    office?: "partyBuildingOffice" | "organizationDepartment" | "workCommittee" | "funding" | "center" | "operations";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    resumeRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                requestId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listReviews: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /**
                     * @default line
                     * @enum {string}
                     */
                    view?: "line" | "place";
                    /** Format: date */
                    untilOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    decideReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                reviewId: string;
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "keep" | "merge" | "split" | "convert" | "dissolve";
                    /** @enum {string} */
                    reasonCode: "sound" | "improving" | "tooFewMembers" | "tooManyMembers" | "inactive" | "unitGone" | "duplicated" | "servedByOther";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listSettings: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                organizationId?: string;
                on?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SettingRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeSetting: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    value: string;
                    /** Format: date */
                    effectiveOn: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTalks: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TalkRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordTalk: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    organizationId: string;
                    /** @enum {string} */
                    kind: "secretaryCommittee" | "committeeMember" | "memberMember" | "twoWay";
                    personId: string;
                    otherId: string;
                    branchId?: string;
                    /** Format: date */
                    heldOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTerms: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                organizationId?: string;
                view?: "line" | "place";
                state?: "awaitingFirst" | "running" | "dueSoon" | "overdue" | "electionCalled";
                dueFrom?: string;
                dueUntil?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TermRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTerm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    enterTerm: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    startsOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    approveTermShift: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmTermReminder: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    means: "letter" | "phone";
                    /** Format: date */
                    confirmedOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    callElection: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    ballotOn: string;
                    /**
                     * @default members
                     * @enum {string}
                     */
                    form?: "members" | "delegates";
                    /** @default false */
                    scattered?: boolean;
                    seats: number;
                    deputies: number;
                    candidateIds: string[];
                    /** @enum {string} */
                    reasonCode?: "manyMembers" | "manyUnits" | "widespread" | "other";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    approveElection: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                electionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode?: "noneSuitable" | "candidatesWithdrew" | "fewerNeeded" | "filledLater" | "other";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    recordElectionResult: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                electionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ballot: {
                        /** Format: date */
                        ballotOn: string;
                        entitled: number;
                        present: number;
                        issued: number;
                        returned: number;
                        votes: {
                            personId: string;
                            yes: number;
                        }[];
                    };
                    secretaryId?: string;
                    /** @default [] */
                    deputyIds?: string[];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    orderRunoff: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
                electionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ballot: {
                        /** Format: date */
                        ballotOn: string;
                        entitled: number;
                        present: number;
                        issued: number;
                        returned: number;
                        votes: {
                            personId: string;
                            yes: number;
                        }[];
                    };
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestTermShift: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                organizationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    toOn: string;
                    /** @enum {string} */
                    reasonCode: "manyAway" | "restructuring" | "unitChanged" | "other";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTopicGuides: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TopicGuideRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    topicGuideBranches: {
        parameters: {
            query: {
                organizationId: string;
                under?: string;
                limit?: number;
                cursor?: string;
                used?: "true" | "false";
                acknowledged?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TopicGuideBranchRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    topicGuideUse: {
        parameters: {
            query: {
                organizationId: string;
                under?: string;
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                directiveId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicGuideUse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestTransfersInBatch: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personIds: string[];
                    /** @enum {string} */
                    kind: "sameCommittee" | "withinCity" | "outOfCity" | "outOfProvince";
                    toCommitteeId?: string;
                    toBranchId?: string;
                    destination?: string;
                    duesPaidTo?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listTransfers: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                side?: "sender" | "receiver" | "hands";
                step?: "requested" | "senderApproved" | "letterIssued" | "accepted" | "returned" | "expired" | "appealed" | "assigned" | "refused" | "withdrawn" | "lapsed" | "ended";
                lateness?: "all" | "overdue";
                below?: "true" | "false";
                view?: "line" | "place";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TransferListRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                    /** @enum {string} */
                    kind: "sameCommittee" | "withinCity" | "outOfCity" | "outOfProvince";
                    toCommitteeId?: string;
                    toBranchId?: string;
                    destination?: string;
                    duesPaidTo?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    acceptTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    approveTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    letterDays?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assignTransferBranch: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branchId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmArrival: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmTransferByBranch: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    duesPaidTo: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    decideTransferAppeal: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "upheld" | "overruled";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueLetter: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    letterDays?: number;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    linkExternalReceipt: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    receiptNumber?: string;
                    recordNumber?: string;
                    /** Format: date */
                    acceptedOn: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    refuseTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cause?: "openCase" | "wrongReceiver" | "papersMissing" | "staysInUnit" | "other";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reissueLetter: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    letterDays?: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    returnTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cause?: "wrongUnit" | "fileCheck" | "notHere" | "other";
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    withdrawTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                transferId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                organizationId?: string;
                view?: "line" | "place";
                ledger?: "park" | "building" | "market" | "internetFirm" | "industryAssociation" | "otherSocialOrg" | "mixedPark" | "labourDispatch" | "privateHospital" | "privateSchool" | "residentialEstate" | "ownersCommittee" | "shareholdingCompany" | "soe" | "other";
                state?: "found" | "dueForOrganization" | "covered" | "exempt";
                overdue?: "true" | "false";
                withoutWork?: "true" | "false";
                withoutLeader?: "true" | "false";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnitRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitRow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    coverUnit: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    coveringOrgId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    exemptUnit: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reasonCode: "fewMembers" | "membersElsewhere" | "closing" | "seasonal" | "other";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendFirstSecretary: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setWorkCoverage: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    liaisonId: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reportCoverageLost: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cause: "membersLeft" | "unitChanged" | "organizationMoved";
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    updateUnit: {
        parameters: {
            query?: never;
            header: {
                /** @description Made once per intention and kept over retries: a repetition answers with the first receipt. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The version the caller has seen; another one answers 412. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path: {
                unitId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    ledger: "park" | "building" | "market" | "internetFirm" | "industryAssociation" | "otherSocialOrg" | "mixedPark" | "labourDispatch" | "privateHospital" | "privateSchool" | "residentialEstate" | "ownersCommittee" | "shareholdingCompany" | "soe" | "other";
                    staff: number;
                    fullMembers: number;
                    revenueFen?: number;
                    /** @default [] */
                    flags?: ("nationalTop100" | "unicorn")[];
                    /** Format: date */
                    figuresOn: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Zhitong-Position": components["headers"]["Zhitong-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listYearlyDuties: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                organizationId: string;
                view?: "line" | "place";
                year?: string;
                kind?: "secretaryLecture" | "twoWayTalk";
                state?: "met" | "open" | "missed";
            };
            header?: {
                /** @description Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them. */
                "Zhitong-After"?: components["parameters"]["After"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Zhitong-Stale": components["headers"]["Zhitong-Stale"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["YearlyDutyRow"][];
                        next?: string;
                        total: number;
                        totalMore: boolean;
                        lagSeconds: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
