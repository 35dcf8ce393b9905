import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { costSource } from "@/tokens/cost-model/sources";
import { DataText } from "../prices/data-text";

/** Sources with the kind of each; what is our assumption says so. */
export function SourceLinks({ tags }: { tags: readonly string[] }) {
  const t = useTranslations("cost.kind");
  return tags.map((tag, i) => {
    const { name, address, kind } = costSource(tag);
    return (
      <Fragment key={tag}>
        {i > 0 && <br />}
        {address ? (
          <a href={address} className="link">
            <DataText>{name}</DataText>
          </a>
        ) : (
          t("assumption")
        )}
        {address && <span className="text-ink-3"> {t(kind)}</span>}
      </Fragment>
    );
  });
}
