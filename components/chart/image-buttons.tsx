"use client";

import { useLocale } from "next-intl";
import type { AnyView } from "./view";

interface ImageButtonsProps {
  view: AnyView;
  source: string;
  version: string | null;
  permalink: string | null;
  /** How far it is fact: burnt into the image. */
  badge: string;
  className: string;
}

const kinds = ["png", "svg"] as const;

/** PNG and SVG are drawn by the browser, from the same drawing as the page; without scripts they are not offered. */
export function ImageButtons({ className, ...image }: ImageButtonsProps) {
  const locale = useLocale();
  return kinds.map((kind) => (
    <button
      key={kind}
      type="button"
      className={`${className} noscript:hidden`}
      onClick={async () => (await import("./save-image")).saveImage({ ...image, locale }, kind)}
    >
      {kind.toUpperCase()}
    </button>
  ));
}
