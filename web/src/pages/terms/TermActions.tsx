import { electionForms, fewerSeatsReasons, moreSeatsReasons, reminderMeans, shiftReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import { today } from '../../ui/formats.ts';
import type { FormValues } from '../../ui/forms/values.ts';
import { useSentence } from '../../ui/words.ts';
import { changes } from './changes.ts';
import type { Election, Term } from './TermPage.tsx';

const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>, primary = false) => <CommandButton primary={primary} act={{ ...act, changes }} />;

/** What the acting organization may do next: the one above calls and approves, the organization itself asks and counts. */
export function TermActions({ term }: { term: Term }) {
  const { can, grant } = useSession();
  const above = can('organization.approve') && grant.organizationId !== term.organizationId;
  const own = can('post.change');
  const { election, state } = term;
  return (
    <>
      {above ? <Above term={term} /> : null}
      {own && election === null && state !== 'awaitingFirst' && term.shiftedFromOn === null ? <Shift organizationId={term.organizationId} /> : null}
      {own && election !== null && election.openSeats > 0 ? <Counting term={term} election={election} /> : null}
    </>
  );
}

function Above({ term }: { term: Term }) {
  const { t } = useTranslation();
  const options = useReasons();
  const { session } = useSession();
  const { organizationId, election, shiftRequest, state, confirmed, shiftedFromOn } = term;
  return (
    <>
      {state === 'dueSoon' && confirmed === null
        ? button({
            command: 'confirmTermReminder',
            label: t('terms.act.confirm'),
            initial: { confirmedOn: today() },
            fields: [
              { name: 'means', kind: 'code', set: 'reminderMeans', codes: reminderMeans.values, label: t('terms.means'), required: true },
              { name: 'confirmedOn', kind: 'date', label: t('terms.confirmed'), required: true },
            ],
            input: (values) => ({ organizationId, means: values.code(reminderMeans, 'means'), confirmedOn: values.text('confirmedOn') }),
          })
        : null}
      {shiftRequest === null ? null : button({ command: 'approveTermShift', label: t('terms.act.approveShift'), input: () => ({ organizationId }) })}
      {election === null && (state !== 'running' || shiftedFromOn !== null) ? <Call organizationId={organizationId} /> : null}
      {election !== null && election.round > 0 && election.tiedIds.length === 0 && election.recordedById !== session.personId
        ? button(
            {
              command: 'approveElection',
              label: t('terms.act.approve'),
              consequences: t('terms.approveHint'),
              fields:
                election.openSeats === 0
                  ? []
                  : [
                      {
                        name: 'reasonCode',
                        kind: 'choice',
                        options: options('fewerReasons', fewerSeatsReasons.values),
                        label: t('terms.fewerReason'),
                        required: true,
                      },
                    ],
              input: (values) => ({ organizationId, electionId: election.electionId, reasonCode: values.optionalCode(fewerSeatsReasons, 'reasonCode') }),
            },
            true,
          )
        : null}
    </>
  );
}

function Shift({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const options = useReasons();
  return button({
    command: 'requestTermShift',
    label: t('terms.act.shift'),
    consequences: t('terms.shiftHint'),
    fields: [
      { name: 'toOn', kind: 'date', label: t('terms.toOn'), required: true },
      { name: 'reasonCode', kind: 'choice', options: options('shiftReasons', shiftReasons.values), label: t('terms.reason'), required: true },
    ],
    input: (values) => ({ organizationId, toOn: values.text('toOn'), reasonCode: values.code(shiftReasons, 'reasonCode') }),
  });
}

function Call({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const options = useReasons();
  return button(
    {
      command: 'callElection',
      label: t('terms.act.call'),
      consequences: t('terms.seatsHint'),
      initial: { form: 'members', seats: '3', deputies: '1' },
      fields: [
        { name: 'ballotOn', kind: 'date', label: t('terms.ballotOn'), required: true },
        { name: 'form', kind: 'code', set: 'electionForm', codes: electionForms.values, label: t('terms.form'), required: true },
        { name: 'seats', kind: 'number', label: t('terms.seats'), required: true },
        { name: 'deputies', kind: 'number', label: t('terms.deputySeats'), required: true },
        { name: 'candidateIds', kind: 'people', label: t('terms.candidates'), required: true, hint: t('terms.candidatesHint') },
        { name: 'reasonCode', kind: 'choice', options: options('moreReasons', moreSeatsReasons.values), label: t('terms.moreReason') },
      ],
      input: (values) => ({
        organizationId,
        ballotOn: values.text('ballotOn'),
        form: values.code(electionForms, 'form'),
        scattered: false,
        seats: values.count('seats'),
        deputies: values.count('deputies'),
        candidateIds: values.list('candidateIds'),
        reasonCode: values.optionalCode(moreSeatsReasons, 'reasonCode'),
      }),
    },
    true,
  );
}

const totals = ['entitled', 'present', 'issued', 'returned'] as const;
const votesFor = (personId: string) => `yes.${personId}`;

/** Totals of a ballot, a figure for each candidate; equal votes at the cut are refused, and kept by ordering the runoff. */
function Counting({ term: { organizationId }, election }: { term: Term; election: Election }) {
  const { t } = useTranslation();
  const standing = election.tiedIds.length > 0 ? election.tiedIds : election.candidateIds.filter((id) => !election.electedIds.includes(id));
  const name = usePersonNames([...standing, ...election.electedIds]);
  const people = [...election.electedIds, ...standing].map((value) => ({ value, label: name(value) ?? '…' }));
  const figures: readonly FieldSpec[] = [
    { name: 'ballotOn', kind: 'date', label: t('terms.ballotOn'), required: true },
    ...totals.map((total) => ({ name: total, kind: 'number', label: t(`terms.ballot.${total}`), required: true }) as const),
    ...standing.map((id) => ({ name: votesFor(id), kind: 'number', label: t('terms.ballot.yes', { name: name(id) ?? '…' }), required: true }) as const),
  ];
  const ballot = (values: FormValues) => ({
    ballotOn: values.text('ballotOn'),
    entitled: values.count('entitled'),
    present: values.count('present'),
    issued: values.count('issued'),
    returned: values.count('returned'),
    votes: standing.map((personId) => ({ personId, yes: values.count(votesFor(personId)) })),
  });
  const initial = { ballotOn: election.ballotOn };
  const { electionId } = election;
  return (
    <>
      {button(
        {
          command: 'recordElectionResult',
          label: t('terms.act.record'),
          consequences: t('terms.ballot.hint'),
          initial,
          fields: [
            ...figures,
            { name: 'secretaryId', kind: 'choice', options: people, label: t('terms.secretary') },
            { name: 'deputyIds', kind: 'choice', many: true, options: people, label: t('terms.deputies') },
          ],
          input: (values) => ({
            organizationId,
            electionId,
            ballot: ballot(values),
            secretaryId: values.optional('secretaryId'),
            deputyIds: values.list('deputyIds'),
          }),
        },
        true,
      )}
      {button({
        command: 'orderRunoff',
        label: t('terms.act.runoff'),
        initial,
        fields: figures,
        input: (values) => ({ organizationId, electionId, ballot: ballot(values) }),
      })}
    </>
  );
}

/** Reasons of a list as the options of a field. */
function useReasons(): (
  list: 'fewerReasons' | 'moreReasons' | 'shiftReasons',
  codes: readonly string[],
) => readonly { readonly value: string; readonly label: string }[] {
  const sentence = useSentence();
  return (list, codes) => codes.map((value) => ({ value, label: sentence(`terms.${list}`, value) }));
}
