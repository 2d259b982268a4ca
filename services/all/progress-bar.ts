/** One line that fills; on a terminal it is redrawn, elsewhere each tenth is a line. */
export function progressBar(write: (text: string) => void, terminal: boolean): (step: string, done: number, of: number) => void {
  let shown = '';
  return (step, done, of) => {
    const tenth = of === 0 ? 10 : Math.floor((done * 10) / of);
    const state = `${step}|${terminal ? Math.floor((done * 100) / Math.max(1, of)) : tenth}`;
    if (state === shown) return;
    shown = state;
    const bar = `${'#'.repeat(tenth * 3)}${'.'.repeat(30 - tenth * 3)}`;
    const line = `  ${step.padEnd(14)} [${bar}] ${done.toLocaleString('en')} / ${of.toLocaleString('en')}`;
    write(terminal ? `\r${line}${done === of ? '\n' : ''}` : `${line}\n`);
  };
}
