import { notFound } from "next/navigation";

/** Any address that no page answers gets our own "not found", in the language of its path. */
export default function Missing() {
  notFound();
}
