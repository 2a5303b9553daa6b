/** Chromium's trace of a page, and what the page's own thread did in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './pages.mjs';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8'];
/** The Long Tasks API's limit. */
const LONG_MS = 50;

let folder = null;

/** The trace's events while `act` runs. */
export async function traced(browser, page, act, more = []) {
  folder ??= temporaryFolder();
  const path = join(folder, 'trace.json');
  await browser.startTracing(page, { path, categories: [...CATEGORIES, ...more] });
  await act();
  await browser.stopTracing();
  return JSON.parse(readFileSync(path, 'utf8')).traceEvents;
}

/** Events of the thread of the page that did most. */
function ownEvents(events) {
  const counts = new Map();
  for (const { pid, tid } of events) counts.set(`${pid} ${tid}`, (counts.get(`${pid} ${tid}`) ?? 0) + 1);
  const threads = events
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .sort((a, b) => counts.get(`${b.pid} ${b.tid}`) - counts.get(`${a.pid} ${a.tid}`));
  if (threads.length === 0) throw new Error('the trace has no page');
  const [{ pid, tid }] = threads;
  return events.filter((event) => event.pid === pid && event.tid === tid);
}

/**
 * Milliseconds of every task of the page: `tasks` of its thread; `walls` by the clock, which also counts waiting for
 * other processes.
 */
export function pageTasks(events) {
  const tasks = ownEvents(events).filter(({ name, ph }) => ph === 'X' && name === 'RunTask');
  return {
    tasks: tasks.map(({ tdur, dur }) => (tdur ?? dur) / 1000),
    walls: tasks.map(({ dur }) => dur / 1000),
  };
}

/** How many tasks are long. */
export function longTasks(tasks) {
  return tasks.filter((task) => task > LONG_MS).length;
}
