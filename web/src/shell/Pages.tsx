import { Navigate, Route, Routes } from 'react-router';
import { NotFound } from './NotFound.tsx';
import { page } from './page.ts';
import { useSession } from './session.tsx';

const Home = page(['home', 'members'], () => import('../pages/home/HomePage.tsx'));
const Directives = page(['directives', 'orgs'], () => import('../pages/directives/DirectivesPage.tsx'));
const NewDirective = page(['directives', 'guides'], () => import('../pages/directives/NewDirectivePage.tsx'));
const Directive = page(['directives', 'guides'], () => import('../pages/directives/DirectivePage.tsx'));
const Guides = page(['guides'], () => import('../pages/guides/GuidesPage.tsx'));
const Guide = page(['guides'], () => import('../pages/guides/GuidePage.tsx'));
const Requests = page(['directives', 'orgs', 'requests'], () => import('../pages/requests/RequestsPage.tsx'));
const NewRequest = page(['requests'], () => import('../pages/requests/NewRequestPage.tsx'));
const Request = page(['directives', 'requests'], () => import('../pages/requests/RequestPage.tsx'));
const Organizations = page(['directives', 'orgProfile', 'orgs'], () => import('../pages/organizations/OrganizationsPage.tsx'));
const NewOrganization = page(['orgs'], () => import('../pages/organizations/NewOrganizationPage.tsx'));
const Organization = page(['facts', 'orgProfile', 'orgs'], () => import('../pages/organizations/OrganizationPage.tsx'));
const Terms = page(['terms'], () => import('../pages/terms/TermsPage.tsx'));
const Term = page(['terms'], () => import('../pages/terms/TermPage.tsx'));
const Meetings = page(['guides', 'meetings'], () => import('../pages/meetings/MeetingsPage.tsx'));
const Meeting = page(['guides', 'meetings'], () => import('../pages/meetings/MeetingPage.tsx'));
const Live = page(['meetings'], () => import('../pages/meetings/LivePage.tsx'));
const SignIn = page(['meetings'], () => import('../pages/meetings/SignInPage.tsx'));
const Affairs = page(['affairs'], () => import('../pages/affairs/AffairsPage.tsx'));
const Affair = page(['affairs'], () => import('../pages/affairs/AffairPage.tsx'));
const Notices = page(['affairs'], () => import('../pages/affairs/NoticesPage.tsx'));
const Quota = page(['meetings'], () => import('../pages/meetings/QuotaPage.tsx'));
const Attendance = page(['meetings'], () => import('../pages/meetings/AttendancePage.tsx'));
const Duties = page(['duties'], () => import('../pages/duties/DutiesPage.tsx'));
const DutyRecords = page(['duties'], () => import('../pages/duties/RecordsPage.tsx'));
const Campaigns = page(['campaigns'], () => import('../pages/campaigns/CampaignsPage.tsx'));
const Campaign = page(['campaigns'], () => import('../pages/campaigns/CampaignPage.tsx'));
const Leaders = page(['leaders'], () => import('../pages/leaders/LeadersPage.tsx'));
const Coverage = page(['ledger'], () => import('../pages/ledger/CoveragePage.tsx'));
const Unit = page(['ledger'], () => import('../pages/ledger/UnitPage.tsx'));
const FactsOf = page(['facts', 'orgs'], () => import('../pages/facts/FactsPage.tsx'));
const Lines = page(['directives', 'lines'], () => import('../pages/lines/LinesPage.tsx'));
const Reviews = page(['reviews'], () => import('../pages/reviews/ReviewsPage.tsx'));
const Review = page(['reviews'], () => import('../pages/reviews/ReviewPage.tsx'));
const Reserves = page(['reserves'], () => import('../pages/reserves/ReservesPage.tsx'));
const ReservesOf = page(['reserves'], () => import('../pages/reserves/ReservesOfPage.tsx'));
const Exports = page(['exports'], () => import('../pages/exports/ExportsPage.tsx'));
const Imports = page(['imports'], () => import('../pages/imports/ImportsPage.tsx'));
const Import = page(['imports'], () => import('../pages/imports/ImportPage.tsx'));
/** Of the header: comes with the first import. */
export const JobTray = page(['imports'], () => import('../pages/imports/ImportsPage.tsx').then(({ JobTray: tray }) => ({ default: tray })));
const Members = page(['members'], () => import('../pages/members/MembersPage.tsx'));
const Member = page(['admin', 'members', 'orgProfile'], () => import('../pages/members/MemberPage.tsx'));
/** Of the page of a member. */
export const OwnTransfers = page(['transfers'], () => import('../pages/home/OwnTransfers.tsx'));
const Transfers = page(['orgs', 'transfers'], () => import('../pages/transfers/TransfersPage.tsx'));
const NewTransfer = page(['transfers'], () => import('../pages/transfers/NewTransferPage.tsx'));
const Transfer = page(['transfers'], () => import('../pages/transfers/TransferPage.tsx'));
const TransferBatch = page(['members', 'transfers'], () => import('../pages/transfers/TransferBatchPage.tsx'));
const Letter = page(['transfers'], () => import('../pages/transfers/LetterPage.tsx'));
const Cockpit = page(['cockpit', 'directives'], () => import('../pages/cockpit/CockpitPage.tsx'));
const PastList = page(['cockpit', 'members', 'orgProfile', 'orgs', 'transfers'], () => import('../pages/cockpit/PastListPage.tsx'));
const Users = page(['admin'], () => import('../pages/admin/UsersPage.tsx'));
const Grants = page(['admin'], () => import('../pages/admin/GrantsPage.tsx'));
const Settings = page(['settings'], () => import('../pages/admin/SettingsPage.tsx'));
const Audit = page(['admin'], () => import('../pages/admin/AuditPage.tsx'));
const Projections = page(['ops'], () => import('../pages/ops/ProjectionsPage.tsx'));

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
          <Route path="orgs/lines" element={<Lines />} />
          <Route path="terms" element={<Terms />} />
          <Route path="terms/:organizationId" element={<Term />} />
          <Route path="facts" element={<FactsOf />} />
          <Route path="reviews" element={<Reviews />} />
          <Route path="reviews/:reviewId" element={<Review />} />
          <Route path="reserves" element={<Reserves />} />
          <Route path="reserves/:organizationId" element={<ReservesOf />} />
          {can('post.change') ? <Route path="leaders" element={<Leaders />} /> : null}
          <Route path="coverage" element={<Coverage />} />
          <Route path="coverage/:unitId" element={<Unit />} />
          <Route path="exports" element={<Exports />} />
          {can('organization.propose') ? (
            <>
              <Route path="orgs/new" element={<NewOrganization />} />
              <Route path="imports" element={<Imports />} />
              <Route path="imports/:importId" element={<Import />} />
            </>
          ) : null}
          <Route path="orgs/:organizationId" element={<Organization />} />
        </>
      ) : null}
      {can('directive.read') ? <Route path="directives" element={<Directives />} /> : null}
      {can('directive.issue') ? <Route path="directives/new" element={<NewDirective />} /> : null}
      {can('directive.read') ? (
        <>
          <Route path="directives/:directiveId" element={<Directive />} />
          <Route path="guides" element={<Guides />} />
          <Route path="guides/:guideId" element={<Guide />} />
        </>
      ) : null}
      {can('request.read') ? <Route path="requests" element={<Requests />} /> : null}
      {can('request.submit') ? <Route path="requests/new" element={<NewRequest />} /> : null}
      {can('request.read') ? <Route path="requests/:requestId" element={<Request />} /> : null}
      {can('meeting.read') ? (
        <>
          <Route path="meetings" element={<Meetings />} />
          <Route path="meetings/:meetingId" element={<Meeting />} />
          <Route path="meetings/:meetingId/live" element={<Live />} />
          <Route path="quota" element={<Quota />} />
          <Route path="attendance" element={<Attendance />} />
          <Route path="affairs" element={<Affairs />} />
          <Route path="affairs/:affairId" element={<Affair />} />
          <Route path="campaigns" element={<Campaigns />} />
          <Route path="campaigns/:campaignId" element={<Campaign />} />
          <Route path="duties" element={<Duties />} />
          <Route path="duties/records" element={<DutyRecords />} />
        </>
      ) : null}
      {can('own.act') ? (
        <>
          <Route path="sign-in" element={<SignIn />} />
          <Route path="notices" element={<Notices />} />
        </>
      ) : null}
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
      {can('setting.change') ? <Route path="admin/settings" element={<Settings />} /> : null}
      {can('audit.read') ? <Route path="admin/audit" element={<Audit />} /> : null}
      {can('operations.read') ? <Route path="ops/projections" element={<Projections />} /> : null}
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
