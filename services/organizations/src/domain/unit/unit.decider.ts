import { assertNever, type Decider } from '@zhitong/kernel';
import { coverUnit, exemptUnit, loseCoverage, sendFirstSecretary, setWork } from './cover-unit.ts';
import { passMoment, registerUnit, updateUnit } from './keep-unit.ts';
import { evolve, type Entry, type UnitEvent } from './unit-state.ts';
import type { UnitCommand } from './unit.commands.ts';

function decide(entry: Entry, command: UnitCommand): readonly UnitEvent[] {
  switch (command.type) {
    case 'RegisterUnit':
      return registerUnit(entry, command);
    case 'UpdateUnit':
      return updateUnit(entry, command);
    case 'CoverUnit':
      return coverUnit(entry, command);
    case 'SetWork':
      return setWork(entry, command);
    case 'LoseCoverage':
      return loseCoverage(entry, command);
    case 'ExemptUnit':
      return exemptUnit(entry, command);
    case 'SendFirstSecretary':
      return sendFirstSecretary(entry, command);
    case 'PassCoverageMoment':
      return passMoment(entry, command);
    default:
      return assertNever(command);
  }
}

/** One unit of the coverage ledger (requirements 1.3). */
export const unitDecider: Decider<Entry, UnitCommand, UnitEvent> = { initial: null, decide, evolve };
