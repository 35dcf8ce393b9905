"use client";

import { type ComponentProps, type KeyboardEvent, useId, useState } from "react";
import { cn } from "./cn";
import { TextInput } from "./field";

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Quiet, at the end of the line. */
  readonly detail?: string;
}

export interface ComboboxGroup {
  readonly label: string;
  readonly options: readonly ComboboxOption[];
}

interface ComboboxProps extends Pick<ComponentProps<"input">, "id" | "aria-describedby" | "placeholder" | "className"> {
  /** Of the form's field that holds the value. */
  name: string;
  value: string;
  /** What the value is called, shown while nobody is typing. */
  shown: string;
  listLabel: string;
  onValueChange: (value: string) => void;
  /** What is on offer for what was typed; "" asks for everything. */
  find: (query: string) => readonly ComboboxGroup[];
  /** Told to screen readers while typing. */
  found: (count: number) => string;
  none: (query: string) => string;
}

const A_PAGE = 8;

/**
 * One of very many: a text field with a list under it (WAI-ARIA 1.2, combobox with a listbox popup and manual selection).
 * Focus stays in the field; arrows move through the list, Enter takes, Escape closes and then empties, and leaving the
 * field without taking changes nothing.
 */
export function Combobox(props: ComboboxProps) {
  const { name, value, shown, listLabel, onValueChange, find, found, none, className, ...input } = props;
  const listId = useId();
  const [query, setQuery] = useState<string | null>(null); // null: nobody is typing
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const groups = open ? find(query ?? "") : [];
  const options = groups.flatMap((group) => group.options);
  const optionId = (one: string) => `${listId}${one}`;

  const show = (first: string | null) => {
    setOpen(true);
    moveTo(first);
  };
  const close = () => {
    setOpen(false);
    setActive(null);
  };
  const moveTo = (one: string | null) => {
    setActive(one);
    if (one !== null) requestAnimationFrame(() => reveal(document.getElementById(optionId(one))));
  };
  const take = (one: string) => {
    close();
    setQuery(null);
    if (one !== value) onValueChange(one);
  };
  const step = (by: number) => {
    if (!open) return show(value);
    if (options.length === 0) return;
    const at = options.findIndex((option) => option.value === active);
    const single = Math.abs(by) === 1;
    const wanted = at < 0 ? (by > 0 ? 0 : options.length - 1) : at + by;
    const wrapped = (wanted + options.length) % options.length;
    moveTo(options[single ? wrapped : Math.min(options.length - 1, Math.max(0, wanted))].value);
  };
  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: (event) => (event.altKey ? show(value) : step(1)),
    ArrowUp: (event) => (event.altKey ? close() : step(-1)),
    PageDown: () => step(A_PAGE),
    PageUp: () => step(-A_PAGE),
    Enter: () => active !== null && take(active),
    Escape: () => (open ? close() : setQuery("")),
  };
  const isOurs = (event: KeyboardEvent) =>
    event.key in keys && !(event.key === "Enter" && !open) && !event.nativeEvent.isComposing;
  return (
    <div className={cn("relative", className)}>
      <input type="hidden" name={name} value={value} />
      <TextInput
        {...input}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-activedescendant={open && active !== null ? optionId(active) : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={query ?? shown}
        onClick={() => !open && show(value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          close();
          setQuery(null);
        }}
        onChange={(event) => {
          const typed = event.target.value;
          setQuery(typed);
          setOpen(true);
          const [best] = find(typed).flatMap((group) => group.options);
          moveTo(typed.trim() === "" ? null : (best?.value ?? null));
        }}
        onKeyDown={(event) => {
          if (!isOurs(event)) return;
          event.preventDefault();
          keys[event.key](event);
        }}
        className="pr-7"
      />
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 fill-none stroke-ink-3 stroke-[1.5]"
      >
        <path d="m4 6 4 4 4-4" />
      </svg>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it takes no input, it only keeps the focus in the field */}
      <div
        role="presentation"
        onMouseDown={(event) => event.preventDefault()} // a press in the list leaves the focus in the field
        hidden={!open}
        className="absolute inset-x-0 top-full z-50 mt-1 rounded-pop border border-line bg-surface py-1 shadow-pop"
      >
        <div id={listId} role="listbox" aria-label={listLabel} className="max-h-80 overflow-y-auto">
          {groups.map((group, no) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role, a fieldset is no part of one
            <div key={group.label} role="group" aria-labelledby={`${listId}group${no}`}>
              <div id={`${listId}group${no}`} className="px-2.5 pt-2 pb-0.5 text-12 text-ink-3">
                {group.label}
              </div>
              {group.options.map((option) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus
                <div
                  key={option.value}
                  id={optionId(option.value)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option.value === value}
                  onClick={() => take(option.value)}
                  className={cn(
                    "flex min-h-(--ctl) cursor-pointer items-center justify-between gap-4 px-2.5 text-13",
                    option.value === value && "font-semibold",
                    option.value === active && "bg-accent-soft outline-2 -outline-offset-2 outline-accent",
                  )}
                >
                  <span className="min-w-0 wrap-anywhere">{option.label}</span>
                  {option.detail && <span className="shrink-0 text-12 font-normal text-ink-3">{option.detail}</span>}
                </div>
              ))}
            </div>
          ))}
        </div>
        {open && options.length === 0 && <p className="px-2.5 py-1.5 text-13 text-ink-2">{none(query ?? "")}</p>}
      </div>
      <p role="status" className="sr-only">
        {open && query !== null && (options.length === 0 ? none(query) : found(options.length))}
      </p>
    </div>
  );
}

/** The first of a group is seen with the group's name. */
function reveal(option: HTMLElement | null): void {
  const before = option?.previousElementSibling;
  if (before && before.getAttribute("role") !== "option") before.scrollIntoView({ block: "nearest" });
  option?.scrollIntoView({ block: "nearest" });
}
