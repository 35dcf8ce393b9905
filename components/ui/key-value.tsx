import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

/** Name left, number right. */
export function KeyValueList({ className, ...props }: ComponentProps<"dl">) {
  return <dl className={cn("grid grid-cols-[1fr_auto] items-center gap-x-3", className)} {...props} />;
}

export function KeyValue({ name, children, className }: { name: ReactNode; children: ReactNode; className?: string }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className={cn("text-right", className)}>{children}</dd>
    </>
  );
}

/** `15,679.90 → 19,170.70`: the old one quiet, the new one ink. */
export function BeforeAfter({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <span className="whitespace-nowrap">
      <span className="text-ink-3">{before} → </span>
      <span className="font-medium">{after}</span>
    </span>
  );
}
