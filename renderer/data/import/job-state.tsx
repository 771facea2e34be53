import { useLingui } from "@lingui/react/macro";
import type { JobView } from "../../../shared/contract/import.ts";
import { StateMark } from "../../ui/state-mark.tsx";

/** The state of an import as shape, word and colour. */
export function JobState({ job }: { readonly job: JobView }) {
  const { t } = useLingui();
  switch (job.state) {
    case "waiting":
      return <StateMark shape="ring">{t`attend son tour`}</StateMark>;
    case "running":
      return <StateMark shape="half" tone="accent">{t`en cours`}</StateMark>;
    case "stopped":
      return <StateMark shape="pause">{t`arrêté`}</StateMark>;
    case "interrupted":
      return <StateMark shape="pause" tone="warn">{t`interrompu`}</StateMark>;
    case "failed":
      return <StateMark shape="cross" tone="bad">{t`en échec`}</StateMark>;
    case "done":
      return job.openRejects > 0 ? (
        <StateMark shape="triangle" tone="warn">{t`terminé, avec des rejets`}</StateMark>
      ) : (
        <StateMark shape="check" tone="good">{t`terminé`}</StateMark>
      );
  }
}
