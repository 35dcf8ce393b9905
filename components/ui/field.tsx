import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

interface FieldProps {
  label: ReactNode;
  /** Beside the label, quiet: the touch, the notional. */
  hint?: ReactNode;
  /** Under the control: why it was refused. */
  note?: ReactNode;
  className?: string;
  /** Receives the ids that tie the control to its label and note. */
  children: (ids: { id: string; "aria-describedby": string | undefined }) => ReactNode;
}

/** A label above its control, the reason for a refusal below it. */
export function Field({ label, hint, note, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}hint` : undefined;
  const noteId = note ? `${id}note` : undefined;
  return (
    <div className={cn("grid gap-1", className)}>
      <div className="flex items-baseline justify-between gap-3 text-12 text-ink-2 max-sm:text-13">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span id={hintId} className="text-right text-ink-3">
            {hint}
          </span>
        )}
      </div>
      {children({ id, "aria-describedby": [hintId, noteId].filter(Boolean).join(" ") || undefined })}
      {note && <div id={noteId}>{note}</div>}
    </div>
  );
}

/** A line of text. 16 px on touch, or iOS zooms into it. */
export function TextInput({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      className={cn(
        "min-h-(--ctl) w-full min-w-0 rounded-ctl border border-line-strong bg-surface px-2 text-13 text-ink placeholder:text-ink-3 max-sm:text-[1rem]",
        "aria-invalid:border-warn aria-invalid:shadow-[inset_2px_0_var(--warn)]",
        "disabled:bg-sunken disabled:text-ink-3",
        className,
      )}
      {...props}
    />
  );
}
