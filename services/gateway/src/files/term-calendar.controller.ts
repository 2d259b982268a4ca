import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { termCalendarFile } from '@zhitong/catalogue/file-routes.ts';
import { listTerms, termCalendar, type TermRow } from '@zhitong/catalogue/operations/terms.ts';
import { lastDayOf } from '@zhitong/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import ical from 'ical-generator';
import { callerOf, onBehalfOf } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import { contextOf } from '../http/request-context.ts';
import { checked } from '../operations/operation-input.ts';
import { Services } from '../services.ts';
import { attached } from './attached.ts';
import { allOf } from './pages.ts';

const words = {
  zh: { name: '换届日历', due: (name: string) => `任期届满：${name}`, first: (name: string) => `应完成首次选举：${name}` },
  en: { name: 'Calendar of terms', due: (name: string) => `Term ends: ${name}`, first: (name: string) => `First election due: ${name}` },
} as const;

/** The terms that the calendar counts in its twelve months, for the calendar that people keep (P10; RFC 5545). */
@Controller('api/v1/organizations')
@UseGuards(CallerGuard)
export class TermCalendarController {
  constructor(private readonly services: Services) {}

  @Get(':organizationId/term-calendar.ics')
  async calendar(@Req() request: FastifyRequest, @Param() params: object, @Query() query: object, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request);
    const outgoing = onBehalfOf(callerOf(request), context);
    const place = checked(termCalendarFile.input, { ...params, ...query }, context.language);
    const { months } = await this.services.answer(termCalendar, place, outgoing);
    const [first = '', last = ''] = [months.at(0)?.month, months.at(-1)?.month];
    const terms = await allOf(this.services, listTerms, { ...place, dueFrom: `${first}-01`, dueUntil: lastDayOf(last) }, outgoing);
    await attached(reply, words[context.language].name, calendarOf(terms, context.language), 'ics');
  }
}

/** A day for each term. It is known by its term, so that one that was shifted moves instead of standing twice. */
function calendarOf(terms: readonly TermRow[], language: keyof typeof words): string {
  const { name, due, first } = words[language];
  const calendar = ical({ name, prodId: { company: 'zhitong', product: 'terms', language } });
  for (const { organizationId, organizationName, state, startsOn, dueOn } of terms) {
    const summary = (state === 'awaitingFirst' ? first : due)(organizationName);
    calendar.createEvent({
      id: `${organizationId}.${startsOn ?? 'first'}@zhitong`,
      summary,
      start: new Date(`${dueOn}T00:00:00Z`),
      allDay: true,
      timezone: 'UTC',
    });
  }
  return calendar.toString();
}
