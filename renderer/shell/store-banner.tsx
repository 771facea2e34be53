import { useLingui } from "@lingui/react/macro";
import { useConsoleStatus } from "../client/queries.ts";
import { LevelShape } from "../ui/level-mark.tsx";
import "./banner.css";

/** Says that nothing new can be kept, while the store can't be written. */
export function StoreBanner() {
  const { t } = useLingui();
  const fault = useConsoleStatus().data?.storeFault ?? null;
  return (
    <div role="status">
      {fault === null ? null : (
        <p className="banner banner-bad">
          <LevelShape level="bad" />
          <span>
            <strong>{t`La base ne peut pas être écrite.`}</strong>{" "}
            {t`La lecture continue, rien de nouveau n’est gardé : libérez de la place ou vérifiez le disque.`}{" "}
            <small>{fault}</small>
          </span>
        </p>
      )}
    </div>
  );
}
