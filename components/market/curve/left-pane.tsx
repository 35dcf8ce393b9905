"use client";

import { Causes } from "../causes/causes";
import { NextEvents } from "../causes/next-events";
import { ForwardCurve } from "./forward-curve";
import { MonthTable, OtherBenchmarks } from "./month-table";

/** The curve and what moves it: a pane of its own from 1,200 px, in the symbol menu below that. */
export function LeftPane() {
  return (
    <>
      <ForwardCurve />
      <MonthTable />
      <OtherBenchmarks />
      <Causes />
      <NextEvents />
    </>
  );
}
