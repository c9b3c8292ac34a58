/**
 * The reader's time zone as a calendar file describes it (RFC 5545, VTIMEZONE). Other programs read a
 * time without a zone as UTC, and a weekly step has to stay at seven when summer time ends.
 */

/** @typedef {{ at: number, before: number, after: number }} Change  at: UTC; offsets in minutes */

const MINUTE = 60_000; // milliseconds
const DAY = 1440 * MINUTE;
/** Years in which a rule has to hold before it is given as one. */
const YEARS = 9;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

export const zoneName = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/**
 * @param {number} year  of the first event
 * @returns {string[]} the lines of the component
 */
export function zoneLines(year) {
  const start = Date.UTC(year - 1, 0, 1);
  const changes = findChanges(start, Date.UTC(year - 1 + YEARS, 0, 1));
  const groups = Object.values(groupByKey(changes));
  const parts = groups.map((group) => observance(group, year - 2 + YEARS));
  // Until the first change, or for ever when there is none.
  if (!changes.some(({ at }) => at < Date.UTC(year, 0, 1))) {
    const offset = changes[0]?.before ?? offsetAt(start);
    parts.unshift(component("STANDARD", { at: start, before: offset, after: offset }, []));
  }
  return ["BEGIN:VTIMEZONE", `TZID:${zoneName()}`, ...parts.flat(), "END:VTIMEZONE"];
}

/**
 * Minutes that clocks here are ahead of UTC.
 * @param {number} time
 */
const offsetAt = (time) => -new Date(time).getTimezoneOffset();

/**
 * @param {number} from
 * @param {number} to
 * @returns {Change[]}
 */
function findChanges(from, to) {
  const changes = [];
  for (let time = from; time < to; time += DAY) {
    const [before, after] = [offsetAt(time), offsetAt(time + DAY)];
    if (before !== after) changes.push({ at: findMoment(time, before), before, after });
  }
  return changes;
}

/**
 * The first minute of a day at which the offset is no longer that of its beginning.
 *
 * @param {number} from
 * @param {number} before
 */
function findMoment(from, before) {
  let [low, high] = [0, DAY / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(from + middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return from + high * MINUTE;
}

/** @param {Change} change */
const keyOf = ({ before, after }) => `${before} ${after}`;

/** @param {Change[]} changes */
function groupByKey(changes) {
  /** @type {Record<string, Change[]>} */
  const groups = {};
  for (const change of changes) (groups[keyOf(change)] ??= []).push(change);
  return groups;
}

/**
 * @param {Change[]} group  all from and to the same offset
 * @param {number} lastYear
 */
function observance(group, lastYear) {
  const [first] = group;
  if (!first) return [];
  const kind = first.after > first.before ? "DAYLIGHT" : "STANDARD";
  const rule = ruleOf(group.map(localOf), lastYear);
  const dates = group.slice(1).map((change) => `RDATE:${stamp(localOf(change))}`);
  return component(kind, first, rule ? [rule] : dates);
}

/**
 * The rule that all of them follow, such as the last Sunday of March, up to the last year.
 *
 * @param {Date[]} onsets  as the clocks here showed them, in UTC
 * @param {number} lastYear
 */
function ruleOf(onsets, lastYear) {
  const [first] = onsets;
  if (!first) return undefined;
  const isSame = (/** @type {(onset: Date) => unknown} */ part) =>
    onsets.every((onset) => part(onset) === part(first));
  const isYearly = onsets.every((onset, index) => onset.getUTCFullYear() === first.getUTCFullYear() + index);
  const isCurrent = onsets.at(-1)?.getUTCFullYear() === lastYear;
  const isAlike = isSame((o) => o.getUTCMonth()) && isSame((o) => o.getUTCDay()) && isSame((o) => stamp(o).slice(8));
  if (!isYearly || !isCurrent || !isAlike) return undefined;
  const nth = onsets.every(isLastOfMonth) ? -1 : isSame(weekOf) && weekOf(first);
  if (!nth) return undefined;
  return `RRULE:FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${nth}${WEEKDAYS[first.getUTCDay()]}`;
}

/** @param {Date} day */
const weekOf = (day) => Math.ceil(day.getUTCDate() / 7);

/** @param {Date} day */
const isLastOfMonth = (day) => new Date(day.getTime() + 7 * DAY).getUTCMonth() !== day.getUTCMonth();

/** @param {Change} change */
const localOf = ({ at, before }) => new Date(at + before * MINUTE);

/**
 * @param {"STANDARD" | "DAYLIGHT"} kind
 * @param {Change} change
 * @param {string[]} repeats
 */
function component(kind, change, repeats) {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stamp(localOf(change))}`,
    ...repeats,
    `TZOFFSETFROM:${formatOffset(change.before)}`,
    `TZOFFSETTO:${formatOffset(change.after)}`,
    `END:${kind}`,
  ];
}

/** @param {number} minutes */
function formatOffset(minutes) {
  const size = Math.abs(minutes);
  const pad = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return (minutes < 0 ? "-" : "+") + pad(Math.floor(size / 60)) + pad(size % 60);
}

/**
 * `20261025T020000`
 * @param {Date} date
 */
const stamp = (date) => date.toISOString().slice(0, 19).replace(/[-:]/g, "");
