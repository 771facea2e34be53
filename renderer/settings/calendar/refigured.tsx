import { useLingui } from "@lingui/react/macro";
import { isDate } from "./calendar-form.ts";
import { useDateWords } from "./calendar-words.ts";

/** Says plainly which figures a change will make anew; nothing where it only concerns what is to come. */
export function Refigured({ fromDate, today }: { readonly fromDate: string; readonly today: string }) {
  const { t } = useLingui();
  const dates = useDateWords();
  if (!isDate(fromDate) || fromDate >= today) return null;
  const from = dates.full(fromDate);
  return (
    <p className="settings-warning" role="status">
      {t`Cette date est passée : les niveaux de service depuis le ${from} seront recalculés, et ne seront plus ceux déjà publiés.`}
    </p>
  );
}
