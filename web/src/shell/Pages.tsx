import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { NotFound } from './NotFound.tsx';
import { useSession } from './session.tsx';

const Home = lazy(() => import('../pages/home/HomePage.tsx'));
const Directives = lazy(() => import('../pages/directives/DirectivesPage.tsx'));
const NewDirective = lazy(() => import('../pages/directives/NewDirectivePage.tsx'));
const Directive = lazy(() => import('../pages/directives/DirectivePage.tsx'));
const Requests = lazy(() => import('../pages/requests/RequestsPage.tsx'));
const NewRequest = lazy(() => import('../pages/requests/NewRequestPage.tsx'));
const Request = lazy(() => import('../pages/requests/RequestPage.tsx'));
const Organizations = lazy(() => import('../pages/organizations/OrganizationsPage.tsx'));
const NewOrganization = lazy(() => import('../pages/organizations/NewOrganizationPage.tsx'));
const Organization = lazy(() => import('../pages/organizations/OrganizationPage.tsx'));
const Terms = lazy(() => import('../pages/terms/TermsPage.tsx'));
const Term = lazy(() => import('../pages/terms/TermPage.tsx'));
const Members = lazy(() => import('../pages/members/MembersPage.tsx'));
const Member = lazy(() => import('../pages/members/MemberPage.tsx'));
const Transfers = lazy(() => import('../pages/transfers/TransfersPage.tsx'));
const NewTransfer = lazy(() => import('../pages/transfers/NewTransferPage.tsx'));
const Transfer = lazy(() => import('../pages/transfers/TransferPage.tsx'));
const TransferBatch = lazy(() => import('../pages/transfers/TransferBatchPage.tsx'));
const Letter = lazy(() => import('../pages/transfers/LetterPage.tsx'));
const Cockpit = lazy(() => import('../pages/cockpit/CockpitPage.tsx'));
const PastList = lazy(() => import('../pages/cockpit/PastListPage.tsx'));
const Users = lazy(() => import('../pages/admin/UsersPage.tsx'));
const Grants = lazy(() => import('../pages/admin/GrantsPage.tsx'));
const Audit = lazy(() => import('../pages/admin/AuditPage.tsx'));
const Projections = lazy(() => import('../pages/ops/ProjectionsPage.tsx'));

/** A page that the acting post may not use does not exist for it. */
export function Pages() {
  const { can, grant } = useSession();
  return (
    <Routes>
      <Route index element={<Navigate to="/home" replace />} />
      <Route path="home" element={<Home />} />
      {can('organization.read') ? (
        <>
          <Route path="cockpit" element={<Navigate to={`/cockpit/${grant.organizationId}`} replace />} />
          <Route path="cockpit/:organizationId" element={<Cockpit />} />
          <Route path="cockpit/:organizationId/list" element={<PastList />} />
          <Route path="orgs" element={<Organizations />} />
          <Route path="terms" element={<Terms />} />
          <Route path="terms/:organizationId" element={<Term />} />
          {can('organization.propose') ? <Route path="orgs/new" element={<NewOrganization />} /> : null}
          <Route path="orgs/:organizationId" element={<Organization />} />
        </>
      ) : null}
      {can('directive.read') ? <Route path="directives" element={<Directives />} /> : null}
      {can('directive.issue') ? <Route path="directives/new" element={<NewDirective />} /> : null}
      {can('directive.read') ? <Route path="directives/:directiveId" element={<Directive />} /> : null}
      {can('request.read') ? <Route path="requests" element={<Requests />} /> : null}
      {can('request.submit') ? <Route path="requests/new" element={<NewRequest />} /> : null}
      {can('request.read') ? <Route path="requests/:requestId" element={<Request />} /> : null}
      {can('member.read') ? (
        <>
          <Route path="members" element={<Members />} />
          <Route path="members/:personId" element={<Member />} />
          <Route path="transfers" element={<Transfers />} />
          <Route path="transfers/new" element={<NewTransfer />} />
          <Route path="transfers/batch" element={<TransferBatch />} />
          <Route path="transfers/:transferId" element={<Transfer />} />
          <Route path="transfers/:transferId/letter" element={<Letter />} />
        </>
      ) : null}
      {can('account.change') ? <Route path="admin/users" element={<Users />} /> : null}
      {can('grant.read') ? <Route path="admin/grants" element={<Grants />} /> : null}
      {can('audit.read') ? <Route path="admin/audit" element={<Audit />} /> : null}
      {can('operations.read') ? <Route path="ops/projections" element={<Projections />} /> : null}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
