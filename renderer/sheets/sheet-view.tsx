import { useLingui } from "@lingui/react/macro";
import { isToReview, type ServiceSheet } from "../../shared/domain/service-sheet.ts";
import { startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import { useToday } from "../client/use-today.ts";
import { Markdown } from "../coaching/markdown.tsx";
import { useTimeZone } from "../floor/use-time-zone.ts";
import { useFormat } from "../ui/format.ts";
import { StateMark } from "../ui/state-mark.tsx";
import "../coaching/markdown.css";
import "./sheets.css";

/** The last wording of a sheet, with who wrote it and when it is to be read again. */
export function SheetView({ sheet }: { readonly sheet: ServiceSheet }) {
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const today = useToday(timeZone);
  const { dateTime, date } = useFormat();
  const written = dateTime(sheet.atMs, timeZone);
  const review = sheet.reviewDate === null ? "" : date(startOfLocalDateMs(sheet.reviewDate, "UTC"), "UTC");
  return (
    <>
      <Markdown text={sheet.text} />
      <p className="sheet-facts number">
        {t`Version ${sheet.version}, par ${sheet.author}, le ${written}`}
        {sheet.reviewDate === null ? null : isToReview(sheet, today) ? (
          <StateMark shape="diamond" tone="warn">{t`À revoir depuis le ${review}`}</StateMark>
        ) : (
          <span>{t`À revoir le ${review}`}</span>
        )}
      </p>
    </>
  );
}
