"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./cn";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

interface ContentProps {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** For what is not about one field: the field's own news stands beside the field. */
export function DialogContent(props: ContentProps) {
  return (
    <Layer
      {...props}
      place="top-1/2 left-1/2 max-h-[85dvh] w-[min(480px,calc(100vw-32px))] -translate-x-1/2 -translate-y-1/2 rounded-pop"
    />
  );
}

/** A sheet from the right edge, or from below on a phone: the ticket under 900 px, filters, a symbol list. */
export function DrawerContent({ side = "right", ...props }: ContentProps & { side?: "right" | "left" | "bottom" }) {
  const place = {
    right: "inset-y-0 right-0 w-[min(360px,100vw)]",
    left: "inset-y-0 left-0 w-[min(360px,100vw)]",
    bottom: "inset-x-0 bottom-0 max-h-[90dvh] rounded-t-pop",
  };
  return <Layer {...props} place={place[side]} />;
}

function Layer({ title, description, children, className, place }: ContentProps & { place: string }) {
  const t = useTranslations("common");
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-[#0008]" />
      <Radix.Content
        {...(description ? {} : { "aria-describedby": undefined })}
        className={cn(
          "fixed z-50 flex flex-col border border-line bg-surface shadow-pop focus:outline-none",
          place,
          className,
        )}
      >
        <div className="flex items-start gap-3 border-b border-line px-4 py-2.5">
          <Radix.Title className="flex-1 text-15">{title}</Radix.Title>
          <Radix.Close
            aria-label={t("close")}
            className="-m-1 grid size-8 place-items-center rounded-ctl text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <X size={16} strokeWidth={1.5} aria-hidden />
          </Radix.Close>
        </div>
        <div className="overflow-auto px-4 py-3 [--ground:var(--surface)]">
          {description && <Radix.Description className="mb-3 text-ink-2">{description}</Radix.Description>}
          {children}
        </div>
      </Radix.Content>
    </Radix.Portal>
  );
}
