import { useLocale } from "next-intl";
import { yearMonth } from "./months";

interface MonthSelectProps {
  id: string;
  "aria-describedby"?: string;
  name: string;
  value: string;
  months: readonly string[];
  onValueChange: (month: string) => void;
}

/** The classes of a native select, which works without scripts. */
export const selectClass =
  "min-h-(--ctl) w-full min-w-0 rounded-ctl border border-line-strong bg-surface px-2 text-13 max-sm:text-[1rem]";

/** A month with a price, the latest first. One that has none stays to be seen. */
export function MonthSelect({ months, value, onValueChange, ...props }: MonthSelectProps) {
  const locale = useLocale();
  return (
    <select {...props} value={value} onChange={(event) => onValueChange(event.target.value)} className={selectClass}>
      {[...new Set([...months, value])]
        .sort()
        .toReversed()
        .map((month) => (
          <option key={month} value={month}>
            {yearMonth(month, locale)}
          </option>
        ))}
    </select>
  );
}
