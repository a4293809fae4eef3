import { describe, expect, test } from "vitest";
import { isDuration, scheduleError } from "../../../src/schema/semantic/cron.ts";
import { isTimeZone, nearestTimeZone } from "../../../src/schema/semantic/timezones.ts";

describe("schedules", () => {
  test.each([
    "* * * * *",
    "*/15 0-6/2 1,15 jan-MAR sun",
    "5/10 ? ? ? ?",
    " 0  3 * * * ",
    "0\t3 * * *",
    "0 0 31 2 *",
    "1,,2 * * * *",
    "*-5 * * * *",
    "@midnight",
    "@every 1h30m",
    "@every 1.5s",
    "TZ=Europe/Berlin 0 3 * * *",
    "CRON_TZ=UTC @daily",
  ])("takes %s", schedule => {
    expect(scheduleError(schedule)).toBeUndefined();
  });

  test.each([
    ["* * * *", "expected exactly 5 fields, found 4: [* * * *]"],
    ["0 0 3 * * *", "expected exactly 5 fields, found 6: [0 0 3 * * *]"],
    ["60 * * * *", "end of range (60) above maximum (59): 60"],
    ["* * 0 * *", "beginning of range (0) below minimum (1): 0"],
    ["* * * * 7", "end of range (7) above maximum (6): 7"],
    ["5-1 * * * *", "beginning of range (5) beyond end of range (1): 5-1"],
    ["*/0 * * * *", "step of range should be a positive number: */0"],
    ["1-2-3 * * * *", "too many hyphens: 1-2-3"],
    ["1/2/3 * * * *", "too many slashes: 1/2/3"],
    ["* * * january *", 'failed to parse int from january: strconv.Atoi: parsing "january": invalid syntax'],
    ["H * * * *", 'failed to parse int from H: strconv.Atoi: parsing "H": invalid syntax'],
    [
      "99999999999999999999 * * * *",
      'failed to parse int from 99999999999999999999: strconv.Atoi: parsing "99999999999999999999": value out of range',
    ],
    ["@reboot", "unrecognized descriptor: @reboot"],
    ["@every", "unrecognized descriptor: @every"],
    ["@every soon", 'failed to parse duration @every soon: time: invalid duration "soon"'],
    ["TZ=Nowhere 0 3 * * *", "provided bad location Nowhere: unknown time zone Nowhere"],
    ["TZ=UTC", "the time zone is followed by no schedule"],
  ])("refuses %s", (schedule, error) => {
    expect(scheduleError(schedule)).toBe(error);
  });

  test("a long schedule costs no more than its length", () => {
    expect(scheduleError(`${"1,".repeat(200_000)}x * * * *`)).toMatch(/^failed to parse int from x/);
  });
});

test.each([
  ["0", true],
  ["10", false],
  ["-1h", true],
  [".5s", true],
  ["1h 30m", false],
  ["1d", false],
  ["", false],
])("duration %j", (text, good) => {
  expect(isDuration(text)).toBe(good);
});

test("time zones are found by their exact names only", () => {
  expect(
    ["UTC", "Europe/Paris", "America/Indiana/Knox", "Etc/GMT+1", "EST5EDT", "GB"].filter(name => !isTimeZone(name)),
  ).toEqual([]);
  expect(["utc", "PST", "Europe/paris", "Europe", "/etc/passwd", "../UTC", ""].filter(isTimeZone)).toEqual([]);
  expect(nearestTimeZone("europe/paris")).toBe("Europe/Paris");
  expect(nearestTimeZone("New York")).toBe("America/New_York");
  expect(nearestTimeZone("Mars/Olympus")).toBeUndefined();
});
