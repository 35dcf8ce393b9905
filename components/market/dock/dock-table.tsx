"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ErrorBody } from "@/wire/views";
import { EmptyRow, Table, TableScroll, Th } from "../../ui/table";
import { useErrorText } from "../error-text";

export const dockCell = "px-1.5 first:pl-2.5 last:pr-2.5 max-sm:first:pl-4 max-sm:last:pr-4";

interface Column {
  readonly name: ReactNode;
  readonly numeric?: boolean;
  readonly wide?: boolean;
}

interface DockTableProps {
  label: string;
  columns: readonly Column[];
  /** In place of rows: nothing there yet, and what to do about it. */
  empty: ReactNode;
  isEmpty: boolean;
  loading?: boolean;
  error?: ErrorBody | null;
  foot?: ReactNode;
  children: ReactNode;
}

/** On a phone, what can be done with the row above stands below it: nothing that acts is scrolled to. */
export function ActionsBelow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr className="sm:hidden">
      <td colSpan={columns}>
        <div className="sticky left-0 flex w-fit gap-6 px-4">{children}</div>
      </td>
    </tr>
  );
}

/** A table of the dock: its head stays whatever there is to show, or not. */
export function DockTable({ label, columns, empty, isEmpty, loading, error, foot, children }: DockTableProps) {
  const t = useTranslations("desk.dock");
  const textOf = useErrorText();
  const instead = error ? `${textOf(error)}` : loading ? t("loading") : empty;
  return (
    <TableScroll label={label} className="relative">
      <Table>
        <thead>
          <tr className="[&>th]:text-11">
            {columns.map((column, i) => (
              <Th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                key={i}
                numeric={column.numeric}
                wide={column.wide}
                className={dockCell}
              >
                {column.name}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {isEmpty ? (
            <EmptyRow columns={columns.length}>
              <span className="block px-2.5 whitespace-normal max-sm:px-4">{instead}</span>
            </EmptyRow>
          ) : (
            children
          )}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </Table>
    </TableScroll>
  );
}
