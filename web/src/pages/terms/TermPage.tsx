import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { Deadline } from '../../ui/Deadline.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { number, plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, useWord, Word } from '../../ui/StateTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { useSentence } from '../../ui/words.ts';
import { TermActions } from './TermActions.tsx';
import { comma } from '../../i18n/comma.ts';

export type Term = Output<'getTerm'>;
export type Election = NonNullable<Term['election']>;

/** The term of one organization, its election, and the terms before. */
export default function TermPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { organizationId = '' } = useParams();
  const query = useRead('getTerm', { organizationId });
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={query.data?.organizationName ?? t('terms.title')}
      path={[{ label: t('terms.title'), to: address('/terms') }]}
      actions={query.data === undefined ? null : <TermActions term={query.data} />}
    >
      <Watermark />
      <Loading of={query} lines={8}>
        {(term) => (
          <div className="stack">
            <Running term={term} />
            {term.election === null ? null : <ElectionPanel election={term.election} />}
            {term.past.length === 0 ? null : <Past term={term} />}
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Running({ term }: { term: Term }) {
  const { t } = useTranslation();
  const word = useWord();
  const sentence = useSentence();
  const { state, startsOn, dueOn, years, fewerSeatsReason, shiftedFromOn, shiftRequest, remindedDaysBefore, confirmed } = term;
  return (
    <Panel title={t('terms.running')} extra={<StateTag set="termState" code={state} />}>
      <Facts
        of={[
          [t('terms.startsOn'), plainDate(startsOn)],
          [t('terms.dueOn'), <Deadline key="due" dueAt={`${dueOn}T15:59:59.999Z`} />],
          [t('terms.years'), years === null ? null : number(years)],
          [t('terms.reminded'), remindedDaysBefore === null ? null : t('terms.daysBefore', { count: remindedDaysBefore })],
          [t('terms.confirmed'), confirmed === null ? null : `${plainDate(confirmed.on)} · ${word('reminderMeans', confirmed.means)}`],
          ...(fewerSeatsReason === null ? [] : ([[t('terms.fewerReason'), t(`terms.fewerReasons.${fewerSeatsReason}`)]] as const)),
          ...(shiftedFromOn === null ? [] : ([[t('terms.shiftedFrom'), plainDate(shiftedFromOn)]] as const)),
          ...(shiftRequest === null
            ? []
            : ([[t('terms.shiftAsked'), `${plainDate(shiftRequest.toOn)} · ${sentence('terms.shiftReasons', shiftRequest.reasonCode)}`]] as const)),
        ]}
      />
    </Panel>
  );
}

function ElectionPanel({ election }: { election: Election }) {
  const { t } = useTranslation();
  const { ballotOn, form, seats, deputies, candidateIds, electedIds, tiedIds, openSeats, round, secretaryId, deputyIds, warnings, moreSeatsReason } = election;
  const name = usePersonNames([...candidateIds, ...electedIds, ...tiedIds, secretaryId]);
  const named = (ids: readonly string[]) => ids.map((id) => name(id) ?? '…').join(comma());
  return (
    <Panel title={t('terms.election')}>
      <Facts
        of={[
          [t('terms.ballotOn'), plainDate(ballotOn)],
          [t('terms.form'), <Word key="form" set="electionForm" code={form} />],
          [t('terms.seats'), t('terms.seatsOf', { seats, deputies })],
          ...(moreSeatsReason === null ? [] : ([[t('terms.moreReason'), t(`terms.moreReasons.${moreSeatsReason}`)]] as const)),
          [t('terms.candidates'), named(candidateIds)],
          ...(round === 0
            ? []
            : ([
                [t('terms.elected'), named(electedIds)],
                [t('terms.open'), number(openSeats)],
                [t('terms.secretary'), secretaryId === null ? null : named([secretaryId])],
                [t('terms.deputies'), named(deputyIds)],
              ] as const)),
          ...(tiedIds.length === 0 ? [] : ([[t('terms.tied'), named(tiedIds)]] as const)),
        ]}
      />
      {warnings.includes('EVEN_SEATS') ? <p className="band band-warn">{t('warn.EVEN_SEATS')}</p> : null}
    </Panel>
  );
}

function Past({ term: { past } }: { term: Term }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('terms.past')}>
      <Timeline
        entries={past.map(({ termId, startsOn, expiresOn, endedOn }) => ({
          key: termId,
          when: plainDate(startsOn),
          what: t('terms.ended', { expires: plainDate(expiresOn), ended: plainDate(endedOn) }),
        }))}
      />
    </Panel>
  );
}
