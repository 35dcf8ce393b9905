import { describe, test } from "vitest";
import { casesIn, mirrored, type RuleCase } from "./case-text";
import { carryOut, isCommand, isTrade, operate, trade } from "./commands";
import { standing } from "./facts";
import { isRefused, outcomeText } from "./order-text";
import { type Given, givenIn } from "./rules-given";
import { Stage } from "./stage";
import { isPerson, peopleIn } from "./words";

/**
 * Rule cases: a table of what goes in and what must come out, in the words of the rulebook. `README.md` beside the case
 * files says how they are written. Each case is played as it stands, again in a room restored from a snapshot after every
 * line that does something (nothing may depend on what a snapshot leaves out), and, if its title ends in ⇄, from the other side.
 */
export function cases(group: string, text: string): void {
  describe(group, () => {
    for (const rule of casesIn(text)) {
      test(rule.title, () => {
        play(rule, false);
        play(rule, true);
        if (rule.mirrors) play(mirrored(rule), false);
      });
    }
  });
}

/** A line that did not come out as the case says. */
class LineDiffers extends Error {}

function play(rule: RuleCase, restarting: boolean): void {
  const given = rule.lines.filter((line) => line.startsWith("given "));
  const lines = rule.lines.filter((line) => !line.startsWith("given "));
  const stage = open(givenIn(given), lines);
  let moved = true;
  for (const [i, line] of lines.entries()) {
    try {
      if (restarting && moved) stage.venue.restart();
      moved = playLine(stage, line);
      if (moved) stage.venue.room.check();
    } catch (error) {
      throw failure(rule, restarting, lines, i, error);
    }
  }
}

/** Unless the case begins at another hour, it begins in continuous trading. */
function open(given: Given, lines: readonly string[]): Stage {
  const stage = new Stage(given, peopleIn(lines.join("\n")));
  if (!lines[0]?.startsWith("at ")) stage.goTo("09:30");
  return stage;
}

/** True if the line did something to the room, false if it only looked. */
function playLine(stage: Stage, line: string): boolean {
  const [said, expected] = line.split(/\s*→\s*/);
  const [verb, ...rest] = said.split(/\s+/);
  if (verb === "at") stage.goTo(rest[0]);
  else if (verb === "wait") stage.venue.wait(Number(rest[0]) * (rest[1] === "min" ? 60 : 1));
  else if (verb === "halt" || verb === "resume") compare(stage, operate(stage, said), expected);
  else if (isTrade(said)) trade(stage, said);
  else return playSubject(stage, said, expected);
  return true;
}

/** "ann: buy 5 @ 4.500 → rests 5" is something ann does; "ann: long 5" is how she stands. */
function playSubject(stage: Stage, said: string, expected: string | undefined): boolean {
  const colon = said.indexOf(":");
  if (colon < 0) throw new Error(`"${said}" says neither who nor what`);
  const [subject, body] = [said.slice(0, colon).trim(), said.slice(colon + 1).trim()];
  if (isPerson(subject) && isCommand(body)) {
    compare(stage, carryOut(stage, subject, body), expected);
    return true;
  }
  if (expected !== undefined) throw new Error(`"${body}" is nothing that ${subject} does`);
  const wanted = body.replace(/\s+/g, " ");
  differs(wanted, standing(stage, subject, wanted));
  return false;
}

function compare(stage: Stage, outcome: Parameters<typeof outcomeText>[1], expected: string | undefined): void {
  if (expected !== undefined) differs(expected, outcomeText(stage, outcome, expected));
  else if (isRefused(outcome)) differs("accepted", outcomeText(stage, outcome, ""));
}

function differs(expected: string, got: string): void {
  if (expected !== got) throw new LineDiffers(`expected  ${expected}\n      got       ${got}`);
}

/** The case with the line that failed: what it said, what was expected, what came. */
function failure(rule: RuleCase, restarting: boolean, lines: readonly string[], at: number, error: unknown): Error {
  const how = restarting ? " (restored from a snapshot after every line)" : "";
  const told = error instanceof Error ? error.message : String(error);
  const played = lines.slice(0, at).map((line) => `      ${line}`);
  const message = [`${rule.title}${how}`, ...played, `    > ${lines[at]}`, `      ${told}`].join("\n");
  const failed = new Error(message, { cause: error });
  failed.stack = error instanceof LineDiffers ? message : `${message}\n${(error as Error).stack}`;
  return failed;
}
