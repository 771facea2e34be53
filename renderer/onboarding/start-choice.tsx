import { useLingui } from "@lingui/react/macro";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { useConsoleStatus } from "../client/queries.ts";
import { HttpFeedAccess } from "../data/http-feed-access.tsx";
import { ImportHelp } from "../data/import-help.tsx";

export const starts = ["demo", "feed", "import"] as const;
/** Where the first figures come from. */
export type Start = (typeof starts)[number];

/** Three ways to begin; each says at once what it takes. */
export function StartChoice(props: { readonly value: Start; readonly onChange: (start: Start) => void }) {
  const { t } = useLingui();
  const location = useConsoleStatus().data?.location;
  const words: Record<Start, { title: string; text: string }> = {
    demo: {
      title: t`Regarder le plateau de démonstration`,
      text: t`Une mairie inventée, vivante tout de suite. S’arrête à tout moment dans Données.`,
    },
    feed: {
      title: t`Brancher un système`,
      text: t`Votre gestion de file envoie ses événements à cette machine.`,
    },
    import: {
      title: t`Importer un fichier`,
      text: t`Un export CSV, TSV ou Excel de jours passés.`,
    },
  };
  return (
    <>
      <RadioGroup
        className="start-choice"
        value={props.value}
        onChange={(value) => props.onChange(starts.find((one) => one === value) ?? "demo")}
      >
        <Label className="field-label">{t`Pour commencer`}</Label>
        {starts.map((start) => (
          <Radio key={start} value={start} className="start-option">
            <span className="start-mark" />
            <span>
              <strong>{words[start].title}</strong>
              <small>{words[start].text}</small>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {props.value === "feed" ? <HttpFeedAccess canRenew={false} /> : null}
      {props.value === "import" && location !== undefined ? <ImportHelp location={location} /> : null}
    </>
  );
}
